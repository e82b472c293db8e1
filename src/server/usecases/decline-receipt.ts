import type { Officer } from '#domain/access/actor.ts';
import type { Reasons } from '#domain/dossier/events.ts';
import { declineReceipt as decide } from '#domain/dossier/receive.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** The receiving officer sends an application back before receipt, with reasons. The letter follows from the outbox. */
export function declineReceipt(house: House, officer: Officer, command: Command<Reasons>) {
  return actOnDossier(house, byOfficer(officer, 'not accept dossier'), command, decide);
}
