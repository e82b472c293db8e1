import { closeUnanswered as decide } from '#domain/dossier/unanswered.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { listUnanswered } from '#server/store/unanswered.ts';
import { actOnDossier } from './act-on-dossier.ts';
import { bySystem } from './by.ts';

const atOnce = 500;

/**
 * Closes every dossier whose supplement was not given in time. May be done at any time, twice, and by two at once:
 * each is closed once, and one that is answered meanwhile is not closed.
 *
 * @returns how many were closed
 * @throws AggregateError for those that could not be; all others are
 */
export async function closeUnanswered(house: House): Promise<number> {
  const faults: unknown[] = [];
  let closed = 0;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listUnanswered>> = await listUnanswered(house.db, house.now(), after, atOnce);
    for (const { code } of page) if (await closeOne(house, code).catch((fault: unknown) => void faults.push(fault))) closed++;
    after = page[atOnce - 1]?.dossierId ?? null;
  } while (after !== null);
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} dossiers could not be closed`);
  return closed;
}

async function closeOne(house: House, code: string): Promise<boolean> {
  const command = { code, commandId: crypto.randomUUID(), request: {} };
  const answer = await actOnDossier(house, bySystem('close unanswered dossier'), command, decide);
  return answer !== undefined && !isRefusal(answer);
}
