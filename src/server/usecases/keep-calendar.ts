import type { CalendarFault } from '#domain/calendar/read-calendar.ts';
import type { CalendarFacts } from '#domain/calendar/working-calendar.ts';
import type { House } from '#server/house.ts';
import { ensureCalendar, loadCalendarFacts } from '#server/store/calendars.ts';
import { newId } from '#server/store/ids.ts';
import { ensureReferenceStamp } from '#server/store/reference-stamps.ts';
import { forgetReference } from './reference.ts';

/** What becomes of a calendar, given the one that is stored: another, or why not. */
export type ChangeCalendar = (stored: CalendarFacts) => { readonly facts: CalendarFacts } | { readonly faults: readonly CalendarFault[] };

/** How many days and years are other than before; or all that is wrong, and nothing is stored. */
export type KeptCalendar = { readonly changed: number } | { readonly faults: readonly CalendarFault[] };

/** Changes the stored calendar, all of it or nothing. No due time moves by it: that is an act of its own. */
export async function keepCalendar(house: House, change: ChangeCalendar): Promise<KeptCalendar> {
  const kept = await house.db.transaction().execute(async (tx): Promise<KeptCalendar> => {
    const after = change(await loadCalendarFacts(tx));
    if ('faults' in after) return after;
    const changed = await ensureCalendar(tx, after.facts);
    if (changed > 0) await ensureReferenceStamp(tx, newId());
    return { changed };
  });
  forgetReference(house);
  return kept;
}
