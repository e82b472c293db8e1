/** A day on the wall calendar of Asia/Ho_Chi_Minh, written `2018-05-14`. No time, no zone. */
export type Day = string & { readonly brand: 'Day' };

/** Monday is 1, Sunday 7, as on the wall calendars here. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const minutesPerDay = 1440;

/** Viet Nam keeps +07:00 all year, so a day is plain arithmetic. */
const offsetMinutes = 7 * 60;
const minuteMs = 60_000;

/** The day that the wall calendar shows at this instant. */
export function dayOf(at: Date): Day {
  return dayAt(Math.floor(wallMinute(at) / minutesPerDay));
}

/** Minutes since midnight on the wall clock; a minute that has begun counts as that minute. */
export function minuteOfDay(at: Date): number {
  return wallMinute(at) - dayNumber(dayOf(at)) * minutesPerDay;
}

/** The instant at which the wall clock shows `minute` minutes after midnight (450 is 07:30) on `day`. */
export function instantAt(day: Day, minute: number): Date {
  return fromWallMinute(dayNumber(day) * minutesPerDay + minute);
}

/**
 * The instant at which calendar and clock on the wall show `2018-05-14T17:30`.
 *
 * @throws RangeError when it is written otherwise or shows no real time
 */
export function instantOf(wall: string): Date {
  const at = new Date(`${wall}+07:00`);
  if (!isDay(wall.slice(0, 10)) || Number.isNaN(at.getTime())) throw new RangeError(`No time on the wall: ${wall}`);
  return at;
}

export function addDays(day: Day, days: number): Day {
  return dayAt(dayNumber(day) + days);
}

/** Days from one day to another, negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekdayOf(day: Day): Weekday {
  return weekdayAt(dayNumber(day));
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

export function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10));
}

/** Whether it is a day that exists, written `2018-05-14`. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(text);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/**
 * A day from what another program wrote.
 *
 * @throws RangeError when it is none
 */
export function asDay(text: string): Day {
  if (!isDay(text)) throw new RangeError(`No day: ${text}`);
  return text;
}

/** The day of a year, a month from 1 and a day of the month, or `undefined` when there is no such day. */
export function dayFrom(year: number, month: number, date: number): Day | undefined {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
  return isDay(text) ? text : undefined;
}

/** Minutes on the wall clock since 1 January 1970, the arithmetic behind working time. A minute that has begun counts as that minute. */
export function wallMinute(at: Date): number {
  return wallMinuteOf(at.getTime());
}

export function fromWallMinute(minute: number): Date {
  return new Date(wallMinuteToMs(minute));
}

/** As `wallMinute`, from milliseconds since 1970. */
export function wallMinuteOf(ms: number): number {
  return Math.floor(ms / minuteMs) + offsetMinutes;
}

export function wallMinuteToMs(minute: number): number {
  return (minute - offsetMinutes) * minuteMs;
}

/** Days since 1 January 1970. */
export function dayNumber(day: Day): number {
  return Date.parse(day) / (minutesPerDay * minuteMs);
}

export function dayAt(number: number): Day {
  const written = writtenDays.get(number);
  if (written !== undefined) return written;

  const day = new Date(number * minutesPerDay * minuteMs).toISOString().slice(0, 10) as Day;
  writtenDays.set(number, day);
  return day;
}

/** Each day is written once: the days that people count with are few. */
const writtenDays = new Map<number, Day>();

/** 1 January 1970 was a Thursday. */
export function weekdayAt(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
