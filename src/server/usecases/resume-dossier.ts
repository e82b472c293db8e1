import type { Officer } from '#domain/access/actor.ts';
import { resume as decide } from '#domain/dossier/stand-still.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** Who has the dossier, or his head, goes on with what was suspended. */
export function resumeDossier(house: House, officer: Officer, command: Command<{ readonly reason: string }>) {
  return actOnDossier(house, byOfficer(officer, 'resume dossier'), command, decide);
}
