import type { Officer } from '#domain/access/actor.ts';
import { isStillAppointed } from '#domain/dossier/warn.ts';
import type { House } from '#server/house.ts';
import { listReminders, type Reminder, type ReminderPlace } from '#server/store/reminders.ts';
import { referenceOf } from './reference.ts';

export type ReminderLine = Reminder & {
  readonly procedureName: string;
  /** Whether it is still so: the dossier is not settled, and its appointed time is the one that was spoken of. */
  readonly holds: boolean;
};

export type Reminders = { readonly lines: readonly ReminderLine[]; readonly next: ReminderPlace | null };

/** An officer reads what time told him, the newest first; nobody else's. */
export async function readReminders(house: House, { officerId }: Officer, after: ReminderPlace | null, limit = 50): Promise<Reminders> {
  const { versionOf } = await referenceOf(house);
  const found = await listReminders(house.db, officerId, after, limit + 1);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    lines: await Promise.all(
      shown.map(async (reminder) => ({
        ...reminder,
        procedureName: (await versionOf(reminder.procedureId, reminder.procedureVersion)).name,
        holds: isStillAppointed(reminder.dueAt, { ...reminder, dueAt: reminder.owedAt }),
      })),
    ),
    next: last ? { madeAt: last.madeAt, dossierId: last.dossierId, version: last.version } : null,
  };
}
