import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { type Loaded, loadDossier } from '#server/store/dossiers.ts';
import { type By, type Command, type Decide, factsFor, hasMoved } from './act-on-dossier.ts';
import { rememberDossier } from './remembered-dossiers.ts';

/**
 * Whether an act would be done now, asked before what takes long: making a paper, signing it. It writes nothing;
 * the act itself decides again.
 *
 * @returns the dossier; with `done` when this command was given before. A refusal, or `undefined` when no dossier has this code
 */
export async function tryOnDossier<Request extends object>(
  house: House,
  { personId, actorFor, turn }: By,
  { code, commandId, request, seenVersion, taskNo }: Command<Request>,
  decide: Decide<Request>,
): Promise<Loaded | Refusal | undefined> {
  const found = await loadDossier(house.db, code, { commandId, personId });
  if (!found || found.done) return found;
  rememberDossier(house.db, found);
  const loaded = turn && found.dossier.beside ? { ...found, dossier: turn(found.dossier, taskNo) } : found;
  if (await hasMoved(house, loaded, { seenVersion, taskNo })) return refuse('dossier-moved');
  const by = actorFor(loaded);
  if (isRefusal(by)) return by;

  const decision = decide(loaded.dossier, request, await factsFor(house, by, loaded.dossier));
  return isRefusal(decision) ? decision : loaded;
}
