import { requestWithdrawal as decide } from '#domain/dossier/withdraw.ts';
import type { Refusal } from '#domain/refusal.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { House } from '#server/house.ts';
import { type Acted, actOnDossier, type Command } from './act-on-dossier.ts';
import { byHolder, type Proof } from './by.ts';

const maxReasonLength = 2000;

/**
 * The applicant asks to have his dossier back; before receipt it is his at once.
 *
 * @returns the version reached, a refusal of the rule, `malformed` for a reason that cannot be kept, or `undefined` when no dossier has this code
 */
export async function requestWithdrawal(
  house: House,
  proof: Proof,
  command: Command<{ readonly reason: string }>,
): Promise<Acted | Refusal | undefined> {
  const { reason } = command.request;
  if (!isStorable(reason)) return { refused: 'malformed', at: { reason: 'not-storable' } };
  if (reason.length > maxReasonLength) return { refused: 'malformed', at: { reason: 'too-long' } };
  return actOnDossier(house, byHolder(house, proof), command, decide);
}
