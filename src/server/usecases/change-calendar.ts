import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { type CalendarChange, changeCalendar as changed, mergeCalendars } from '#domain/calendar/change.ts';
import { readIcalendar } from '#domain/calendar/icalendar.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { type KeptCalendar, keepCalendar } from './keep-calendar.ts';

/** An administrator writes down what was decided about a day or a year. */
export async function changeCalendar(house: House, officer: Officer, change: CalendarChange): Promise<KeptCalendar | Refusal> {
  const by = mayDo(officer, 'change calendar');
  return isRefusal(by) ? by : keepCalendar(house, (stored) => changed(stored, change));
}

/** An administrator brings the years of an iCalendar file in the place of those that are stored. */
export async function importCalendar(house: House, officer: Officer, text: string): Promise<KeptCalendar | Refusal> {
  const by = mayDo(officer, 'change calendar');
  if (isRefusal(by)) return by;
  const read = readIcalendar(text);
  return 'faults' in read ? read : keepCalendar(house, (stored) => mergeCalendars(stored, read.facts));
}
