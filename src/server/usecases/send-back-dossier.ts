import type { Officer } from '#domain/access/actor.ts';
import { sendBack as decide, type SendBack } from '#domain/dossier/hand-on.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** The officer who has the dossier sends it back, with a reason, to the one who had it. */
export function sendBackDossier(house: House, officer: Officer, command: Command<SendBack>) {
  return actOnDossier(house, byOfficer(officer, 'send back dossier'), command, decide);
}
