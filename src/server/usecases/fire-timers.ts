import { fireTimer as decide } from '#domain/dossier/fire.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { type DueTimer, listDueTimers } from '#server/store/timers.ts';
import { actOnDossier } from './act-on-dossier.ts';
import { bySystem } from './by.ts';

const atOnce = 500;

/**
 * Fires every timer whose time has come. May be done at any time, twice, and by two at once: each fires once.
 *
 * @returns how many fired
 * @throws AggregateError for those that could not; all others have
 */
export async function fireTimers(house: House): Promise<number> {
  const faults: unknown[] = [];
  let fired = 0;
  let after: DueTimer | null = null;
  do {
    const page: DueTimer[] = await listDueTimers(house.db, house.now(), after, atOnce);
    for (const timer of page) if (await fireOne(house, timer).catch((fault: unknown) => void faults.push(fault))) fired++;
    after = page[atOnce - 1] ?? null;
  } while (after !== null);
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} timers could not fire`);
  return fired;
}

async function fireOne(house: House, { code, nodeId }: DueTimer): Promise<boolean> {
  const command = { code, commandId: crypto.randomUUID(), request: { nodeId } };
  const answer = await actOnDossier(house, bySystem('fire timer'), command, decide);
  return answer !== undefined && !isRefusal(answer);
}
