import { type Decision, isRefusal, refuse } from '#domain/refusal.ts';
import { whichOf } from './branches.ts';
import { type Dossier, isClosed } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { hold, isWaiting } from './hold.ts';

/**
 * An officer takes a task out of his unit's common queue.
 *
 * @returns `taken`, nothing when he has it already, or a refusal: `wrong-state` when no task is open or somebody else is waited for,
 *   `taken-by-colleague`
 */
export function take(dossier: Dossier, _request: object, facts: Facts): Decision<DossierEvent> {
  if (isWaiting(dossier)) return refuse('wrong-state', { state: dossier.state });
  const held = hold(dossier, facts);
  return isRefusal(held) ? held : held.taking;
}

/**
 * The head gives the task to an officer of his unit, also one that a colleague has.
 *
 * @returns `assigned`, or a refusal: `wrong-state` when no task is open, `role-missing` when the officer cannot do it
 */
export function assign(dossier: Dossier, { officerId }: { readonly officerId: string }, { now, mayHold }: Facts): Decision<DossierEvent> {
  const { task, state } = dossier;
  if (!task || isClosed(dossier)) return refuse('wrong-state', { state });
  if (!mayHold(officerId, task.unitId, task.role)) return refuse('role-missing');
  return [{ type: 'assigned', at: now, ...whichOf(dossier), officerId }];
}
