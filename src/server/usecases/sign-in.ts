import { asUsername } from '#domain/access/sign-in.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { SetCookie, Visit } from '#server/gateways/identity/identity.ts';
import type { House } from '#server/house.ts';
import { endOldSessions, hasSignIn } from '#server/store/sign-ins.ts';
import { countAttempt, forgetAttempt } from './limit-attempts.ts';

/** The account that stands for every name nobody has. */
const nobody = 'nobody';

/** Longer than any password: what is longer still is none. */
const longestPassword = 128;

/**
 * An officer signs in by name and password.
 *
 * After five wrong passwords the name is locked for a while, known or not. An unknown name, a wrong password and a locked name
 * get one answer by the same work: each asks for the name and tries one password.
 *
 * @returns the cookies that hold the session, or a refusal: `sign-in-wrong`, or `too-many-tries` from one address
 */
export async function signIn(
  house: House,
  visit: Visit,
  typed: { readonly name: string; readonly password: string },
): Promise<readonly SetCookie[] | Refusal> {
  const name = asUsername(typed.name);
  const attempt = { at: 'password', of: name, address: visit.address } as const;
  const within = await countAttempt(house, attempt);
  if (!within.address) return refuse('too-many-tries');

  const known = await hasSignIn(house.db, isStorable(name) ? name : nobody);
  const password = typed.password.toWellFormed().slice(0, longestPassword);
  const fits = within.of && known && password === typed.password && password !== '';
  const cookies = await house.identity.signIn(fits ? name : nobody, password || ' ', visit);
  if (!cookies) return refuse('sign-in-wrong');

  await forgetAttempt(house, attempt);
  await endOldSessions(house.db);
  return cookies;
}
