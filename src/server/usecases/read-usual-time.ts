import { usualMinutes } from '#domain/dossier/usual.ts';
import type { House } from '#server/house.ts';
import type { Db } from '#server/store/db.ts';
import { listStepTimes } from '#server/store/reports/step-times.ts';
import { referenceOf } from './reference.ts';

/** What is usual does not change from minute to minute. */
const staleAfterMs = 10 * 60_000;

type Remembered = { readonly readAt: number; readonly minutes: Promise<number | null> };

const remembered = new WeakMap<Db, Map<string, Remembered>>();

/** Working minutes that a step of a procedure usually takes; null where too few dossiers have been through it. Remembered for ten minutes. */
export function readUsualTime(house: House, procedureId: string, stepNo: number): Promise<number | null> {
  const known = remembered.get(house.db) ?? new Map<string, Remembered>();
  remembered.set(house.db, known);
  const key = `${procedureId} ${stepNo}`;
  const now = house.now().getTime();
  const kept = known.get(key);
  if (kept && Math.abs(now - kept.readAt) < staleAfterMs) return kept.minutes;

  const minutes = ask(house, procedureId, stepNo);
  known.set(key, { readAt: now, minutes });
  minutes.catch(() => known.delete(key));
  return minutes;
}

async function ask(house: House, procedureId: string, stepNo: number): Promise<number | null> {
  const times = await listStepTimes(house.db, procedureId, stepNo);
  return usualMinutes(times, (await referenceOf(house)).calendarOf);
}
