import { readCode } from '#domain/dossier/code.ts';
import { isSame, readSecret, secretOf, tokenOf } from '#domain/dossier/secret.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { findFeedbackId } from '#server/store/feedbacks.ts';
import { nobodys } from './by.ts';
import type { GivenFeedback } from './give-feedback.ts';
import { underTryLimit } from './limit-attempts.ts';

/**
 * Whoever has a feedback's code and secret gets the token of its pages.
 * A wrong code and a wrong secret get the same answer by the same work; tries are limited.
 *
 * @param address of the one who asks; it is counted for the limit and kept nowhere beside the feedback
 * @returns code and token, or a refusal: `not-yours`, `too-many-tries`
 */
export async function openFeedback(
  house: House,
  typed: { readonly code: string; readonly secret: string },
  address: string,
): Promise<GivenFeedback | Refusal> {
  const code = readCode(typed.code);
  const opened = await underTryLimit(house, { at: 'feedback secret', of: code, address }, async () => {
    const feedbackId = await findFeedbackId(house.db, code);
    const fits = isSame(readSecret(typed.secret), secretOf(house.key, feedbackId ?? nobodys));
    return fits && feedbackId ? { code, token: tokenOf(house.key, feedbackId) } : undefined;
  });
  return opened ?? refuse('not-yours');
}
