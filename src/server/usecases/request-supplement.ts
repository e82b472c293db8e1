import type { Officer } from '#domain/access/actor.ts';
import { requestSupplement as decide, type SupplementRequest } from '#domain/dossier/supplement.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** The receiving officer or the specialist asks the applicant for what is missing. The letter follows from the outbox. */
export function requestSupplement(house: House, officer: Officer, command: Command<SupplementRequest>) {
  return actOnDossier(house, byOfficer(officer, 'request supplement'), command, decide);
}
