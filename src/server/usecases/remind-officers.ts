import type { House } from '#server/house.ts';
import { ensureReminders } from '#server/store/reminders.ts';
import { occasionOf } from './occasion.ts';

/** Tells the officers whom an event names of its due time: each finds it among his reminders. May be done again: it is one reminder. */
export async function remindOfficers(house: House, code: string, version: number): Promise<void> {
  const occasion = await occasionOf(house, code, version);
  if (!occasion) return;
  const { dossierId, event } = occasion.recorded;
  if (event.type !== 'due time warned' && event.type !== 'lateness reported') return;
  await ensureReminders(house.db, { dossierId, version, officerIds: event.told, dueAt: event.dueAt, madeAt: event.at });
}
