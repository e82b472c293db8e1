import { type Day, dayAt, dayFrom, dayNumber, fromWallMinute, minutesPerDay, type Weekday, wallMinute, weekdayAt, yearOf } from './day.ts';

/** A day that differs from its weekday: a holiday, or a day off that was swapped and is worked. */
export type CalendarDay = {
  readonly day: Day;
  readonly kind: 'off' | 'work';
  readonly name: string;
  /** The decision or law that says so, and where it was read. */
  readonly source: string;
};

/** A year's holidays stand in a decision, or are computed until there is one. */
export type CalendarYear = { readonly year: number; readonly provisional: boolean };

/** What the authorities decided: for everybody, whatever the hours. Years follow each other without gaps. */
export type CalendarFacts = { readonly years: readonly CalendarYear[]; readonly days: readonly CalendarDay[] };

/** From opening to closing, in minutes since midnight: `[450, 690]` is 07:30 to 11:30. */
export type OpenSpan = readonly [openMinute: number, closeMinute: number];

/** An agency's hours by weekday, in order; a day off has none. */
export type WorkingHours = Readonly<Record<Weekday, readonly OpenSpan[]>>;

const weekdays = [1, 2, 3, 4, 5] as const;

const wholeDay: readonly OpenSpan[] = [
  [450, 690],
  [810, 1050],
];

/** 07:30-11:30 and 13:30-17:30, Monday to Friday. */
export const defaultHours: WorkingHours = { 1: wholeDay, 2: wholeDay, 3: wholeDay, 4: wholeDay, 5: wholeDay, 6: [], 7: [] };

/** A working day as a measure: 8 hours, whatever an agency's own hours are. */
export const minutesPerWorkingDay = 480;

const minutesPerMark = 240;

/**
 * The working time of one agency, laid out so that adding and measuring are searches, not walks.
 * Made by `compileCalendar`; asked through the functions of this file.
 *
 * Times are minutes on the wall since 1970, days count from the first day of the first year.
 */
export type WorkingCalendar = {
  readonly firstYear: number;
  readonly provisionalYears: readonly number[];
  /** Day number of the first day. */
  readonly firstDay: number;
  readonly dayCount: number;
  /** Names of the days off that have one, by day number. */
  readonly names: ReadonlyMap<number, string>;
  /** Working spans in order: start, end, and working minutes up to the end of each. */
  readonly spanStart: Int32Array;
  readonly spanEnd: Int32Array;
  readonly spanTotal: Int32Array;
  /** For each day, and one beyond: its first span, and how many working days lie before it. */
  readonly firstSpan: Int32Array;
  readonly workingDaysBefore: Int32Array;
  /** Working days in order, as days from the first, and the wall minute of each one's closing. */
  readonly workingDays: Int32Array;
  readonly closings: Int32Array;
  /** For each `minutesPerMark` working minutes from the beginning: the span in which they end. */
  readonly marks: Int32Array;
};

/**
 * Lays out the working time of all years of the facts for an agency's hours.
 *
 * A day that is off has no hours. A day that was swapped and is worked has its weekday's hours,
 * on a Saturday or Sunday those of Monday, or of the first weekday that has hours.
 *
 * @throws RangeError when years are missing or in disorder, or a day's hours are: a fault in the data
 */
export function compileCalendar(facts: CalendarFacts, hours: WorkingHours = defaultHours): WorkingCalendar {
  const firstYear = checkedYears(facts.years);
  checkHours(hours);
  const firstDay = dayNumber(newYear(firstYear));
  const dayCount = dayNumber(newYear(firstYear + facts.years.length)) - firstDay;
  const special = new Map(facts.days.map((day) => [dayNumber(day.day), day]));

  const starts: number[] = [];
  const ends: number[] = [];
  const totals: number[] = [];
  const workingDays: number[] = [];
  const firstSpan = new Int32Array(dayCount + 1);
  const workingDaysBefore = new Int32Array(dayCount + 1);
  let total = 0;
  for (let day = 0; day < dayCount; day++) {
    firstSpan[day] = starts.length;
    workingDaysBefore[day] = workingDays.length;
    const spans = spansOf(firstDay + day, special.get(firstDay + day), hours);
    const midnight = (firstDay + day) * minutesPerDay;
    for (const [open, close] of spans) {
      total += close - open;
      starts.push(midnight + open);
      ends.push(midnight + close);
      totals.push(total);
    }
    if (spans.length > 0) workingDays.push(day);
  }
  firstSpan[dayCount] = starts.length;
  workingDaysBefore[dayCount] = workingDays.length;

  return {
    firstYear,
    provisionalYears: facts.years.filter(({ provisional }) => provisional).map(({ year }) => year),
    firstDay,
    dayCount,
    names: new Map(facts.days.filter(({ kind }) => kind === 'off').map(({ day, name }) => [dayNumber(day), name])),
    spanStart: Int32Array.from(starts),
    spanEnd: Int32Array.from(ends),
    spanTotal: Int32Array.from(totals),
    firstSpan,
    workingDaysBefore,
    workingDays: Int32Array.from(workingDays),
    closings: Int32Array.from(workingDays, (day) => ends[(firstSpan[day + 1] ?? 0) - 1] ?? 0),
    marks: marksOf(totals),
  };
}

/** A mark more than needed, so that each working minute has one before it. */
function marksOf(totals: readonly number[]): Int32Array {
  const marks = new Int32Array(Math.floor((totals.at(-1) ?? 0) / minutesPerMark) + 1);
  let span = 0;
  for (let mark = 0; mark < marks.length; mark++) {
    while ((totals[span] ?? Number.POSITIVE_INFINITY) < mark * minutesPerMark) span++;
    marks[mark] = span;
  }
  return marks;
}

export function isWorkingDay(day: Day, calendar: WorkingCalendar): boolean {
  return hasHours(dayIndex(dayNumber(day), calendar), calendar);
}

/** Why nobody works on this day: the holiday's name; `undefined` on a working day and on a weekend that is nothing more. */
export function dayOffName(day: Day, calendar: WorkingCalendar): string | undefined {
  return calendar.names.get(dayNumber(day));
}

/** Whether somebody is at work. At closing nobody is any more. */
export function isOpen(at: Date, calendar: WorkingCalendar): boolean {
  const minute = wallMinute(at);
  return spanAfter(minute, calendar).start <= minute;
}

/** The instant itself when it lies in working time; else when working time begins again. */
export function nextOpening(at: Date, calendar: WorkingCalendar): Date {
  const { start } = spanAfter(wallMinute(at), calendar);
  return start <= wallMinute(at) ? at : fromWallMinute(start);
}

/** When work begins and ends on a day; `undefined` on a day off. */
export function hoursOf(day: Day, calendar: WorkingCalendar): { readonly opensAt: Date; readonly closesAt: Date } | undefined {
  const index = dayIndex(dayNumber(day), calendar);
  if (!hasHours(index, calendar)) return undefined;
  return {
    opensAt: fromWallMinute(entry(calendar.spanStart, entry(calendar.firstSpan, index))),
    closesAt: fromWallMinute(closingOf(index, calendar)),
  };
}

/** Working minutes between two instants; 0 when `until` is not later. */
export function workingMinutesBetween(from: Date, until: Date, calendar: WorkingCalendar): number {
  return Math.max(0, workedBefore(wallMinute(until), calendar) - workedBefore(wallMinute(from), calendar));
}

/**
 * The instant at which so many working minutes have passed.
 *
 * @param minutes whole minutes, 0 or more; after 0 it is the same minute still
 * @returns at a closing, that closing, not the next opening
 */
export function addWorkingMinutes(from: Date, minutes: number, calendar: WorkingCalendar): Date {
  return fromWallMinute(addToMinute(wallMinute(from), minutes, calendar));
}

/** The so-manieth working day after a day, or before it when `workingDays` is negative; with 0 the day itself, or the next working day. */
export function addWorkingDays(day: Day, workingDays: number, calendar: WorkingCalendar): Day {
  const index = dayIndex(dayNumber(day), calendar);
  const before = entry(calendar.workingDaysBefore, workingDays > 0 ? index + 1 : index);
  return dayAt(calendar.firstDay + workingDayAt(workingDays > 0 ? before + workingDays - 1 : before + workingDays, calendar));
}

/** Whether a year between two days has no decision yet. */
export function touchesProvisional(from: Day, until: Day, calendar: WorkingCalendar): boolean {
  return calendar.provisionalYears.some((year) => year >= yearOf(from) && year <= yearOf(until));
}

/** Working minutes from the calendar's beginning to a minute on the wall. */
export function workedBefore(minute: number, calendar: WorkingCalendar): number {
  const index = dayIndex(Math.floor(minute / minutesPerDay), calendar);
  const first = entry(calendar.firstSpan, index);
  const beyond = entry(calendar.firstSpan, index + 1);
  let worked = first === 0 ? 0 : entry(calendar.spanTotal, first - 1);
  for (let span = first; span < beyond; span++) {
    const start = entry(calendar.spanStart, span);
    if (minute <= start) break;
    worked += Math.min(minute, entry(calendar.spanEnd, span)) - start;
  }
  return worked;
}

/** As `addWorkingMinutes`, on wall minutes. */
export function addToMinute(minute: number, minutes: number, calendar: WorkingCalendar): number {
  if (!Number.isInteger(minutes) || minutes < 0) throw new RangeError(`Working minutes: ${minutes}`);
  const worked = workedBefore(minute, calendar);
  if (minutes === 0) return minute;

  const wanted = worked + minutes;
  const { spanTotal, marks } = calendar;
  const mark = Math.floor(wanted / minutesPerMark);
  if (mark >= marks.length) throw outside('What is asked', calendar);
  let span = entry(marks, mark);
  while (span < spanTotal.length && entry(spanTotal, span) < wanted) span++;
  if (span === spanTotal.length) throw outside('What is asked', calendar);
  return entry(calendar.spanEnd, span) - (entry(spanTotal, span) - wanted);
}

/** Days from the calendar's first to a day number. */
export function dayIndex(number: number, calendar: WorkingCalendar): number {
  const index = number - calendar.firstDay;
  if (!(index >= 0 && index < calendar.dayCount)) throw outside(Number.isInteger(number) ? dayAt(number) : 'No moment', calendar);
  return index;
}

export function hasHours(index: number, calendar: WorkingCalendar): boolean {
  return entry(calendar.firstSpan, index) < entry(calendar.firstSpan, index + 1);
}

/** Closing, as wall minute, of a working day. */
export function closingOf(index: number, calendar: WorkingCalendar): number {
  return entry(calendar.spanEnd, entry(calendar.firstSpan, index + 1) - 1);
}

/** The day that receipt at this minute falls on: that day itself while somebody is at work or will be, else the next working day. */
export function receiptDay(minute: number, calendar: WorkingCalendar): number {
  const index = dayIndex(Math.floor(minute / minutesPerDay), calendar);
  if (hasHours(index, calendar) && minute < closingOf(index, calendar)) return index;
  return nextWorkingDay(index, calendar);
}

export function nextWorkingDay(index: number, calendar: WorkingCalendar): number {
  return workingDayAt(workingDaysThrough(index, calendar), calendar);
}

/** The rank of the day that receipt at this minute falls on, among all working days. */
export function receiptRank(minute: number, calendar: WorkingCalendar): number {
  const index = dayIndex(Math.floor(minute / minutesPerDay), calendar);
  const rank = entry(calendar.workingDaysBefore, index);
  const isOver = entry(calendar.workingDaysBefore, index + 1) > rank && minute >= entry(calendar.closings, rank);
  return isOver ? rank + 1 : rank;
}

/** Closing, as wall minute, of the working day of this rank. */
export function closingOfWorkingDay(rank: number, calendar: WorkingCalendar): number {
  const closing = calendar.closings[rank];
  if (closing === undefined) throw outside('What is asked', calendar);
  return closing;
}

/** How many working days the calendar has up to the end of a day. */
function workingDaysThrough(index: number, calendar: WorkingCalendar): number {
  return entry(calendar.workingDaysBefore, index + 1);
}

/** The working day of this rank, as days from the calendar's first. */
function workingDayAt(rank: number, calendar: WorkingCalendar): number {
  if (!Number.isInteger(rank)) throw new RangeError(`Working days: ${rank}`);
  const day = calendar.workingDays[rank];
  if (day === undefined) throw outside('What is asked', calendar);
  return day;
}

/** The first span that ends after a minute. */
export function spanAfter(minute: number, calendar: WorkingCalendar): { readonly start: number; readonly end: number } {
  let span = entry(calendar.firstSpan, dayIndex(Math.floor(minute / minutesPerDay), calendar));
  while (span < calendar.spanEnd.length && entry(calendar.spanEnd, span) <= minute) span++;
  if (span === calendar.spanEnd.length) throw outside('The next opening', calendar);
  return { start: entry(calendar.spanStart, span), end: entry(calendar.spanEnd, span) };
}

function spansOf(number: number, special: CalendarDay | undefined, hours: WorkingHours): readonly OpenSpan[] {
  if (special?.kind === 'off') return [];
  const weekday = weekdayAt(number);
  if (special?.kind !== 'work' || weekday <= 5) return hours[weekday];
  return weekdays.map((day) => hours[day]).find((spans) => spans.length > 0) ?? hours[weekday];
}

function checkedYears(years: readonly CalendarYear[]): number {
  const [first] = years;
  if (!first) throw new RangeError('A calendar without years');
  years.forEach(({ year }, index) => {
    if (year !== first.year + index)
      throw new RangeError(`The calendar's years do not follow each other: ${years.map((y) => y.year).join(', ')}`);
  });
  return first.year;
}

function checkHours(hours: WorkingHours): void {
  for (const spans of Object.values(hours)) {
    let last = 0;
    for (const [open, close] of spans) {
      if (!(open >= last && close > open && close <= minutesPerDay))
        throw new RangeError(`Working hours in disorder: ${JSON.stringify(spans)}`);
      last = close;
    }
  }
}

function newYear(year: number): Day {
  const day = dayFrom(year, 1, 1);
  if (!day) throw new RangeError(`Year: ${year}`);
  return day;
}

function outside(what: string, { firstYear, dayCount, firstDay }: WorkingCalendar): RangeError {
  const lastYear = dayAt(firstDay + dayCount - 1).slice(0, 4);
  return new RangeError(`${what} lies outside the calendar of ${firstYear} to ${lastYear}`);
}

function entry(numbers: Int32Array, index: number): number {
  return numbers[index] ?? 0;
}
