import type { Officer } from '#domain/access/actor.ts';
import { takeBack as decide } from '#domain/dossier/take-back.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** Whoever handed a dossier on, or his head, takes it back while nobody has taken it. */
export function takeBackDossier(house: House, officer: Officer, command: Command<{ readonly reason: string }>) {
  return actOnDossier(house, byOfficer(officer, 'take back dossier'), command, decide);
}
