import type { Officer } from '#domain/access/actor.ts';
import type { Reasons } from '#domain/dossier/events.ts';
import { refuseDossier as decide } from '#domain/dossier/hand-on.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** The specialist or the head settles the dossier by a refusal. The letter follows from the outbox. */
export function refuseDossier(house: House, officer: Officer, command: Command<Reasons>) {
  return actOnDossier(house, byOfficer(officer, 'refuse dossier'), command, decide);
}
