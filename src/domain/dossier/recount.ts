import { type Decision, refuse } from '#domain/refusal.ts';
import { asTheyAre } from './branches.ts';
import { dueAfterWaits, dueAnew, plannedAnew } from './clock.ts';
import type { Dossier, Task } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { isRunning } from './hold.ts';

/** The decision by which days off changed, in the administrator's words. */
export type Recount = { readonly ground: string };

/** What must be known of a dossier to say whether a changed calendar moves it. */
export type Countable = Pick<Dossier, 'state' | 'receivedAt' | 'dueAt' | 'promised' | 'receivingAgencyId' | 'waits'>;

/** When a running dossier is owed by the calendar as it is now; null when that is when it is owed already, or nothing is owed now. */
export function movedDue(dossier: Countable, facts: Pick<Facts, 'calendarOf'>): Date | null {
  if (!isRunning(dossier) || !dossier.dueAt) return null;
  const dueAt = dueAfterWaits(dossier, dossier.waits, facts);
  return dueAt && dueAt.getTime() !== dossier.dueAt.getTime() ? dueAt : null;
}

/**
 * Counts the due time anew after the calendar changed, and with it the step's and the agency's share.
 * A dossier whose due time does not move is left as it is: nothing is written, nobody is told.
 *
 * @returns `due time recounted`, nothing, or a refusal: `reason-missing` without the decision that it follows
 */
export function recountDue(dossier: Dossier, { ground }: Recount, facts: Facts): Decision<DossierEvent> {
  if (ground === '') return refuse('reason-missing');
  const dueAt = movedDue(dossier, facts);
  const { task, shares } = dossier;
  if (!dueAt || !dossier.dueAt || (!task && !dossier.routing)) return [];
  const anew = (one: Task) => (one.plannedAt ? { ...one, plannedAt: plannedAnew(dossier, one, facts) } : one);
  const { beside, ...others } = asTheyAre(dossier);

  return [
    {
      type: 'due time recounted',
      at: facts.now,
      wasDueAt: dossier.dueAt,
      dueAt,
      task: task && anew(task),
      ...(beside ? { ...others, beside: beside.map(anew) } : {}),
      shares: shares.map((share) => (share.doneAt || !share.dueAt ? share : { ...share, dueAt: dueAnew(dossier, share, facts) })),
      sealed: { ground },
    },
  ];
}
