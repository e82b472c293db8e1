import { dueInstant, type Wait } from '#domain/calendar/due.ts';
import { addWorkingMinutes, nextOpening, workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { minutesOfSteps, type PlannedStep } from '#domain/workflow/plan.ts';
import { type Birth, type Dossier, isClosed, type Outcome, type Share, type Task, type Waiting } from './dossier.ts';
import type { Facts } from './facts.ts';

/** Working hours within which one who applied online gets an answer. @law TT-01-2018-VPCP */
export const answerWithinMinutes = 8 * 60;

/** The clock of a dossier as it is received: what counts as receipt, what is owed, and what every step and agency gets of it. */
export function startClock(birth: Birth, { now, calendarOf }: Pick<Facts, 'now' | 'calendarOf'>) {
  const calendar = calendarOf(birth.receivingAgencyId);
  const receivedAt = nextOpening(now, calendar);
  const dueAt = dueInstant({ receivedAt: now, ...birth.promised, waits: [] }, calendar);
  return { receivedAt, dueAt, totalMinutes: workingMinutesBetween(receivedAt, dueAt, calendar) };
}

/** What of a dossier its due time is counted from. */
type Owing = Pick<Dossier, 'receivedAt' | 'promised' | 'receivingAgencyId'>;

/** When the result is owed after all that was waited for, or null while a wait lasts or before receipt. */
export function dueAfterWaits(dossier: Owing, waits: readonly Wait[], { calendarOf }: Pick<Facts, 'calendarOf'>): Date | null {
  const { receivedAt, promised, receivingAgencyId } = dossier;
  if (!receivedAt || waits.some(({ untilAt }) => untilAt === null)) return null;
  return dueInstant({ receivedAt, ...promised, waits }, calendarOf(receivingAgencyId));
}

/** When the house owes something next: before receipt its answer, then the result; null while the clock stands still or has ended. */
export function nextDueAt({ state, task, dueAt, readyAt }: Pick<Dossier, 'state' | 'task' | 'dueAt' | 'readyAt'>): Date | null {
  if (readyAt || isClosed({ state })) return null;
  return state === 'submitted' ? (task?.plannedAt ?? null) : dueAt;
}

/** When a step is to be done; null where the whole is owed sooner, as after lateness before it or a reopening: then that counts. */
export function stepDueAt({ plannedAt }: Pick<Task, 'plannedAt'>, dueAt: Date | null): Date | null {
  return plannedAt && dueAt && plannedAt > dueAt ? null : plannedAt;
}

/** A step opened now, in its unit's common queue unless an officer is named. */
export function openTask(
  { task, plan }: { readonly task: Pick<Task, 'no'> | null; readonly plan: readonly PlannedStep[] },
  step: PlannedStep,
  totalMinutes: number,
  { now, calendarOf }: Pick<Facts, 'now' | 'calendarOf'>,
  officerId: string | null = null,
): Task {
  const minutes = minutesOfSteps(plan, totalMinutes)[plan.indexOf(step)] ?? 0;
  const { agencyId, unitId, role, kind, no } = step;
  return {
    no: (task?.no ?? 0) + 1,
    stepNo: no,
    agencyId,
    unitId,
    role,
    officerId,
    openedAt: now,
    takenAt: officerId === null ? null : now,
    plannedAt: kind === 'return' ? null : addWorkingMinutes(now, minutes, calendarOf(agencyId)),
  };
}

/** Shares after the dossier went to this step: the agency that had it is done, the one that gets it begins. */
export function sharesAt(
  { plan, shares }: { readonly plan: readonly PlannedStep[]; readonly shares: readonly Share[] },
  step: PlannedStep,
  totalMinutes: number,
  facts: Pick<Facts, 'now' | 'calendarOf'>,
): readonly Share[] {
  const last = shares.at(-1);
  if (last?.agencyId === step.agencyId && last.doneAt === null) return shares;
  const before = endShares(shares, facts.now);
  if (step.kind === 'return') return before;

  const minutes = minutesWithAgency(plan, step, totalMinutes);
  const dueAt = addWorkingMinutes(facts.now, minutes, facts.calendarOf(step.agencyId));
  return [...before, { no: before.length + 1, agencyId: step.agencyId, openedAt: facts.now, dueAt, doneAt: null, outcome: null }];
}

/** The agency that has the dossier hands it out of its hands now. */
export function endShares(shares: readonly Share[], now: Date): readonly Share[] {
  return shares.map((share) => (share.doneAt ? share : { ...share, doneAt: now, outcome: share.dueAt && outcomeOf(now, share.dueAt) }));
}

/** What was to be done by a time is moved by the working time that was waited. */
function moveByWait<Part extends { readonly agencyId: string }>(
  part: Part,
  at: Date | null,
  waitedFrom: Date,
  { now, calendarOf }: Pick<Facts, 'now' | 'calendarOf'>,
): Date | null {
  const calendar = calendarOf(part.agencyId);
  return at && addWorkingMinutes(at, workingMinutesBetween(waitedFrom, now, calendar), calendar);
}

/** When a wait ends now: all that was owed, moved by the working time that was waited, or begun anew where the wait said so. */
export function afterWait(dossier: Dossier, task: Task, facts: Pick<Facts, 'now' | 'calendarOf'>) {
  const { waits, shares, beside, tokens } = dossier;
  const waiting = waits.find(({ untilAt }) => untilAt === null);
  const waitedFrom = waiting?.fromAt ?? facts.now;
  const waitedMs = facts.now.getTime() - waitedFrom.getTime();
  const ended = waits.map((wait) => (wait.untilAt === null ? { ...wait, untilAt: facts.now } : wait));
  const since = { ...dossier, waits: ended };
  const plannedAt = (one: Task) =>
    waiting?.anew && one.plannedAt ? plannedAnew(since, one, facts) : moveByWait(one, one.plannedAt, waitedFrom, facts);
  const planned = (one: Task) => ({ ...one, plannedAt: plannedAt(one) });
  const owed = (one: Share) => (waiting?.anew && one.dueAt ? dueAnew(since, one, facts) : moveByWait(one, one.dueAt, waitedFrom, facts));
  return {
    dueAt: dueAfterWaits(dossier, ended, facts),
    task: planned(task),
    ...(beside && tokens ? { beside: beside.map(planned), tokens: tokens.map((token) => laterBy(token, waitedMs)) } : {}),
    shares: shares.map((share) => (share.doneAt ? share : { ...share, dueAt: owed(share) })),
  };
}

/** The step's minutes from when it was opened, and those that were waited since. */
export function plannedAnew(dossier: Dossier, { stepNo, openedAt, agencyId }: Task, facts: Pick<Facts, 'calendarOf'>): Date {
  const { plan, totalMinutes } = dossier;
  const minutes = minutesOfSteps(plan, totalMinutes)[plan.findIndex(({ no }) => no === stepNo)] ?? 0;
  return addWithWaits(dossier, openedAt, agencyId, minutes, facts);
}

/** The same for all steps that an agency does one after the other; one that was sent back begins at the step it came back to. */
export function dueAnew(dossier: Dossier, { openedAt, agencyId }: Share, facts: Pick<Facts, 'calendarOf'>): Date {
  const { plan, totalMinutes, beside = [] } = dossier;
  const task = [dossier.task, ...beside].find((one) => one?.agencyId === agencyId);
  let first = plan.findIndex(({ no }) => no === task?.stepNo);
  const isSentBack = task?.openedAt.getTime() === openedAt.getTime();
  while (!isSentBack && plan[first - 1]?.agencyId === agencyId) first--;
  const step = plan[first];
  return addWithWaits(dossier, openedAt, agencyId, step ? minutesWithAgency(plan, step, totalMinutes) : 0, facts);
}

/** Where the whole time began anew meanwhile, from then. */
function addWithWaits(
  { waits }: Dossier,
  opened: Date,
  agencyId: string,
  minutes: number,
  { calendarOf }: Pick<Facts, 'calendarOf'>,
): Date {
  const calendar = calendarOf(agencyId);
  const from = waits.reduce((latest, { anew, untilAt }) => (anew && untilAt && untilAt > latest ? untilAt : latest), opened);
  const waited = waits.reduce((sum, { fromAt, untilAt }) => {
    const begins = new Date(Math.max(fromAt.getTime(), from.getTime()));
    return untilAt ? sum + workingMinutesBetween(begins, untilAt, calendar) : sum;
  }, 0);
  return addWorkingMinutes(from, minutes + waited, calendar);
}

/** A timer runs on the wall calendar, so it is set back by all that was waited. */
function laterBy(token: Waiting, ms: number): Waiting {
  return token.dueAt ? { ...token, dueAt: new Date(token.dueAt.getTime() + ms) } : token;
}

/** Early, on time or late: both to the minute. */
export function outcomeOf(readyAt: Date, dueAt: Date): Outcome {
  const minutes = Math.floor(readyAt.getTime() / 60_000) - Math.floor(dueAt.getTime() / 60_000);
  if (minutes < 0) return 'early';
  return minutes === 0 ? 'on time' : 'late';
}

/** Working minutes of this step and all that follow it in the same agency. */
export function minutesWithAgency(plan: readonly PlannedStep[], step: PlannedStep, totalMinutes: number): number {
  const minutes = minutesOfSteps(plan, totalMinutes);
  let sum = 0;
  for (let i = plan.indexOf(step); plan[i]?.agencyId === step.agencyId && plan[i]?.kind !== 'return'; i++) sum += minutes[i] ?? 0;
  return sum;
}
