import { addDays, type Day, dayOf } from '#domain/calendar/day.ts';
import { dayOffName, touchesProvisional } from '#domain/calendar/working-calendar.ts';
import type { House } from '#server/house.ts';
import { referenceOf } from './reference.ts';

/** Days off that have a name, and whether one of their years is not decided yet. */
export type DaysOff = { readonly days: readonly { readonly day: Day; readonly name: string }[]; readonly provisional: boolean };

const daysAhead = 60;

/** The holidays of the next 60 days, today's included. */
export async function readDaysOff(house: House, agencyId: string): Promise<DaysOff> {
  const calendar = (await referenceOf(house)).calendarOf(agencyId);
  const today = dayOf(house.now());
  const ahead = Array.from({ length: daysAhead }, (_, i) => addDays(today, i));
  const days = ahead.flatMap((day) => {
    const name = dayOffName(day, calendar);
    return name === undefined ? [] : [{ day, name }];
  });
  return { days, provisional: touchesProvisional(today, addDays(today, daysAhead), calendar) };
}
