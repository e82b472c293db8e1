import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Agency } from '#domain/agency/agency.ts';
import { dayOf, yearOf } from '#domain/calendar/day.ts';
import type { DueQuestion } from '#domain/calendar/due.ts';
import { spanningYears } from '#domain/calendar/holidays.ts';
import { readIcalendar } from '#domain/calendar/icalendar.ts';
import { type CalendarFault, type CalendarFaultCode, type ReadCalendar, readCalendar } from '#domain/calendar/read-calendar.ts';
import {
  type CalendarFacts,
  compileCalendar,
  defaultHours,
  type WorkingCalendar,
  type WorkingHours,
} from '#domain/calendar/working-calendar.ts';
import { CannotRun } from './cannot-run.ts';

const root = path.join(import.meta.dirname, '..');

/** What the country decided, as it stands in the program's own data. */
export const countryCalendar = path.join(root, 'data/calendar/vietnam-2018-2026.json');

/** Sun and moon are reckoned well enough for these years. */
const reckoned = { first: 1900, last: 2199 };

/** The years that are laid out at first; more when a count leaves them. */
const usual = { first: 2017, last: 2029 };

/**
 * Asks a question of a calendar that reaches far enough: laid out once for the same hours, wider when the count needs it.
 *
 * @throws CannotRun when the count leaves the years that can be reckoned
 */
export function calendarsOf(facts: CalendarFacts) {
  const kept = new WeakMap<WorkingHours, Map<number, WorkingCalendar>>();
  const laidOut = (hours: WorkingHours, first: number, last: number) => {
    const calendars = kept.get(hours) ?? new Map<number, WorkingCalendar>();
    kept.set(hours, calendars);
    const calendar = calendars.get(first * 10_000 + last) ?? compileCalendar(spanningYears(facts, first, last), hours);
    calendars.set(first * 10_000 + last, calendar);
    return calendar;
  };

  return function ask<Answer>(question: DueQuestion, hours: WorkingHours, answer: (calendar: WorkingCalendar) => Answer): Answer {
    const { first, last } = yearsOf(question, facts);
    if (first < reckoned.first || last > reckoned.last) throw outside();
    for (let until = last; ; until = Math.min(until + 30, reckoned.last)) {
      try {
        return answer(laidOut(hours, first, until));
      } catch (fault) {
        if (!(fault instanceof RangeError)) throw fault;
        if (until === reckoned.last) throw outside();
      }
    }
  };
}

function yearsOf({ receivedAt, waits = [] }: DueQuestion, { years }: CalendarFacts): { readonly first: number; readonly last: number } {
  const asked = [receivedAt, ...waits.flatMap(({ fromAt, untilAt }) => [fromAt, untilAt ?? fromAt])].map((at) => yearOf(dayOf(at)));
  return {
    first: Math.min(usual.first, years[0]?.year ?? usual.first, ...asked),
    last: Math.max(usual.last, years.at(-1)?.year ?? usual.last, ...asked),
  };
}

function outside(): CannotRun {
  return new CannotRun(`the count leaves the years ${reckoned.first} to ${reckoned.last}.`);
}

/** The calendar of a file, as JSON or iCalendar. */
export function readCalendarFile(file: string): CalendarFacts {
  const text = readText(file);
  const read: ReadCalendar = /^\s*\uFEFF?\s*BEGIN:VCALENDAR/i.test(text) ? readIcalendar(text) : readCalendar(readJson(text, file));
  if ('facts' in read) return read.facts;
  throw new CannotRun(`${file} is refused. ${read.faults.slice(0, 10).map(faultInWords).join('; ')}.`);
}

/** The hours of an agency of the demo city, by its id or one of its identifiers: its own, or those of the nearest above it. */
export function hoursOfAgency(code: string): WorkingHours {
  const agencies: readonly Agency[] = JSON.parse(readFileSync(path.join(root, 'data/ha-giang/agencies.json'), 'utf8'));
  const found = agencies.find(({ agencyId, identifiers }) => agencyId === code || Object.values(identifiers).includes(code));
  if (!found)
    throw new CannotRun(`there is no agency ${JSON.stringify(code)}; there are ${agencies.map(({ agencyId }) => agencyId).join(', ')}.`);
  for (let agency: Agency | undefined = found; agency; agency = agencies.find(({ agencyId }) => agencyId === agency?.parentId)) {
    if (agency.hours) return agency.hours;
  }
  return defaultHours;
}

/** Where and why, in one line. */
export function faultInWords({ place, fault }: CalendarFault): string {
  return `${place}: ${faults[fault]}`;
}

const faults: Readonly<Record<CalendarFaultCode, string>> = {
  'not-a-calendar': 'it has not the form of a calendar',
  'other-time-zone': 'the calendar is for another time zone than Asia/Ho_Chi_Minh',
  'no-years': 'the calendar covers no year',
  'no-such-day': 'there is no such day',
  'kind-unknown': 'a day is off or work',
  'year-missing': 'the year is missing between two others',
  'year-twice': 'the year stands there twice',
  'year-without-days': 'the year has no day off, between years that have',
  'day-outside-years': 'the day lies outside the years of the calendar',
  'day-twice': 'the day stands there twice',
  'day-contradicts-itself': 'the day is off and worked at once',
  'not-all-day': 'an event at an hour is no day off',
  repeats: 'an event that repeats is not read: name each day',
};

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CannotRun(`${file} is no file that can be read.`);
  }
}

function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new CannotRun(`${file} is neither JSON nor iCalendar.`);
  }
}
