import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { type Loaded, loadDossier } from '#server/store/dossiers.ts';
import { type By, type Command, type Decide, factsFor, meet } from './act-on-dossier.ts';
import { rememberDossier } from './remembered-dossiers.ts';

/**
 * Whether an act would be done now, asked before what takes long: making a paper, signing it. It writes nothing;
 * the act itself decides again.
 *
 * @returns the dossier; with `done` when this command was given before. A refusal, or `undefined` when no dossier has this code
 */
export async function tryOnDossier<Request extends object>(
  house: House,
  who: By,
  command: Command<Request>,
  decide: Decide<Request>,
): Promise<Loaded | Refusal | undefined> {
  const { code, commandId, request } = command;
  const found = await loadDossier(house.db, code, { commandId, personId: who.personId });
  if (!found || found.done) return found;
  rememberDossier(house.db, found);
  const met = await meet(house, who, command, found);
  if (isRefusal(met)) return met;
  const { seen, by } = met;

  const decision = decide(seen.dossier, request, await factsFor(house, by, seen.dossier));
  return isRefusal(decision) ? decision : seen;
}
