import { addDays, type Day, dayOf } from '#domain/calendar/day.ts';
import { closeDay, monthsOf } from '#domain/dossier/day-closing.ts';
import type { House } from '#server/house.ts';
import { findFirstEventAt, findLastClosing, insertClosing, listDayHeads } from '#server/store/day-closings.ts';

/**
 * What was decided just before midnight is written down just after it: a day is closed when the next is so old.
 * An act that took longer would be found as one that is in no closing.
 */
const graceMs = 10 * 60_000;

/**
 * Closes every day that is over and not yet closed, in order; days without an event have no closing.
 * May be done at any time, twice, and by two at once: whoever comes second leaves it to the first.
 *
 * @returns how many days were closed
 */
export async function closeDays(house: House): Promise<number> {
  const yesterday = addDays(dayOf(new Date(house.now().getTime() - graceMs)), -1);
  let last = await findLastClosing(house.db);
  const first = last ? addDays(last.day, 1) : await findFirstDay(house);
  let closed = 0;
  for (const [from, to] of first ? monthsOf(first, yesterday) : []) {
    for (const { day, heads } of await listDayHeads(house.db, from, to)) {
      last = closeDay(last, day, heads);
      if (!(await insertClosing(house.db, last, heads, house.now()))) return closed;
      closed++;
    }
  }
  return closed;
}

async function findFirstDay(house: House): Promise<Day | undefined> {
  const at = await findFirstEventAt(house.db);
  return at && dayOf(at);
}
