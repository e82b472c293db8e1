import { requestWithdrawal as decide } from '#domain/dossier/withdraw.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byHolder, type Proof } from './by.ts';

/** The applicant asks to have his dossier back; before receipt it is his at once. */
export function requestWithdrawal(house: House, proof: Proof, command: Command<{ readonly reason: string }>) {
  return actOnDossier(house, byHolder(house, proof), command, decide);
}
