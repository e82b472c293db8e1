import { type Decision, type Refusal, refuse } from '#domain/refusal.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { isRunning } from './hold.ts';

/**
 * Whoever handed a dossier on, or his head, takes it back while nobody has taken the next task: the step goes on where it was,
 * with the same holder, planned time and share. An agency that had it meanwhile and never took it has a share without an outcome.
 *
 * @returns `hand-over withdrawn`, or a refusal: `wrong-state` unless the clock runs and it was handed on last, `already-taken`,
 *   `reason-missing`
 */
export function takeBack(dossier: Dossier, { reason }: { readonly reason: string }, { now }: Facts): Decision<DossierEvent> {
  const refused = whyNotBack(dossier);
  if (refused) return refused;
  const { handedOver, task, shares } = dossier;
  if (!handedOver || !task) return refuse('wrong-state', { state: dossier.state });
  if (reason === '') return refuse('reason-missing');
  return [
    {
      type: 'hand-over withdrawn',
      at: now,
      state: handedOver.state,
      task: { ...handedOver.task, no: task.no + 1 },
      shares: handedOver.task.agencyId === task.agencyId ? shares : goneBack(shares, handedOver.task.agencyId, now),
      sealed: { reason },
    },
  ];
}

/** What stands against it; null when it may be taken back. */
export function whyNotBack(dossier: Dossier): Refusal | null {
  const { handedOver, task, state } = dossier;
  if (!isRunning(dossier) || !task) return refuse('wrong-state', { state });
  if (task.officerId !== null) return refuse('already-taken');
  return handedOver ? null : refuse('wrong-state', { state });
}

/** The share that the hand-over ended is open again as it was; the one that it opened ends without an outcome. */
function goneBack(shares: Dossier['shares'], agencyId: string, now: Date): Dossier['shares'] {
  const reopened = shares.findLast((share) => share.agencyId === agencyId && share.doneAt !== null);
  return shares.map((share) => {
    if (share === reopened) return { ...share, doneAt: null, outcome: null };
    return share.doneAt === null ? { ...share, doneAt: now } : share;
  });
}
