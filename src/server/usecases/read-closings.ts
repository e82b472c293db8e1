import type { Day } from '#domain/calendar/day.ts';
import type { DayClosing } from '#domain/dossier/day-closing.ts';
import type { House } from '#server/house.ts';
import { listClosings } from '#server/store/day-closings.ts';

/** Closed days, the newest first, with where to read on; null at the end. */
export type Closings = { readonly closings: readonly DayClosing[]; readonly next: Day | null };

const pageSize = 31;

export async function readClosings(house: House, before: Day | undefined): Promise<Closings> {
  const found = await listClosings(house.db, before, pageSize + 1);
  const closings = found.slice(0, pageSize);
  return { closings, next: found.length > pageSize ? (closings.at(-1)?.day ?? null) : null };
}
