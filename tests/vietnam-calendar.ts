import { readFileSync } from 'node:fs';
import { throughYear } from '#domain/calendar/holidays.ts';
import { type CalendarFacts, compileCalendar } from '#domain/calendar/working-calendar.ts';

/** The real holidays and swapped days of 2018 to 2026, as they were decided. */
export const decided: CalendarFacts = JSON.parse(readFileSync('data/calendar/vietnam-2018-2026.json', 'utf8'));

/** With them and a computed 2027, the ordinary hours. */
export const vietnam = compileCalendar(throughYear(decided, 2027));
