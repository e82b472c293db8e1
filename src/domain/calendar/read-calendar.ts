import { type Day, isDay, yearOf } from './day.ts';
import type { CalendarDay, CalendarFacts, CalendarYear } from './working-calendar.ts';

/** What can be wrong with a calendar that somebody hands in. */
export type CalendarFaultCode =
  | 'not-a-calendar'
  | 'other-time-zone'
  | 'no-years'
  | 'no-such-day'
  | 'kind-unknown'
  | 'year-missing'
  | 'year-twice'
  | 'year-without-days'
  | 'day-outside-years'
  | 'day-twice'
  | 'day-contradicts-itself'
  | 'not-all-day'
  | 'repeats';

/** One thing that is wrong, and where: a day, a year, or what stands in its place. */
export type CalendarFault = { readonly place: string; readonly fault: CalendarFaultCode };

/** A calendar, or all that is wrong with it. */
export type ReadCalendar = { readonly facts: CalendarFacts } | { readonly faults: readonly CalendarFault[] };

/**
 * A calendar from JSON that another program or person wrote.
 *
 * Days are `{ day or date, kind: off, work or working, name, source }`; years are a list of `{ year, provisional }` or of numbers,
 * a span `2018-2026`, or, unsaid, those of the days. Anything more is left aside.
 */
export function readCalendar(written: unknown): ReadCalendar {
  if (!isRecord(written) || !Array.isArray(written.days)) return wrong('days', 'not-a-calendar');
  if (written.timezone !== undefined && written.timezone !== 'Asia/Ho_Chi_Minh') return wrong(String(written.timezone), 'other-time-zone');

  const faults: CalendarFault[] = [];
  const days = written.days.flatMap((row: unknown, at) => readDay(row, at, faults));
  const years = written.years === undefined ? yearsOf(days) : readYears(written.years);
  if (!years) return wrong('years', 'not-a-calendar');
  return faults.length > 0 ? { faults } : checkCalendar({ years, days });
}

/**
 * The calendar in order, or why it cannot be one: a year between two others is missing or has no day, a day stands there twice,
 * says two things, or lies outside of the years.
 */
export function checkCalendar({ years, days }: CalendarFacts): ReadCalendar {
  const inOrder = {
    years: years.toSorted((one, other) => one.year - other.year),
    days: days.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)),
  };
  const faults = [...yearFaults(inOrder), ...dayFaults(inOrder)];
  return faults.length > 0 ? { faults } : { facts: inOrder };
}

/** All years from that of the first day to that of the last. */
export function yearsOf(days: readonly CalendarDay[]): readonly CalendarYear[] {
  const found = days.map(({ day }) => yearOf(day));
  return found.length === 0 ? [] : yearsBetween(Math.min(...found), Math.max(...found));
}

/** Decided years, both ends included. */
export function yearsBetween(first: number, last: number): readonly CalendarYear[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({ year: first + i, provisional: false }));
}

function yearFaults({ years, days }: CalendarFacts): CalendarFault[] {
  if (years.length === 0) return [{ place: 'years', fault: 'no-years' }];

  const faults: CalendarFault[] = [];
  const withDays = new Set(days.map(({ day }) => yearOf(day)));
  const [first, last] = [Math.min(...withDays), Math.max(...withDays)];
  years.forEach(({ year }, i) => {
    const before = years[i - 1]?.year ?? year - 1;
    for (let missing = before + 1; missing < year; missing++) faults.push({ place: String(missing), fault: 'year-missing' });
    if (before === year) faults.push({ place: String(year), fault: 'year-twice' });
    if (year > first && year < last && !withDays.has(year)) faults.push({ place: String(year), fault: 'year-without-days' });
  });
  return faults;
}

function dayFaults({ years, days }: CalendarFacts): CalendarFault[] {
  const known = new Set(years.map(({ year }) => year));
  return days.flatMap(({ day, kind }, i): CalendarFault[] => {
    const before = days[i - 1];
    if (before?.day === day) return [{ place: day, fault: before.kind === kind ? 'day-twice' : 'day-contradicts-itself' }];
    return known.has(yearOf(day)) ? [] : [{ place: day, fault: 'day-outside-years' }];
  });
}

function readDay(row: unknown, at: number, faults: CalendarFault[]): CalendarDay[] {
  if (!isRecord(row)) {
    faults.push({ place: `days[${at}]`, fault: 'not-a-calendar' });
    return [];
  }
  const day = asDayText(row.day ?? row.date);
  const kind = row.kind === 'working' ? 'work' : row.kind;
  if (!day) faults.push({ place: `days[${at}]`, fault: 'no-such-day' });
  else if (kind !== 'off' && kind !== 'work') faults.push({ place: day, fault: 'kind-unknown' });
  else return [{ day, kind, name: textOf(row.name), source: textOf(row.source) }];
  return [];
}

function readYears(written: unknown): readonly CalendarYear[] | undefined {
  if (typeof written === 'string') {
    const span = /^(\d{4})(?:\s*[-–]\s*(\d{4}))?$/.exec(written.trim());
    return span ? yearsBetween(Number(span[1]), Number(span[2] ?? span[1])) : undefined;
  }
  if (!Array.isArray(written)) return undefined;
  const years = written.map((row: unknown) => (isRecord(row) ? { ...row } : { year: row }));
  if (!years.every(isYear)) return undefined;
  return years.map(({ year, provisional }) => ({ year, provisional: provisional === true }));
}

function isYear(row: { year?: unknown }): row is { year: number; provisional?: unknown } {
  return typeof row.year === 'number' && Number.isInteger(row.year) && row.year >= 1 && row.year <= 9999;
}

function asDayText(written: unknown): Day | undefined {
  return typeof written === 'string' && isDay(written) ? written : undefined;
}

function textOf(written: unknown): string {
  return typeof written === 'string' ? written.normalize('NFC').trim() : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(place: string, fault: CalendarFaultCode): ReadCalendar {
  return { faults: [{ place, fault }] };
}
