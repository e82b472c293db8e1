import { type Day, dayAt, dayOf, fromWallMinute, minutesPerDay, wallMinute } from './day.ts';
import {
  type CountedMinutes,
  countDue,
  type DueQuestion,
  type DueTerms,
  defaultCutOffMinute,
  dueInstant,
  isAfterCutOff,
  runsToTheMinute,
} from './due.ts';
import { dayIndex, hasHours, receiptDay, spanAfter, touchesProvisional, type WorkingCalendar, workedBefore } from './working-calendar.ts';

/** A due time, and how sure it is. */
export type DueInShort = {
  readonly dueAt: Date;
  /** A year on the way has no decision about its holidays yet. */
  readonly provisional: boolean;
  /** A wait still lasts: `dueAt` is as if it had ended at once, and moves on with each working minute. */
  readonly waiting: boolean;
};

/** A due time that explains itself. */
export type Due = DueInShort & { readonly steps: readonly DueStep[] };

/** From when something counts that arrived at some moment; `on` is its day of receipt. */
export type Arrival = {
  readonly countedAt: Date;
  readonly on: Day;
  readonly when: 'working time' | 'before opening' | 'after closing' | 'day off';
  readonly dayOffName: string | null;
};

/** Working minutes that lie on one day. */
export type DayMinutes = { readonly day: Day; readonly minutes: number };

/**
 * One step of the count, in the order of the count.
 *
 * - `received`: when, and from when it counts; `on` is the day of receipt, which does not count for times in days
 * - `started anew`: a wait is over after which the time begins again; as `received`, with its end in place of the receipt
 * - `counted day`: the so-manieth day of the promise; `counted time`: minutes of the promise, where it runs to the minute
 * - `same day`: owed on this day; `afterCutOff` when it came too late for its own
 * - `skipped`: a day off; `name` is null on a weekend that is nothing more
 * - `moved to working day`: the last calendar day is off
 * - `promised`: where the promise alone ends
 * - `waited`: a wait, its working minutes and on which days they lie; `untilAt` is null while it lasts
 * - `made up`: minutes that make up for waits; `waits added`: from where to where all of them move the due time
 * - `end of day`: the end of the day reached is taken
 */
export type DueStep =
  | ({ readonly type: 'received'; readonly receivedAt: Date } & Arrival)
  | ({ readonly type: 'started anew'; readonly cause: string; readonly fromAt: Date; readonly untilAt: Date } & Arrival)
  | { readonly type: 'counted day'; readonly day: Day; readonly no: number }
  | ({ readonly type: 'counted time' } & DayMinutes)
  | { readonly type: 'same day'; readonly day: Day; readonly cutOffMinute: number; readonly afterCutOff: boolean }
  | { readonly type: 'skipped'; readonly day: Day; readonly name: string | null }
  | { readonly type: 'moved to working day'; readonly from: Day; readonly to: Day }
  | { readonly type: 'promised'; readonly at: Date }
  | {
      readonly type: 'waited';
      readonly cause: string;
      readonly fromAt: Date;
      readonly untilAt: Date | null;
      readonly minutes: number;
      readonly days: readonly DayMinutes[];
    }
  | ({ readonly type: 'made up' } & DayMinutes)
  | { readonly type: 'waits added'; readonly fromAt: Date; readonly minutes: number; readonly toAt: Date }
  | { readonly type: 'end of day'; readonly fromAt: Date; readonly toAt: Date };

/**
 * When a result is owed, with the count that leads there: the rules are those of `dueInstant`.
 * Who follows the steps with the agency's hours at hand comes to the same moment.
 *
 * @throws RangeError as `dueInstant`
 * @example Monday 10:00 with 3 working days: Tuesday 1, Wednesday 2, Thursday 3, so Thursday 17:30
 */
export function explain(question: DueQuestion, calendar: WorkingCalendar): Due {
  const count = countDue(question, calendar);
  const { received, promised } = count;
  const steps: DueStep[] = [
    { type: 'received', receivedAt: question.receivedAt, ...arrivalAt(question.receivedAt, calendar) },
    ...anewSteps(count, calendar),
    ...countSteps(question, received, promised, calendar),
    { type: 'promised', at: fromWallMinute(promised) },
    ...waitSteps(count, calendar),
  ];
  return { ...inShort(fromWallMinute(count.due), question, calendar), steps };
}

/** As `explain`, without the steps. */
export function dueInShort(question: DueQuestion, calendar: WorkingCalendar): DueInShort {
  return inShort(dueInstant(question, calendar), question, calendar);
}

function inShort(dueAt: Date, { receivedAt, waits = [] }: DueQuestion, calendar: WorkingCalendar): DueInShort {
  return {
    dueAt,
    provisional: isProvisional({ receivedAt, dueAt }, calendar),
    waiting: waits.some(({ untilAt }) => untilAt === null),
  };
}

/** Whether a year between receipt and due time has no decision about its holidays yet. */
export function isProvisional(
  { receivedAt, dueAt }: { readonly receivedAt: Date; readonly dueAt: Date },
  calendar: WorkingCalendar,
): boolean {
  return touchesProvisional(dayOf(receivedAt), dayOf(new Date(dueAt.getTime() - 1)), calendar);
}

function arrivalAt(at: Date, calendar: WorkingCalendar): Arrival {
  const minute = wallMinute(at);
  const { start } = spanAfter(minute, calendar);
  const index = dayIndex(Math.floor(minute / minutesPerDay), calendar);
  const day = receiptDay(minute, calendar);
  return {
    countedAt: start <= minute ? at : fromWallMinute(start),
    on: dayAt(calendar.firstDay + day),
    when: start <= minute ? 'working time' : day === index ? 'before opening' : hasHours(index, calendar) ? 'after closing' : 'day off',
    dayOffName: calendar.names.get(calendar.firstDay + index) ?? null,
  };
}

function anewSteps({ anew }: CountedMinutes, calendar: WorkingCalendar): DueStep[] {
  if (!anew?.untilAt) return [];
  const { cause, fromAt, untilAt } = anew;
  return [{ type: 'started anew', cause, fromAt, untilAt, ...arrivalAt(untilAt, calendar) }];
}

/** The waits that count, and where they move what was promised. One that was over when the time began anew is told no more. */
function waitSteps({ anew, waited, waitMinutes, promised, moved, due }: CountedMinutes, calendar: WorkingCalendar): DueStep[] {
  const steps: DueStep[] = [];
  for (const { wait, from, until, minutes } of waited) {
    if (anew?.untilAt && wait.untilAt && wait.untilAt <= anew.untilAt) continue;
    const { cause, fromAt, untilAt } = wait;
    const days = minutesByDay(from, until, calendar).filter((day) => day.minutes > 0);
    steps.push({ type: 'waited', cause, fromAt, untilAt, minutes, days });
  }
  if (waitMinutes > 0) {
    steps.push(...timeSteps('made up', promised, moved, calendar));
    steps.push({ type: 'waits added', fromAt: fromWallMinute(promised), minutes: waitMinutes, toAt: fromWallMinute(moved) });
  }
  if (due !== moved) steps.push({ type: 'end of day', fromAt: fromWallMinute(moved), toAt: fromWallMinute(due) });
  return steps;
}

/** The days between arrival and where the promise alone ends. */
function countSteps(terms: DueTerms, received: number, promised: number, calendar: WorkingCalendar): DueStep[] {
  const { time, sameDayCutOffMinute } = terms;
  const arrival = dayIndex(Math.floor(received / minutesPerDay), calendar);
  const day = receiptDay(received, calendar);
  const end = dayIndex(Math.floor((promised - 1) / minutesPerDay), calendar);
  const before = skippedDays(arrival + 1, day, calendar);
  if (runsToTheMinute(terms))
    return [...before, ...timeSteps('counted time', Math.max(received, spanAfter(received, calendar).start), promised, calendar)];

  switch (time.unit) {
    case 'same-day': {
      const cutOffMinute = sameDayCutOffMinute ?? defaultCutOffMinute;
      const afterCutOff = isAfterCutOff(received, day, cutOffMinute, calendar);
      return [
        ...before,
        ...skippedDays(day + 1, end, calendar),
        { type: 'same day', day: dayAt(calendar.firstDay + end), cutOffMinute, afterCutOff },
      ];
    }
    case 'day':
      return [...before, ...calendarDaySteps(day, time.value, end, calendar)];
    default:
      return [...before, ...workingDaySteps(day, end, calendar)];
  }
}

function workingDaySteps(day: number, end: number, calendar: WorkingCalendar): DueStep[] {
  let no = 0;
  return daysFrom(day + 1, end + 1).map((index) =>
    hasHours(index, calendar) ? { type: 'counted day', day: dayAt(calendar.firstDay + index), no: ++no } : skippedDay(index, calendar),
  );
}

function calendarDaySteps(day: number, days: number, end: number, calendar: WorkingCalendar): DueStep[] {
  const last = day + days;
  const steps: DueStep[] = daysFrom(day + 1, last + 1).map((index) => ({
    type: 'counted day',
    day: dayAt(calendar.firstDay + index),
    no: index - day,
  }));
  if (end === last) return steps;

  return [
    ...steps,
    ...skippedDays(last + 1, end, calendar),
    { type: 'moved to working day', from: dayAt(calendar.firstDay + last), to: dayAt(calendar.firstDay + end) },
  ];
}

/** How working time from one wall minute to another lies on the days, with the days off between. */
function timeSteps(type: 'counted time' | 'made up', from: number, until: number, calendar: WorkingCalendar): DueStep[] {
  return minutesByDay(from, until, calendar)
    .map((on, offset): DueStep | undefined => {
      const index = dayIndex(Math.floor(from / minutesPerDay), calendar) + offset;
      if (!hasHours(index, calendar)) return skippedDay(index, calendar);
      return on.minutes > 0 ? { type, ...on } : undefined;
    })
    .filter((step) => step !== undefined);
}

/** Each day from one wall minute to another, days off and days without a minute included. */
function minutesByDay(from: number, until: number, calendar: WorkingCalendar): DayMinutes[] {
  return daysFrom(Math.floor(from / minutesPerDay), Math.floor((until - 1) / minutesPerDay) + 1).map((day) => {
    const start = Math.max(from, day * minutesPerDay);
    const end = Math.min(until, (day + 1) * minutesPerDay);
    return { day: dayAt(day), minutes: workedBefore(end, calendar) - workedBefore(start, calendar) };
  });
}

function skippedDays(first: number, beyond: number, calendar: WorkingCalendar): DueStep[] {
  return daysFrom(first, beyond).map((index) => skippedDay(index, calendar));
}

function skippedDay(index: number, calendar: WorkingCalendar): DueStep {
  const number = calendar.firstDay + index;
  return { type: 'skipped', day: dayAt(number), name: calendar.names.get(number) ?? null };
}

function daysFrom(first: number, beyond: number): number[] {
  return Array.from({ length: Math.max(0, beyond - first) }, (_, offset) => first + offset);
}
