import { dayOf } from '#domain/calendar/day.ts';
import type { CatalogueTotals } from '#domain/procedure/catalogue-totals.ts';
import type { House } from '#server/house.ts';
import { countProcedures } from '#server/store/procedures.ts';

/** Anyone sees how large the catalogue in force is, and how much of it is received and cut. */
export function countCatalogue(house: House): Promise<CatalogueTotals> {
  return countProcedures(house.db, dayOf(house.now()));
}
