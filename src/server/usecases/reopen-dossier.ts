import type { Officer } from '#domain/access/actor.ts';
import { reopen as decide, type Reopening } from '#domain/dossier/reopen.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** A head opens again what should not have been closed. The message follows from the outbox. */
export function reopenDossier(house: House, officer: Officer, command: Command<Reopening>) {
  return actOnDossier(house, byOfficer(officer, 'reopen dossier'), command, decide);
}
