import { fromWallMinute, minutesPerDay, wallMinute, wallMinuteOf, wallMinuteToMs } from './day.ts';
import {
  addToMinute,
  closingOf,
  closingOfWorkingDay,
  dayIndex,
  hasHours,
  minutesPerWorkingDay,
  nextWorkingDay,
  receiptDay,
  receiptRank,
  type WorkingCalendar,
  workedBefore,
} from './working-calendar.ts';

/** What a procedure promises. `day` is a calendar day; for `same-day` the value says nothing. Halves are for working days alone. */
export type PromisedTime = { readonly value: number; readonly unit: 'working-day' | 'working-hour' | 'day' | 'same-day' };

/** Whether whole working days end with the last day's closing, or at the hour of receipt. */
export type DueRule = 'end-of-day' | 'to-the-hour';

/**
 * While it lasts the clock stands still, and somebody else is waited for; `untilAt` is null while it still lasts.
 * When it ends the time that was left goes on, or, `anew`, the whole time begins again, as if received then.
 */
export type Wait = { readonly cause: string; readonly fromAt: Date; readonly untilAt: Date | null; readonly anew?: boolean };

export type DueQuestion = {
  readonly receivedAt: Date;
  readonly time: PromisedTime;
  readonly rule: DueRule;
  readonly waits?: readonly Wait[];
  /** Last minute of a day, since midnight, whose receipts are owed the same day. */
  readonly sameDayCutOffMinute?: number;
};

/** 15:00, unless the procedure says otherwise. */
export const defaultCutOffMinute = 900;

/**
 * When a result is owed: the instant alone, fast enough to ask for each of millions of dossiers.
 *
 * What comes at or after closing, or on a day off, counts as received at the next opening, and that day is its day of receipt.
 * Working days: the day of receipt does not count; owed at the closing of the last day, or, to the hour,
 * exactly as many times 8 working hours later. Halves of working days and working hours run to the minute, whatever the rule.
 * Calendar days: counted on the calendar; when the last is a day off, owed at the closing of the next working day.
 * Same day: received up to the cut-off, that minute included, owed at closing; later, at the closing of the next working day.
 * Waits move the due time by the working time that lies inside them and after receipt, none of it twice;
 * under the end-of-day rule, for times in days, then to the closing of the day reached.
 * After a wait that makes the time begin anew, its end counts as receipt.
 * All instants count by the minute that has begun.
 *
 * @throws RangeError when the promise is no such time, a fault in the catalogue; or when the count leaves the calendar's years
 * @law TT-01-2018-VPCP appointment on the receipt
 * @example Monday 10:00 with 3 working days is owed Thursday 17:30; to the hour, Thursday 10:00
 */
export function dueInstant(question: DueQuestion, calendar: WorkingCalendar): Date {
  if (!question.waits?.length) return fromWallMinute(promisedMinute(wallMinute(question.receivedAt), question, calendar));
  return fromWallMinute(countDue(question, calendar).due);
}

/** As `dueInstant` without waits, for one who counts millions: milliseconds since 1970 in and out, nothing is made on the way. */
export function dueMs(receivedMs: number, terms: DueTerms, calendar: WorkingCalendar): number {
  return wallMinuteToMs(promisedMinute(wallMinuteOf(receivedMs), terms, calendar));
}

/** What is promised, apart from who came when. */
export type DueTerms = Pick<DueQuestion, 'time' | 'rule' | 'sameDayCutOffMinute'>;

/** What a wait excuses, in wall minutes. */
export type WaitedTime = { readonly wait: Wait; readonly from: number; readonly until: number; readonly minutes: number };

/** A count in wall minutes: where the promise alone ends, where the waits move it, and what is owed. */
export type CountedMinutes = {
  /** The wait after which the time began anew, and from when it counts: its end. Without one, from receipt. */
  readonly anew: Wait | null;
  readonly received: number;
  readonly promised: number;
  readonly waited: readonly WaitedTime[];
  readonly waitMinutes: number;
  readonly moved: number;
  readonly due: number;
};

/** The count behind a due time. */
export function countDue(question: DueQuestion, calendar: WorkingCalendar): CountedMinutes {
  const anew = lastAnew(question);
  const received = wallMinute(anew?.untilAt ?? question.receivedAt);
  const promised = promisedMinute(received, question, calendar);
  const waited = waitedTimes(question.waits ?? [], received, calendar);
  const waitMinutes = waited.reduce((sum, { minutes }) => sum + minutes, 0);
  const moved = waitMinutes > 0 ? addToMinute(promised, waitMinutes, calendar) : promised;
  return { anew, received, promised, waited, waitMinutes, moved, due: roundedDue(moved, question, calendar) };
}

/** Whether it is owed at a minute, not at a closing. */
export function runsToTheMinute({ time, rule }: DueTerms): boolean {
  return isInHours(time) || (time.unit === 'working-day' && rule === 'to-the-hour');
}

/** Whether what came at this minute, on this day of receipt, came too late for the same day. */
export function isAfterCutOff(received: number, day: number, cutOffMinute: number | undefined, calendar: WorkingCalendar): boolean {
  return received > (calendar.firstDay + day) * minutesPerDay + (cutOffMinute ?? defaultCutOffMinute);
}

/** Where the promise alone ends, as wall minute. */
function promisedMinute(received: number, terms: DueTerms, calendar: WorkingCalendar): number {
  const { time, sameDayCutOffMinute } = terms;
  if (runsToTheMinute(terms)) return addToMinute(received, promisedMinutes(time), calendar);
  if (time.unit === 'working-day') return closingOfWorkingDay(receiptRank(received, calendar) + wholeDays(time), calendar);

  const day = receiptDay(received, calendar);
  if (time.unit === 'same-day')
    return closingOf(isAfterCutOff(received, day, sameDayCutOffMinute, calendar) ? nextWorkingDay(day, calendar) : day, calendar);
  const last = dayIndex(calendar.firstDay + day + wholeDays(time), calendar);
  return closingOf(hasHours(last, calendar) ? last : nextWorkingDay(last, calendar), calendar);
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

/** The last wait that is over and made the time begin anew; none before receipt. */
function lastAnew({ receivedAt, waits = [] }: DueQuestion): Wait | null {
  let last: Wait | null = null;
  for (const wait of waits) {
    if (wait.anew && wait.untilAt && wait.untilAt > (last?.untilAt ?? receivedAt)) last = wait;
  }
  return last;
}

/** What each wait excuses: its working time after receipt that no wait before it has excused. One that still lasts excuses nothing yet. */
function waitedTimes(waits: readonly Wait[], received: number, calendar: WorkingCalendar): WaitedTime[] {
  let excusedUntil = received;
  return waits
    .toSorted((one, other) => one.fromAt.getTime() - other.fromAt.getTime())
    .map((wait) => {
      const from = Math.max(excusedUntil, wallMinute(wait.fromAt));
      const until = wait.untilAt ? Math.max(from, wallMinute(wait.untilAt)) : from;
      if (wait.untilAt) excusedUntil = until;
      return { wait, from, until, minutes: workedBefore(until, calendar) - workedBefore(from, calendar) };
    });
}
