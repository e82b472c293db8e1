import type { Officer } from '#domain/access/actor.ts';
import { recordMessage as decide, type Message } from '#domain/dossier/fire.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** An officer of the receiving unit records that a message which a dossier waits for has come. */
export function recordMessage(house: House, officer: Officer, command: Command<Message>) {
  return actOnDossier(house, byOfficer(officer, 'record message'), command, decide);
}
