import type { Officer } from '#domain/access/actor.ts';
import { type Apology, apologise as decide } from '#domain/dossier/apologise.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** The head or the leader apologises for a delay and names the new time. The letter follows from the outbox. */
export function apologise(house: House, officer: Officer, command: Command<Apology>) {
  return actOnDossier(house, byOfficer(officer, 'apologise'), command, decide);
}
