import type { Officer } from '#domain/access/actor.ts';
import { take as decide } from '#domain/dossier/assign.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** An officer takes a task out of his unit’s common queue. */
export function takeDossier(house: House, officer: Officer, command: Command<object>) {
  return actOnDossier(house, byOfficer(officer, 'take dossier'), command, decide);
}
