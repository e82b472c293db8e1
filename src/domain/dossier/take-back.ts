import { type Decision, type Refusal, refuse } from '#domain/refusal.ts';
import { lastNo } from './branches.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { isRunning } from './hold.ts';

/**
 * Whoever handed a dossier on, or his head, takes it back while nobody has taken the next task: the step goes on where it was,
 * with the same holder, planned time and share. An agency that had it meanwhile and never took it has a share without an outcome.
 * Where ways branch, all branches stand again as they stood, and only as long as nothing happened to any task since.
 *
 * @returns `hand-over withdrawn`, or a refusal: `wrong-state` unless the clock runs and it was handed on last, `already-taken`,
 *   `reason-missing`
 */
export function takeBack(dossier: Dossier, { reason }: { readonly reason: string }, { now }: Facts): Decision<DossierEvent> {
  const refused = whyNotBack(dossier);
  if (refused) return refused;
  const { handedOver, task, shares } = dossier;
  if (!handedOver || (!task && !dossier.routing)) return refuse('wrong-state', { state: dossier.state });
  if (reason === '') return refuse('reason-missing');
  const { beside, tokens, shares: sharesBefore } = handedOver;
  const others = beside && tokens ? { beside, tokens } : {};
  return [
    {
      type: 'hand-over withdrawn',
      at: now,
      state: handedOver.state,
      task: { ...handedOver.task, no: lastNo(dossier) + 1 },
      shares: sharesBefore ? asBefore(shares, sharesBefore, now) : goneBack(shares, handedOver.task.agencyId, now, task),
      ...others,
      sealed: { reason },
    },
  ];
}

/** What stands against it; null when it may be taken back. */
export function whyNotBack(dossier: Dossier): Refusal | null {
  const { handedOver, task, state } = dossier;
  if (!isRunning(dossier) || (!task && !dossier.routing)) return refuse('wrong-state', { state });
  if (dossier.routing) return handedOver ? null : refuse('wrong-state', { state });
  if (task?.officerId) return refuse('already-taken');
  return handedOver ? null : refuse('wrong-state', { state });
}

/** The share that the hand-over ended is open again as it was; the one that it opened ends without an outcome. */
function goneBack(shares: Dossier['shares'], agencyId: string, now: Date, task: Dossier['task']): Dossier['shares'] {
  if (task?.agencyId === agencyId) return shares;
  const reopened = shares.findLast((share) => share.agencyId === agencyId && share.doneAt !== null);
  return shares.map((share) => {
    if (share === reopened) return { ...share, doneAt: null, outcome: null };
    return share.doneAt === null ? { ...share, doneAt: now } : share;
  });
}

/** All shares as they were; those that the hand-over opened end without an outcome. */
function asBefore(shares: Dossier['shares'], before: Dossier['shares'], now: Date): Dossier['shares'] {
  return [...before, ...shares.slice(before.length).map((share) => (share.doneAt === null ? { ...share, doneAt: now } : share))];
}
