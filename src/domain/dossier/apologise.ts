import { type Decision, refuse } from '#domain/refusal.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { isRunning } from './hold.ts';

export type Apology = { readonly reason: string; readonly promisedAt: Date };

/**
 * Says before or after the due time that the result comes later, with the reason and the new time.
 * It moves what the citizen is promised, never the measure of lateness.
 *
 * @returns `apology given`, or a refusal: `wrong-state` unless the clock runs, `apology-already-given`, `reason-missing`,
 *   `new-due-time-not-later` when the new time is not after both now and what was owed
 * @law ND-61-2018 apology in writing, once, with the reason and the new time
 */
export function apologise(dossier: Dossier, { reason, promisedAt }: Apology, { now }: Facts): Decision<DossierEvent> {
  if (!isRunning(dossier) || !dossier.dueAt) return refuse('wrong-state', { state: dossier.state });
  if (dossier.promisedAt) return refuse('apology-already-given');
  if (reason === '') return refuse('reason-missing');
  if (!(promisedAt > now && promisedAt > dossier.dueAt)) return refuse('new-due-time-not-later');
  return [{ type: 'apology given', at: now, promisedAt, sealed: { reason } }];
}
