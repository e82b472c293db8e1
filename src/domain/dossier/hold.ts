import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { PlannedStep } from '#domain/workflow/plan.ts';
import { whichOf } from './branches.ts';
import type { Dossier, Task } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import type { Facts } from './facts.ts';

/** The task that an act is done in, its step, and the event by which the one who acts takes it when nobody has yet. */
export type Held = { readonly task: Task; readonly step: PlannedStep; readonly taking: readonly DossierEvent[] };

/**
 * Who acts on a task has it, or acts in the place of the absent one who has: a task from the common queue is taken by the act itself,
 * a colleague's is not touched.
 *
 * @returns what is held, or a refusal: `wrong-state` when no task is open, `taken-by-colleague`
 */
export function hold(dossier: Dossier, { by, now }: Facts): Held | Refusal {
  const { task, plan, state } = dossier;
  const step = plan.find(({ no }) => no === task?.stepNo);
  if (!task || !step) return refuse('wrong-state', { state });
  const isHis = task.officerId === null || task.officerId === by.personId || task.officerId === by.inPlaceOf?.officerId;
  if (!isHis) return refuse('taken-by-colleague');

  const taking: DossierEvent[] = task.officerId === null ? [{ type: 'taken', at: now, ...whichOf(dossier), officerId: by.personId }] : [];
  return { task, step, taking };
}

/** The same, only while the clock runs: between receipt and result. */
export function holdRunning(dossier: Dossier, facts: Facts): Held | Refusal {
  if (!isRunning(dossier)) return refuse('wrong-state', { state: dossier.state });
  return hold(dossier, facts);
}

export function isRunning({ state }: Pick<Dossier, 'state'>): boolean {
  return state === 'received' || state === 'in progress';
}

/** Whether the applicant, another agency or a law is waited for. */
export function isWaiting({ state }: Pick<Dossier, 'state'>): boolean {
  return state === 'awaiting supplement' || state === 'awaiting payment' || state === 'suspended';
}

/** The same, only at a step of this kind. */
export function holdAt(dossier: Dossier, kind: PlannedStep['kind'], facts: Facts): Held | Refusal {
  const held = holdRunning(dossier, facts);
  if (isRefusal(held)) return held;
  return held.step.kind === kind ? held : refuse('not-your-turn');
}
