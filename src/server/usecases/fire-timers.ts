import { fireTimer as decide } from '#domain/dossier/fire.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { type DueTimer, listDueTimers } from '#server/store/timers.ts';
import { actOnDossier } from './act-on-dossier.ts';
import { actOnEachDossier } from './act-on-each-dossier.ts';
import { bySystem } from './by.ts';

const atOnce = 500;

/**
 * Fires every timer whose time has come. May be done at any time, twice, and by two at once: each fires once.
 *
 * @returns how many fired
 * @throws AggregateError for those that could not; all others have
 */
export function fireTimers(house: House): Promise<number> {
  return actOnEachDossier(dueTimers(house), (timer) => fireOne(house, timer), 'have timers that could not fire');
}

/** Every timer whose time has come, read a part at a time. */
async function* dueTimers(house: House): AsyncIterable<DueTimer> {
  let after: DueTimer | null = null;
  do {
    const page: DueTimer[] = await listDueTimers(house.db, house.now(), after, atOnce);
    yield* page;
    after = page[atOnce - 1] ?? null;
  } while (after !== null);
}

async function fireOne(house: House, { code, nodeId }: DueTimer): Promise<boolean> {
  const command = { code, commandId: crypto.randomUUID(), request: { nodeId } };
  const answer = await actOnDossier(house, bySystem('fire timer'), command, decide);
  return answer !== undefined && !isRefusal(answer);
}
