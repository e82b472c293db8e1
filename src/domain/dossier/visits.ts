import { type WorkingCalendar, workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { minutesOfSteps, type PlannedStep } from '#domain/workflow/plan.ts';
import { answerWithinMinutes } from './clock.ts';
import type { Dossier, Outcome, WaitCause } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import { born, evolve, replay } from './evolve.ts';
import { type TaskSpan, taskSpans } from './task-spans.ts';

/** A stretch of a dossier's way: it waits for an answer to its submission, lies at a step, or waits for somebody else. */
export type Visit = Stay | Pause;

export type Stay = {
  /** `answer`: handed in, not yet received. */
  readonly kind: 'answer' | 'step';
  readonly step: PlannedStep;
  readonly fromAt: Date;
  /** Null while it lasts. */
  readonly untilAt: Date | null;
  /** Working time it was really in hand: without what was waited for the applicant. */
  readonly usedMinutes: number;
  /** Its share of the promised time; null for the return, which waits for the applicant. */
  readonly allottedMinutes: number | null;
  /** Early, on time or late within its own share; null while it lasts, and where it has none. */
  readonly outcome: Outcome | null;
  /** What ended it, so that a step that was sent back is told from one that was done. */
  readonly endedBy: DossierEvent['type'] | null;
};

/** The clock stood still, or had not begun. */
export type Pause = {
  readonly kind: 'wait';
  readonly cause: WaitCause;
  readonly fromAt: Date;
  readonly untilAt: Date | null;
  readonly waitedMinutes: number;
};

/**
 * Where a dossier has been, from the first to the last: each stay with the working time that it used of its share.
 * Waits lie inside of stays and are listed after the stay they began in. A stay that began and ended in the same moment,
 * as a submission at the counter, is left out; a hand-over that was taken back ended nothing. What still lasts is measured up to `now`.
 *
 * @param calendarOf working time is that of the agency that had it
 */
export function visitsOf(events: readonly DossierEvent[], now: Date, calendarOf: (agencyId: string) => WorkingCalendar): readonly Visit[] {
  if (events[0]?.type === 'submitted' && events[0].routing) return branchedVisits(events, now, calendarOf);
  let visits: Visit[] = [];
  let dossier: Dossier | undefined;
  let stay: OpenStay | undefined;
  let pause: OpenPause | undefined;
  let closedAt: Date | undefined;
  let handedOver: { readonly visits: readonly Visit[]; readonly stay: OpenStay | undefined } | undefined;

  const endPause = (untilAt: Date | null) => {
    if (!pause || !stay) return;
    const waitedMinutes = workingMinutesBetween(pause.fromAt, untilAt ?? now, calendarOf(stay.step.agencyId));
    visits.push({ kind: 'wait', cause: pause.cause, fromAt: pause.fromAt, untilAt, waitedMinutes });
    stay = { ...stay, waitedMinutes: stay.waitedMinutes + waitedMinutes };
    pause = undefined;
  };
  const endStay = (untilAt: Date | null, endedBy: DossierEvent['type'] | null) => {
    endPause(untilAt);
    if (stay && stay.fromAt.getTime() !== untilAt?.getTime()) visits.push(closed(stay, { untilAt, endedBy, now, calendarOf }));
    stay = undefined;
  };

  for (const event of events) {
    dossier = dossier ? evolve(dossier, event) : event.type === 'submitted' ? born(event) : undefined;
    if (!dossier) throw new Error('A history begins with a submission');
    switch (event.type) {
      case 'submitted':
        stay = opened('answer', dossier, event.at);
        break;
      case 'supplement requested':
        pause = { cause: 'supplement', fromAt: event.at };
        break;
      case 'payment requested':
        pause = { cause: 'payment', fromAt: event.at };
        break;
      case 'suspended':
        pause = { cause: 'suspension', fromAt: event.at };
        break;
      case 'supplement given':
      case 'payment recorded':
      case 'resumed':
        endPause(event.at);
        break;
      case 'received':
      case 'handed on':
      case 'sent back':
      case 'refused':
        if (event.type === 'handed on') handedOver = { visits: [...visits], stay };
        endStay(event.at, event.type);
        stay = opened('step', dossier, event.at);
        break;
      case 'hand-over withdrawn':
        visits = [...(handedOver?.visits ?? visits)];
        stay = handedOver?.stay ?? stay;
        break;
      case 'reopened':
        if (closedAt) visits.push(closedWait(closedAt, event.at, calendarOf(dossier.receivingAgencyId)));
        closedAt = undefined;
        stay = opened(dossier.receivedAt ? 'step' : 'answer', dossier, event.at);
        break;
      case 'not accepted':
      case 'withdrawn':
      case 'closed unanswered':
      case 'returned':
        endStay(event.at, event.type);
        closedAt = event.at;
    }
  }
  endStay(null, null);
  return visits.toSorted((one, other) => one.fromAt.getTime() - other.fromAt.getTime());
}

const causes: readonly WaitCause[] = ['supplement', 'payment', 'suspension', 'closed'];

/** The same where ways branch: each task is a stay, several beside each other; a wait lies beside all that were open. */
function branchedVisits(events: readonly DossierEvent[], now: Date, calendarOf: (agencyId: string) => WorkingCalendar): readonly Visit[] {
  const dossier = replay(events);
  const pauses = dossier.waits.map(({ cause, fromAt, untilAt }): Pause => {
    const calendar = calendarOf(dossier.receivingAgencyId);
    const waitedMinutes = workingMinutesBetween(fromAt, untilAt ?? now, calendar);
    return { kind: 'wait', cause: causes.find((one) => one === cause) ?? 'closed', fromAt, untilAt, waitedMinutes };
  });
  const stays = spansThatCount(events).flatMap(({ task, endedBy }): Stay[] => {
    const untilAt = endedBy === null ? null : (events[endedBy]?.at ?? null);
    const stay = opened('step', { ...dossier, task }, task.openedAt);
    if (!stay || untilAt?.getTime() === task.openedAt.getTime()) return [];
    const waitedMinutes = pauses.reduce((sum, { fromAt, untilAt: over }) => {
      const [from, until] = [latest(fromAt, task.openedAt), earliest(over ?? now, untilAt ?? now)];
      return from < until ? sum + workingMinutesBetween(from, until, calendarOf(task.agencyId)) : sum;
    }, 0);
    const ending = { untilAt, endedBy: endedBy === null ? null : (events[endedBy]?.type ?? null), now, calendarOf };
    return [closed({ ...stay, waitedMinutes }, ending)];
  });
  return [...stays, ...pauses].toSorted((one, other) => one.fromAt.getTime() - other.fromAt.getTime());
}

/** Without what a hand-over opened that was taken back, and without the task that it then seemed to end: that one goes on by another number. */
function spansThatCount(events: readonly DossierEvent[]): readonly TaskSpan[] {
  const spans = taskSpans(events).filter(({ endedBy }) => endedBy === null || events[endedBy]?.type !== 'hand-over withdrawn');
  const goesOn = ({ task: { no, stepNo, openedAt } }: TaskSpan) =>
    spans.some(({ task }) => task.no > no && task.stepNo === stepNo && task.openedAt.getTime() === openedAt.getTime());
  return spans.filter((span) => !goesOn(span));
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}

function earliest(one: Date, other: Date): Date {
  return one < other ? one : other;
}

/** While it was closed nobody had it. */
function closedWait(fromAt: Date, untilAt: Date, calendar: WorkingCalendar): Pause {
  return { kind: 'wait', cause: 'closed', fromAt, untilAt, waitedMinutes: workingMinutesBetween(fromAt, untilAt, calendar) };
}

type OpenStay = {
  readonly kind: Stay['kind'];
  readonly step: PlannedStep;
  readonly fromAt: Date;
  readonly allottedMinutes: number | null;
  readonly waitedMinutes: number;
};

type OpenPause = { readonly cause: WaitCause; readonly fromAt: Date };

function opened(kind: Stay['kind'], { task, plan, totalMinutes }: Dossier, fromAt: Date): OpenStay | undefined {
  const step = plan.find(({ no }) => no === task?.stepNo);
  if (!step) return undefined;
  const share = minutesOfSteps(plan, totalMinutes)[plan.indexOf(step)] ?? 0;
  const allottedMinutes = kind === 'answer' ? answerWithinMinutes : step.kind === 'return' ? null : share;
  return { kind, step, fromAt, allottedMinutes, waitedMinutes: 0 };
}

type Ending = Pick<Stay, 'untilAt' | 'endedBy'> & {
  readonly now: Date;
  readonly calendarOf: (agencyId: string) => WorkingCalendar;
};

function closed(stay: OpenStay, { untilAt, endedBy, now, calendarOf }: Ending): Stay {
  const { waitedMinutes, ...rest } = stay;
  const usedMinutes = workingMinutesBetween(stay.fromAt, untilAt ?? now, calendarOf(stay.step.agencyId)) - waitedMinutes;
  const outcome = untilAt === null || stay.allottedMinutes === null ? null : outcomeWithin(usedMinutes, stay.allottedMinutes);
  return { ...rest, untilAt, usedMinutes, outcome, endedBy };
}

function outcomeWithin(usedMinutes: number, allottedMinutes: number): Outcome {
  if (usedMinutes === allottedMinutes) return 'on time';
  return usedMinutes < allottedMinutes ? 'early' : 'late';
}
