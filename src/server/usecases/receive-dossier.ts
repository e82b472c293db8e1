import type { Officer } from '#domain/access/actor.ts';
import { receive as decide, type Receipt } from '#domain/dossier/receive.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** The receiving officer takes an online application in. The receipt follows from the outbox. */
export function receiveDossier(house: House, officer: Officer, command: Command<Receipt>) {
  return actOnDossier(house, byOfficer(officer, 'receive dossier'), command, decide);
}
