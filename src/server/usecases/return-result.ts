import type { Officer } from '#domain/access/actor.ts';
import { returnResult as decide, type Return } from '#domain/dossier/result.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** The receiving officer hands the result to the applicant; with this the dossier is closed. */
export function returnResult(house: House, officer: Officer, command: Command<Return>) {
  return actOnDossier(house, byOfficer(officer, 'return result'), command, decide);
}
