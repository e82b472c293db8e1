import { type Day, dayAt, fromWallMinute, minutesPerDay, wallMinute } from './day.ts';
import {
  addToMinute,
  closingOf,
  dayIndex,
  hasHours,
  minutesPerWorkingDay,
  nextWorkingDay,
  receiptDay,
  spanAfter,
  touchesProvisional,
  type WorkingCalendar,
  workedBefore,
  workingDayAt,
  workingDaysThrough,
} from './working-calendar.ts';

/** What a procedure promises. `day` is a calendar day; for `same-day` the value says nothing. Halves are for working days alone. */
export type PromisedTime = { readonly value: number; readonly unit: 'working-day' | 'working-hour' | 'day' | 'same-day' };

/** Whether whole working days end with the last day's closing, or at the hour of receipt. */
export type DueRule = 'end-of-day' | 'to-the-hour';

/** While it lasts the clock stands still, and somebody else is waited for; `untilAt` is null while it still lasts. */
export type Wait = { readonly cause: string; readonly fromAt: Date; readonly untilAt: Date | null };

export type DueQuestion = {
  readonly receivedAt: Date;
  readonly time: PromisedTime;
  readonly rule: DueRule;
  readonly waits?: readonly Wait[];
  /** Last minute of a day, since midnight, whose receipts are owed the same day. */
  readonly sameDayCutOffMinute?: number;
};

/** A due time that explains itself. */
export type Due = {
  readonly dueAt: Date;
  /** A year on the way has no decision about its holidays yet. */
  readonly provisional: boolean;
  /** A wait still lasts: `dueAt` is as if it had ended at once, and moves on with each working minute. */
  readonly waiting: boolean;
  readonly steps: readonly DueStep[];
};

/** Working minutes that lie on one day. */
export type DayMinutes = { readonly day: Day; readonly minutes: number };

/**
 * One step of the count, in the order of the count.
 *
 * - `received`: when, and from when it counts; `on` is the day of receipt, which does not count for times in days
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
  | {
      readonly type: 'received';
      readonly receivedAt: Date;
      readonly countedAt: Date;
      readonly on: Day;
      readonly when: 'working time' | 'before opening' | 'after closing' | 'day off';
      readonly dayOffName: string | null;
    }
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

/** 15:00, unless the procedure says otherwise. */
export const defaultCutOffMinute = 900;

/**
 * When a result is owed, with the count that leads there.
 *
 * What comes at or after closing, or on a day off, counts as received at the next opening, and that day is its day of receipt.
 * Working days: the day of receipt does not count; owed at the closing of the last day, or, to the hour,
 * exactly as many times 8 working hours later. Halves of working days and working hours run to the minute, whatever the rule.
 * Calendar days: counted on the calendar; when the last is a day off, owed at the closing of the next working day.
 * Same day: received up to the cut-off, that minute included, owed at closing; later, at the closing of the next working day.
 * Waits move the due time by the working time that lies inside them and after receipt, none of it twice;
 * under the end-of-day rule, for times in days, then to the closing of the day reached.
 * All instants count by the minute that has begun.
 *
 * @throws RangeError when the promise is no such time, a fault in the catalogue; or when the count leaves the calendar's years
 * @law TT-01-2018-VPCP appointment on the receipt
 * @example Monday 10:00 with 3 working days is owed Thursday 17:30; to the hour, Thursday 10:00
 */
export function dueTime(question: DueQuestion, calendar: WorkingCalendar): Due {
  const promised = promisedMinute(question, calendar);
  const waited = waitedTimes(question, calendar);
  const waitMinutes = waited.reduce((sum, { minutes }) => sum + minutes, 0);
  const moved = waitMinutes > 0 ? addToMinute(promised, waitMinutes, calendar) : promised;
  const due = roundedDue(moved, question, calendar);

  const received = receivedStep(question.receivedAt, calendar);
  const steps: DueStep[] = [received, ...countSteps(question, promised, calendar), { type: 'promised', at: fromWallMinute(promised) }];
  for (const { wait, from, until, minutes } of waited) {
    steps.push({ type: 'waited', ...wait, minutes, days: minutesByDay(from, until, calendar).filter((day) => day.minutes > 0) });
  }
  if (waitMinutes > 0) {
    steps.push(...timeSteps('made up', promised, moved, calendar));
    steps.push({ type: 'waits added', fromAt: fromWallMinute(promised), minutes: waitMinutes, toAt: fromWallMinute(moved) });
  }
  if (due !== moved) steps.push({ type: 'end of day', fromAt: fromWallMinute(moved), toAt: fromWallMinute(due) });

  return {
    dueAt: fromWallMinute(due),
    provisional: touchesProvisional(dayOfMinute(wallMinute(question.receivedAt)), dayOfMinute(due - 1), calendar),
    waiting: (question.waits ?? []).some(({ untilAt }) => untilAt === null),
    steps,
  };
}

/** As `dueTime`, the instant alone: fast enough to ask for each of millions of dossiers. */
export function dueInstant(question: DueQuestion, calendar: WorkingCalendar): Date {
  const promised = promisedMinute(question, calendar);
  if (!question.waits?.length) return fromWallMinute(promised);

  const waitMinutes = waitedTimes(question, calendar).reduce((sum, { minutes }) => sum + minutes, 0);
  const moved = waitMinutes > 0 ? addToMinute(promised, waitMinutes, calendar) : promised;
  return fromWallMinute(roundedDue(moved, question, calendar));
}

/** Where the promise alone ends, as wall minute. */
function promisedMinute({ receivedAt, time, rule, sameDayCutOffMinute }: DueQuestion, calendar: WorkingCalendar): number {
  const received = wallMinute(receivedAt);
  if (runsToTheMinute(time, rule)) return addToMinute(received, promisedMinutes(time), calendar);

  const day = receiptDay(received, calendar);
  switch (time.unit) {
    case 'same-day':
      return closingOf(isAfterCutOff(received, day, sameDayCutOffMinute, calendar) ? nextWorkingDay(day, calendar) : day, calendar);
    case 'day': {
      const last = dayIndex(calendar.firstDay + day + wholeDays(time), calendar);
      return closingOf(hasHours(last, calendar) ? last : nextWorkingDay(last, calendar), calendar);
    }
    default:
      return closingOf(workingDayAt(workingDaysThrough(day, calendar) + wholeDays(time) - 1, calendar), calendar);
  }
}

function isAfterCutOff(received: number, day: number, cutOffMinute: number | undefined, calendar: WorkingCalendar): boolean {
  return received > (calendar.firstDay + day) * minutesPerDay + (cutOffMinute ?? defaultCutOffMinute);
}

function runsToTheMinute(time: PromisedTime, rule: DueRule): boolean {
  return isInHours(time) || (time.unit === 'working-day' && rule === 'to-the-hour');
}

function isInHours({ unit, value }: PromisedTime): boolean {
  return unit === 'working-hour' || (unit === 'working-day' && !Number.isInteger(value));
}

function promisedMinutes({ value, unit }: PromisedTime): number {
  const minutes = Math.round(value * (unit === 'working-hour' ? 60 : minutesPerWorkingDay));
  if (!(minutes >= 1 && Number.isFinite(minutes))) throw new RangeError(`Promised time: ${value} ${unit}`);
  return minutes;
}

function wholeDays({ value, unit }: PromisedTime): number {
  if (!Number.isInteger(value) || value < 1) throw new RangeError(`Promised time: ${value} ${unit}`);
  return value;
}

function roundedDue(moved: number, { time, rule }: DueQuestion, calendar: WorkingCalendar): number {
  if (rule === 'to-the-hour' || isInHours(time)) return moved;
  return closingOf(dayIndex(Math.floor((moved - 1) / minutesPerDay), calendar), calendar);
}

type WaitedTime = { readonly wait: Wait; readonly from: number; readonly until: number; readonly minutes: number };

/** What each wait excuses: its working time after receipt that no wait before it has excused. One that still lasts excuses nothing yet. */
function waitedTimes({ receivedAt, waits = [] }: DueQuestion, calendar: WorkingCalendar): WaitedTime[] {
  let excusedUntil = wallMinute(receivedAt);
  return waits
    .toSorted((one, other) => one.fromAt.getTime() - other.fromAt.getTime())
    .map((wait) => {
      const from = Math.max(excusedUntil, wallMinute(wait.fromAt));
      const until = wait.untilAt ? Math.max(from, wallMinute(wait.untilAt)) : from;
      if (wait.untilAt) excusedUntil = until;
      return { wait, from, until, minutes: workedBefore(until, calendar) - workedBefore(from, calendar) };
    });
}

function receivedStep(receivedAt: Date, calendar: WorkingCalendar): DueStep {
  const received = wallMinute(receivedAt);
  const { start } = spanAfter(received, calendar);
  const index = dayIndex(Math.floor(received / minutesPerDay), calendar);
  const day = receiptDay(received, calendar);
  return {
    type: 'received',
    receivedAt,
    countedAt: start <= received ? receivedAt : fromWallMinute(start),
    on: dayAt(calendar.firstDay + day),
    when: start <= received ? 'working time' : day === index ? 'before opening' : hasHours(index, calendar) ? 'after closing' : 'day off',
    dayOffName: calendar.names.get(calendar.firstDay + index) ?? null,
  };
}

/** The days between arrival and where the promise alone ends. */
function countSteps({ receivedAt, time, rule, sameDayCutOffMinute }: DueQuestion, promised: number, calendar: WorkingCalendar): DueStep[] {
  const received = wallMinute(receivedAt);
  const arrival = dayIndex(Math.floor(received / minutesPerDay), calendar);
  const day = receiptDay(received, calendar);
  const end = dayIndex(Math.floor((promised - 1) / minutesPerDay), calendar);
  const before = skippedDays(arrival + 1, day, calendar);
  if (runsToTheMinute(time, rule))
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

function dayOfMinute(minute: number): Day {
  return dayAt(Math.floor(minute / minutesPerDay));
}
