import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { isProvisional } from '#domain/calendar/explain.ts';
import { movedDue, recountDue } from '#domain/dossier/recount.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { listRunningDossiers, type RunningDossier } from '#server/store/running-dossiers.ts';
import { actOnDossier, type By } from './act-on-dossier.ts';
import { forgetReference, referenceOf } from './reference.ts';

/** A dossier that the calendar as it is now moves. */
export type MovedDossier = {
  readonly dossierId: string;
  readonly code: string;
  readonly agencyName: string;
  readonly wasDueAt: Date;
  readonly dueAt: Date;
  /** By the calendar as it is now, whose days off are not decided for every year it touches. */
  readonly provisional: boolean;
};

/** How many there are in all, a page of them, and where the next one begins. */
export type MovedDossiers = { readonly count: number; readonly lines: readonly MovedDossier[]; readonly next: string | null };

const readAtOnce = 2000;

/** At most so many are recounted by one request; those that are left are told, and done by the next. */
const recountedAtOnce = 500;

/** An administrator sees, before anything moves, which open dossiers the changed calendar touches. */
export async function findMovedDossiers(
  house: House,
  officer: Officer,
  after: string | null,
  limit = 50,
): Promise<MovedDossiers | Refusal> {
  const by = mayDo(officer, 'change calendar');
  if (isRefusal(by)) return by;

  const { agencyOf, calendarOf } = await referenceOf(house);
  const lines: MovedDossier[] = [];
  let count = 0;
  for await (const { dossier, dueAt } of moved(house)) {
    count++;
    const { dossierId, code, receivingAgencyId, receivedAt, dueAt: wasDueAt } = dossier;
    if (!wasDueAt || lines.length > limit || (after !== null && dossierId <= after)) continue;
    const provisional = isProvisional({ receivedAt: receivedAt ?? dueAt, dueAt }, calendarOf(receivingAgencyId));
    lines.push({ dossierId, code, agencyName: agencyOf(receivingAgencyId).shortName, wasDueAt, dueAt, provisional });
  }
  const shown = lines.slice(0, limit);
  return { count, lines: shown, next: lines.length > limit ? (shown.at(-1)?.dossierId ?? null) : null };
}

export type RecountedDossiers = { readonly recounted: number; readonly left: number };

/** An administrator has the due times of open dossiers counted anew: an event in each history, told to each applicant. */
export async function recountDossiers(house: House, officer: Officer, ground: string): Promise<RecountedDossiers | Refusal> {
  const actor = mayDo(officer, 'change calendar');
  if (isRefusal(actor)) return actor;
  if (ground === '') return refuse('reason-missing');

  forgetReference(house);
  const by: By = { personId: officer.officerId, actorFor: () => actor };
  let recounted = 0;
  let left = 0;
  for await (const { dossier } of moved(house)) {
    if (recounted >= recountedAtOnce) {
      left++;
      continue;
    }
    const command = { code: dossier.code, commandId: crypto.randomUUID(), request: { ground } };
    const answer = await actOnDossier(house, by, command, recountDue);
    if (isRefusal(answer ?? {})) left++;
    else recounted++;
  }
  return { recounted, left };
}

/** Every dossier that is owed at another moment than was told, read a part at a time. */
async function* moved(house: House): AsyncIterable<{ readonly dossier: RunningDossier; readonly dueAt: Date }> {
  const { calendarOf } = await referenceOf(house);
  for (let after: string | null = null; ; ) {
    const dossiers: RunningDossier[] = await listRunningDossiers(house.db, after, readAtOnce);
    for (const dossier of dossiers) {
      const dueAt = movedDue(dossier, { calendarOf });
      if (dueAt) yield { dossier, dueAt };
    }
    const last = dossiers.at(-1);
    if (!last || dossiers.length < readAtOnce) return;
    after = last.dossierId;
  }
}
