import { closeUnanswered as decide } from '#domain/dossier/unanswered.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { listUnanswered } from '#server/store/unanswered.ts';
import { actOnDossier } from './act-on-dossier.ts';
import { actOnEachDossier } from './act-on-each-dossier.ts';
import { bySystem } from './by.ts';

const atOnce = 500;

/**
 * Closes every dossier whose supplement was not given in time. May be done at any time, twice, and by two at once:
 * each is closed once, and one that is answered meanwhile is not closed.
 *
 * @returns how many were closed
 * @throws AggregateError for those that could not be; all others are
 */
export function closeUnanswered(house: House): Promise<number> {
  return actOnEachDossier(unanswered(house), ({ code }) => closeOne(house, code), 'could not be closed');
}

/** Every dossier that nobody answered in time, read a part at a time. */
async function* unanswered(house: House) {
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listUnanswered>> = await listUnanswered(house.db, house.now(), after, atOnce);
    yield* page;
    after = page[atOnce - 1]?.dossierId ?? null;
  } while (after !== null);
}

async function closeOne(house: House, code: string): Promise<boolean> {
  const command = { code, commandId: crypto.randomUUID(), request: {} };
  const answer = await actOnDossier(house, bySystem('close unanswered dossier'), command, decide);
  return answer !== undefined && !isRefusal(answer);
}
