import { addWorkingMinutes, nextOpening } from '#domain/calendar/working-calendar.ts';
import { type Decision, refuse } from '#domain/refusal.ts';
import type { PlannedStep } from '#domain/workflow/plan.ts';
import { allEnded, lastNo, standsAlone, timersOn } from './branches.ts';
import { answerWithinMinutes, dueAfterWaits, openTask, sharesAt } from './clock.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import type { Facts } from './facts.ts';

/** Which step it goes back to; one that was not accepted goes to the first. */
export type Reopening = { readonly toStepNo: number; readonly reason: string };

/**
 * A head opens again what was returned or not accepted and should not have been. What was returned goes back to a step at which the result
 * is not yet drawn up, to the officer who did it, where ways branch to one at which it stands alone; number and signature of the old result stay with the old result.
 * The time from the result to this moment is no time of the agency: what was left goes on, as after every wait. What was not accepted
 * waits for its answer anew.
 *
 * @returns `reopened`, or a refusal: `wrong-state` unless returned or not accepted, `reason-missing`, `nobody-before` when it cannot go
 *   back to that step
 */
export function reopen(dossier: Dossier, { toStepNo, reason }: Reopening, facts: Facts): Decision<DossierEvent> {
  const { state, plan, doneBy, readyAt, receivedAt, routing } = dossier;
  if (!mayReopen(dossier)) return refuse('wrong-state', { state });
  if (reason === '') return refuse('reason-missing');
  const step = stepsToReopen(dossier).find(({ no }) => no === toStepNo);
  if (!step) return refuse('nobody-before');

  const before = doneBy[step.no];
  const officerId = before && facts.mayHold(before, step.unitId, step.role) ? before : null;
  const opened = openTask({ plan, task: { no: lastNo(dossier) } }, step, dossier.totalMinutes, facts, officerId);
  const waits = receivedAt && readyAt ? [...dossier.waits, { cause: 'closed', fromAt: readyAt, untilAt: facts.now }] : dossier.waits;
  return [
    {
      type: 'reopened',
      at: facts.now,
      state: receivedAt ? 'in progress' : 'submitted',
      dueAt: dueAfterWaits(dossier, waits, facts),
      waits,
      task: receivedAt ? opened : { ...opened, plannedAt: answerPlannedAt(step, facts) },
      shares: receivedAt ? sharesAt(dossier, step, dossier.totalMinutes, facts) : dossier.shares,
      ...allEnded(dossier),
      ...(routing && receivedAt ? { tokens: timersOn(routing, step.nodeId ?? '', facts.now) } : {}),
      sealed: { reason },
    },
  ];
}

/** Whether it is closed in a way that can be a mistake of the house; what the applicant withdrew or left unanswered he hands in again. */
export function mayReopen({ state }: Pick<Dossier, 'state'>): boolean {
  return state === 'returned' || state === 'not accepted';
}

/** The steps it can go back to: the first only, if it was not accepted; else those up to the last at which the result is drawn up. */
export function stepsToReopen(dossier: Pick<Dossier, 'plan' | 'state' | 'receivedAt' | 'routing'>): readonly PlannedStep[] {
  if (!mayReopen(dossier)) return [];
  const { plan, receivedAt } = dossier;
  if (!receivedAt) return plan.slice(0, 1);
  const before = plan.slice(0, plan.findLastIndex(({ kind }) => kind === 'appraise') + 1);
  return before.filter((step) => step.kind !== 'receive' && standsAlone(dossier, step));
}

function answerPlannedAt({ agencyId }: PlannedStep, { now, calendarOf }: Facts): Date {
  const calendar = calendarOf(agencyId);
  return addWorkingMinutes(nextOpening(now, calendar), answerWithinMinutes, calendar);
}
