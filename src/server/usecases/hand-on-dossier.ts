import type { Officer } from '#domain/access/actor.ts';
import { handOn as decide, type HandOn } from '#domain/dossier/hand-on.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** The officer who has the dossier ends his step and hands it on. */
export function handOnDossier(house: House, officer: Officer, command: Command<HandOn>) {
  return actOnDossier(house, byOfficer(officer, 'hand on dossier'), command, decide);
}
