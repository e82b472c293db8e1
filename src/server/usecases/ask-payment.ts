import type { Officer } from '#domain/access/actor.ts';
import { requestPayment as decide, type PaymentRequest } from '#domain/dossier/stand-still.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** The officer who has the dossier asks for an obligation that another agency set. The message follows from the outbox. */
export function askPayment(house: House, officer: Officer, command: Command<PaymentRequest>) {
  return actOnDossier(house, byOfficer(officer, 'ask payment'), command, decide);
}
