import type { Officer } from '#domain/access/actor.ts';
import { answerWithdrawal as decide, type WithdrawalAnswer } from '#domain/dossier/withdraw.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';

/** The unit that received the dossier answers a request to withdraw. The notice follows from the outbox. */
export function answerWithdrawal(house: House, officer: Officer, command: Command<WithdrawalAnswer>) {
  return actOnDossier(house, byOfficer(officer, 'answer withdrawal'), command, decide);
}
