import { type Decision, isRefusal, refuse } from '#domain/refusal.ts';
import type { PlannedStep } from '#domain/workflow/plan.ts';
import type { Routing } from '#domain/workflow/routing.ts';
import { allEnded, goBack, goOn, isLastAt, lastNo, readyAt, stepsBefore, whichOf } from './branches.ts';
import { endShares, openTask, outcomeOf, sharesAt } from './clock.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent, Reasons } from './events.ts';
import type { Facts } from './facts.ts';
import { type Held, holdRunning } from './hold.ts';

/** The one who has the dossier does his task; it is his colleagues' from here on, or the named one's. */
export type HandOn = {
  readonly note: string;
  readonly toOfficerId: string | null;
  /** Flows that are named where the way has choices that he makes. */
  readonly ways?: readonly string[];
};

/**
 * Ends the step that is being done and opens the next, or those that follow on a way that branches. Once the return opens the result is
 * ready, and the clock ends.
 *
 * @returns `handed on`, at the end `result ready` too, or a refusal: `wrong-state` unless the clock runs, `taken-by-colleague`,
 *   `result-missing`, `result-not-signed` or `result-not-numbered` when the last step that makes, signs or numbers it leaves it undone,
 *   `role-missing` when the officer named cannot do the next step,
 *   `way-missing` with the choice at which none was named
 */
export function handOn(dossier: Dossier, { note, toOfficerId, ways = [] }: HandOn, facts: Facts): Decision<DossierEvent> {
  const held = holdRunning(dossier, facts);
  if (isRefusal(held)) return held;
  const undone = isUndone(dossier, held.step);
  if (undone) return refuse(undone);
  if (dossier.routing) return handOnAlong(dossier, dossier.routing, held, { note, toOfficerId, ways }, facts);
  const next = dossier.plan.find(({ no }) => no === held.step.no + 1);
  if (!next) return refuse('wrong-state', { state: dossier.state });
  if (toOfficerId !== null && !facts.mayHold(toOfficerId, next.unitId, next.role)) return refuse('role-missing');

  const handed: DossierEvent = {
    type: 'handed on',
    at: facts.now,
    state: 'in progress',
    ...movedTo(dossier, next, facts, toOfficerId),
    sealed: { note },
  };
  if (next.kind !== 'return' || !dossier.dueAt) return [...held.taking, handed];
  return [...held.taking, handed, { type: 'result ready', at: facts.now, outcome: outcomeOf(facts.now, dossier.dueAt) }];
}

function handOnAlong(
  dossier: Dossier,
  routing: Routing,
  { task, step, taking }: Held,
  { note, toOfficerId, ways }: Required<HandOn>,
  facts: Facts,
): Decision<DossierEvent> {
  const from = step.nodeId ?? '';
  const going = { from, endedNo: task.no, officerId: toOfficerId, given: dossier.given ?? {}, ways, must: true };
  const went = goOn(dossier, routing, going, facts);
  if ('undecided' in went) {
    const choice = routing.nodes.find(({ id }) => id === went.undecided);
    return refuse('way-missing', { choice: choice?.name ?? '' });
  }
  const { opened, isReady, ...stands } = went;
  if (toOfficerId !== null && !opened.some(({ officerId }) => officerId === toOfficerId)) return refuse('role-missing');
  const named = ways.length > 0 ? { ways } : {};
  return [
    ...taking,
    { type: 'handed on', at: facts.now, ...whichOf(dossier), state: 'in progress', ...stands, ...named, sealed: { note } },
    ...(isReady ? readyAt(dossier, facts) : []),
  ];
}

/** What is not yet right goes back, with the reason, to the one who had it at that step. */
export type SendBack = { readonly toStepNo: number; readonly reason: string };

/**
 * Sends a dossier back to an earlier step, with the reason, to the officer who did it; where ways branch, within the branch.
 *
 * @returns `sent back`, or a refusal: `wrong-state`, `taken-by-colleague`, `reason-missing`, `nobody-before` when that step is not
 *   before this one or nobody did it, `result-already-signed` once the result has its number
 */
export function sendBack(dossier: Dossier, { toStepNo, reason }: SendBack, facts: Facts): Decision<DossierEvent> {
  const held = holdRunning(dossier, facts);
  if (isRefusal(held)) return held;
  if (reason === '') return refuse('reason-missing');
  if (dossier.result?.number) return refuse('result-already-signed');
  const step = stepsBefore(dossier).find(({ no }) => no === toStepNo);
  const officerId = dossier.doneBy[toStepNo];
  if (!step || !officerId) return refuse('nobody-before');

  const stands = dossier.routing ? backAt(dossier, step, officerId, facts) : movedTo(dossier, step, facts, officerId);
  return [...held.taking, { type: 'sent back', at: facts.now, ...whichOf(dossier), ...stands, sealed: { reason } }];
}

/**
 * Settles a dossier by a refusal, with reasons and legal ground; what is returned to the applicant is their letter. It ends every branch.
 *
 * @returns `refused`, or a refusal of the act: `wrong-state` unless in progress, `reason-missing`, `taken-by-colleague`
 * @law ND-61-2018 reasons in writing, with the legal ground and where to complain
 */
export function refuseDossier(dossier: Dossier, { reasons, ground }: Reasons, facts: Facts): Decision<DossierEvent> {
  if (dossier.state !== 'in progress') return refuse('wrong-state', { state: dossier.state });
  const held = holdRunning(dossier, facts);
  if (isRefusal(held)) return held;
  const last = dossier.plan.at(-1);
  if (!last || !dossier.dueAt) return refuse('wrong-state', { state: dossier.state });
  if (reasons.length === 0) return refuse('reason-missing');

  const outcome = outcomeOf(facts.now, dossier.dueAt);
  const stands = { ...movedTo({ ...dossier, task: { ...held.task, no: lastNo(dossier) } }, last, facts, null), ...allEnded(dossier) };
  return [...held.taking, { type: 'refused', at: facts.now, ...whichOf(dossier), outcome, ...stands, sealed: { reasons, ground } }];
}

function backAt(dossier: Dossier, step: PlannedStep, officerId: string, facts: Facts) {
  const { beside, tokens, shares, opened } = goBack(dossier, step, officerId, facts);
  const [task] = opened;
  if (!task) throw new RangeError(`No task opened at ${step.name}`);
  return { task, beside, tokens, shares };
}

function movedTo(dossier: Dossier, step: PlannedStep, facts: Facts, officerId: string | null) {
  const shares = step.kind === 'return' ? endShares(dossier.shares, facts.now) : sharesAt(dossier, step, dossier.totalMinutes, facts);
  return { task: openTask(dossier, step, dossier.totalMinutes, facts, officerId), shares };
}

function isUndone(dossier: Dossier, step: Held['step']) {
  const { result } = dossier;
  const { kind } = step;
  if (!isLastAt(dossier, step)) return undefined;
  if (kind === 'appraise' && !result) return 'result-missing';
  if (kind === 'sign' && !result?.signedAt) return 'result-not-signed';
  if (kind === 'number' && !result?.number) return 'result-not-numbered';
  return undefined;
}
