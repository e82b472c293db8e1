import type { Officer } from '#domain/access/actor.ts';
import { signResult as decide, type Signing } from '#domain/dossier/result.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** The leader approves the result that he has seen. */
export function signResult(house: House, officer: Officer, command: Command<Signing>) {
  return actOnDossier(house, byOfficer(officer, 'sign result'), command, decide);
}
