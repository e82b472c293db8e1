import { addDays, dayOf, fromWallMinute, instantAt, wallMinute } from '#domain/calendar/day.ts';
import { dayOffName, hoursOf, isOpen, nextOpening, spanAfter } from '#domain/calendar/working-calendar.ts';
import type { House } from '#server/house.ts';
import { countDay, type DayCounts } from '#server/store/reports/day-counts.ts';
import { readAgencies } from './read-agencies.ts';
import { referenceOf } from './reference.ts';

/** Whether the centre is open, and until when; if not, when it opens again. `forTheDay`: it does not open again today. */
export type Opening =
  | { readonly open: true; readonly until: Date; readonly forTheDay: boolean }
  | { readonly open: false; readonly opensAt: Date; readonly dayOffName: string | null };

export type CentreDay = { readonly now: Date; readonly opening: Opening; readonly counts: DayCounts };

/** Anyone sees whether the centre is open now, and what it has done today. */
export async function readCentreDay(house: House): Promise<CentreDay> {
  const now = house.now();
  const { centre } = await readAgencies(house);
  const calendar = (await referenceOf(house)).calendarOf(centre.agencyId);
  const today = dayOf(now);
  const counts = await countDay(house.db, centre.agencyId, { from: instantAt(today, 0), until: instantAt(addDays(today, 1), 0) });

  if (!isOpen(now, calendar)) {
    return { now, counts, opening: { open: false, opensAt: nextOpening(now, calendar), dayOffName: dayOffName(today, calendar) ?? null } };
  }
  const until = fromWallMinute(spanAfter(wallMinute(now), calendar).end);
  const closesAt = hoursOf(today, calendar)?.closesAt;
  return { now, counts, opening: { open: true, until, forTheDay: closesAt?.getTime() === until.getTime() } };
}
