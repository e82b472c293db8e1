import type { Officer } from '#domain/access/actor.ts';
import { recordPayment as decide } from '#domain/dossier/stand-still.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** Who has the dossier, or the unit that received it, records that an obligation was paid. */
export function recordPayment(house: House, officer: Officer, command: Command<{ readonly proof: string }>) {
  return actOnDossier(house, byOfficer(officer, 'record payment'), command, decide);
}
