import { type Day, yearOf } from './day.ts';
import { throughYear } from './holidays.ts';
import { checkCalendar, type ReadCalendar } from './read-calendar.ts';
import type { CalendarDay, CalendarFacts } from './working-calendar.ts';

/** One change that a decision of the authorities makes to the calendar. */
export type CalendarChange =
  | { readonly type: 'day set'; readonly day: CalendarDay }
  | { readonly type: 'day cleared'; readonly day: Day }
  | { readonly type: 'year decided'; readonly year: number; readonly provisional: boolean };

/**
 * The calendar after a change. A year beyond the known ones begins with its computed days, and is provisional until it is decided;
 * so do the years between, that there is no hole.
 *
 * @returns the calendar, or why it cannot be one
 */
export function changeCalendar(facts: CalendarFacts, change: CalendarChange): ReadCalendar {
  const year = change.type === 'year decided' ? change.year : yearOf(change.type === 'day set' ? change.day.day : change.day);
  const { years, days } = throughYear(facts, year);
  switch (change.type) {
    case 'day set':
      return checkCalendar({ years, days: [...days.filter(({ day }) => day !== change.day.day), change.day] });
    case 'day cleared':
      return checkCalendar({ years, days: days.filter(({ day }) => day !== change.day) });
    case 'year decided':
      return checkCalendar({
        years: years.map((known) => (known.year === year ? { year, provisional: change.provisional } : known)),
        days,
      });
  }
}

/** The years of one calendar put in the place of the same years of another. */
export function mergeCalendars(facts: CalendarFacts, brought: CalendarFacts): ReadCalendar {
  const replaced = new Set(brought.years.map(({ year }) => year));
  return checkCalendar({
    years: [...facts.years.filter(({ year }) => !replaced.has(year)), ...brought.years],
    days: [...facts.days.filter(({ day }) => !replaced.has(yearOf(day))), ...brought.days],
  });
}

/** Of a calendar that is brought along with other things, the years that are unknown or not decided yet: what an administrator wrote stands. */
export function undecidedYears(stored: CalendarFacts, brought: CalendarFacts): CalendarFacts {
  const decided = new Set(stored.years.filter(({ provisional }) => !provisional).map(({ year }) => year));
  return {
    years: brought.years.filter(({ year }) => !decided.has(year)),
    days: brought.days.filter(({ day }) => !decided.has(yearOf(day))),
  };
}

/** One year of a calendar. */
export function yearOfCalendar({ years, days }: CalendarFacts, year: number): CalendarFacts {
  return { years: years.filter((known) => known.year === year), days: days.filter(({ day }) => yearOf(day) === year) };
}
