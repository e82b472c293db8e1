import { dayOf } from '#domain/calendar/day.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import type { House } from '#server/house.ts';
import { findProcedure, listProceduresOfCode } from '#server/store/procedures.ts';

/**
 * Anyone reads the version of a procedure that is in force, by its id or by its national code.
 * A code that two levels publish means the ward's or commune's: it is the nearer one.
 */
export async function readProcedure(house: House, idOrCode: string): Promise<PublishedVersion | undefined> {
  if (!/^[A-Z0-9.-]{1,40}$/.test(idOrCode)) return undefined;
  const on = dayOf(house.now());
  const byId = await findProcedure(house.db, idOrCode, on);
  if (byId) return byId;
  const [first] = await listProceduresOfCode(house.db, idOrCode, on);
  return first;
}
