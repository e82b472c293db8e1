import { readCode } from '#domain/dossier/code.ts';
import { readSecret, tokenOf } from '#domain/dossier/secret.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { House } from '#server/house.ts';
import { findDossierId } from '#server/store/dossiers.ts';
import { holds, nobodys } from './by.ts';
import { underTryLimit } from './limit-attempts.ts';

/**
 * Whoever has a dossier’s code and secret gets the token of its page.
 * A wrong code and a wrong secret get the same answer by the same work; tries are limited.
 *
 * @param address of the one who asks
 * @returns code and token, or a refusal: `not-yours`, `too-many-tries`
 */
export async function openDossier(
  house: House,
  typed: { readonly code: string; readonly secret: string },
  address: string,
): Promise<{ readonly code: string; readonly token: string } | Refusal> {
  const code = readCode(typed.code);
  const opened = await underTryLimit(house, { at: 'tracking secret', of: code, address }, async () => {
    const dossierId = await findDossierId(house.db, isStorable(code) ? code : '');
    const fits = holds(house, dossierId ?? nobodys, { secret: readSecret(typed.secret) });
    return fits && dossierId ? { code, token: tokenOf(house.key, dossierId) } : undefined;
  });
  return opened ?? refuse('not-yours');
}
