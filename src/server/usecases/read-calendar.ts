import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { yearOfCalendar } from '#domain/calendar/change.ts';
import { throughYear } from '#domain/calendar/holidays.ts';
import { writeIcalendar } from '#domain/calendar/icalendar.ts';
import type { CalendarDay, CalendarYear } from '#domain/calendar/working-calendar.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { loadCalendarFacts } from '#server/store/calendars.ts';

/** A year's days that differ from their weekday; `stored` when they are written down, else they are computed. */
export type CalendarPage = {
  readonly years: readonly CalendarYear[];
  readonly year: CalendarYear;
  readonly stored: boolean;
  readonly days: readonly CalendarDay[];
};

/** The years that can be prepared: as far as due times reach. */
const yearsAhead = 2;

/** An administrator reads the calendar by year, with the computed years that come next; `undefined` for a year that is not among them. */
export async function readCalendar(house: House, officer: Officer, asked: number | null): Promise<CalendarPage | Refusal | undefined> {
  const by = mayDo(officer, 'change calendar');
  if (isRefusal(by)) return by;

  const thisYear = house.now().getUTCFullYear();
  const stored = await loadCalendarFacts(house.db);
  const facts = throughYear(stored, Math.max(thisYear, stored.years.at(-1)?.year ?? thisYear) + yearsAhead);
  const year = facts.years.find((known) => known.year === (asked ?? thisYear)) ?? (asked === null ? facts.years.at(-1) : undefined);
  if (!year) return undefined;
  return {
    years: facts.years,
    year,
    stored: stored.years.some((known) => known.year === year.year),
    days: yearOfCalendar(facts, year.year).days,
  };
}

/** One year, or all stored ones, as iCalendar; `undefined` when the year is not stored. */
export async function exportCalendar(house: House, year: number | null): Promise<string | undefined> {
  const stored = await loadCalendarFacts(house.db);
  const facts = year === null ? stored : yearOfCalendar(stored, year);
  return facts.years.length === 0 ? undefined : writeIcalendar(facts, house.now());
}
