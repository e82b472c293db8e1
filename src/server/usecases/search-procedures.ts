import { dayOf } from '#domain/calendar/day.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { House } from '#server/house.ts';
import { type FoundProcedures, searchProcedures as find, type ProcedureSearch } from '#server/store/procedures.ts';

/** So many fit on a page of a phone without tiring anyone. */
const pageLength = 20;

const longestQuery = 200;

/**
 * Anyone searches the procedures in force, with or without tone marks, narrowed by filters.
 * What cannot stand in a name is searched as if it had not been typed.
 */
export function searchProcedures(
  house: House,
  { query = '', filters = {}, after = null, limit = pageLength }: Partial<Omit<ProcedureSearch, 'on'>> = {},
): Promise<FoundProcedures> {
  const typed = isStorable(query) ? query.slice(0, longestQuery) : '';
  return find(house.db, { query: typed, filters, after, limit, on: dayOf(house.now()) });
}
