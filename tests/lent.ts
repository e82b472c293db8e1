import { replay } from '#domain/dossier/evolve.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { loadHistory } from '#server/store/dossiers.ts';
import { actOnDossier } from '#server/usecases/act-on-dossier.ts';
import { type OrdinaryAct, ordinary, whoseTurn } from './given.ts';
import { submitLending } from './lending-world.ts';

/** A dossier of the neutral procedure to which these things have happened, each by whoever's turn it was. */
export async function lend(house: House, ...acts: OrdinaryAct[]): Promise<{ readonly code: string; readonly dossierId: string }> {
  const { code, dossierId } = await submitLending(house);
  for (const name of acts) {
    const dossier = replay((await loadHistory(house.db, dossierId)).map(({ event }) => event));
    const actor = whoseTurn(dossier, name);
    const command = { code, commandId: crypto.randomUUID(), request: { name } };
    const by = { personId: actor.personId, actorFor: () => actor };
    const answer = await actOnDossier(house, by, command, (before, _, facts) => ordinary[name](before, facts));
    if (!answer || isRefusal(answer)) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  }
  return { code, dossierId };
}
