import type { Officer } from '#domain/access/actor.ts';
import { suspend as decide, type Suspension } from '#domain/dossier/stand-still.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** Who has the dossier, or his head, suspends it where a law says so. */
export function suspendDossier(house: House, officer: Officer, command: Command<Suspension>) {
  return actOnDossier(house, byOfficer(officer, 'suspend dossier'), command, decide);
}
