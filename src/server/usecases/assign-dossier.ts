import type { Officer } from '#domain/access/actor.ts';
import { assign as decide } from '#domain/dossier/assign.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** The head gives the task to an officer of his unit. */
export function assignDossier(house: House, officer: Officer, command: Command<{ readonly officerId: string }>) {
  return actOnDossier(house, byOfficer(officer, 'assign dossier'), command, decide);
}
