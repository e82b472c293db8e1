import { type Attempt, attemptKeys, attemptLimits } from '#domain/access/attempt.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { forgetAttempts, giveBackAttempt, takeAttempts } from '#server/store/attempts.ts';

/**
 * Lets somebody try a secret, as long as it has not been tried too often: at this code, or from this address.
 *
 * The try is counted before it is made and taken back when it was right. An unknown code is counted like a known one;
 * whoever asks takes care that both cost the same work.
 *
 * @param open what the secret opens; `undefined` when it does not
 * @returns what was opened, `undefined` when code or secret is wrong, or `too-many-tries` with the minutes to wait at most
 */
export async function underTryLimit<Found>(
  house: House,
  attempt: Attempt,
  open: () => Promise<Found | undefined>,
): Promise<Found | Refusal | undefined> {
  const within = await countAttempt(house, attempt);
  if (!within.of || !within.address) return refuse('too-many-tries', { minutes: attemptLimits[attempt.at].of.minutes });

  const found = await open();
  if (found !== undefined) await forgetAttempt(house, attempt);
  return found;
}

/** Counts a try, before it is made. */
export async function countAttempt(house: House, attempt: Attempt): Promise<{ readonly of: boolean; readonly address: boolean }> {
  const keys = attemptKeys(attempt, house.key);
  const limits = attemptLimits[attempt.at];
  const [of = false, address = false] = await takeAttempts(house.db, [
    { key: keys.of, limit: limits.of },
    { key: keys.address, limit: limits.address },
  ]);
  return { of, address };
}

/** A try was right: what was tried wrongly before at this name or code is forgotten, what came from the address is not. */
export async function forgetAttempt(house: House, attempt: Attempt): Promise<void> {
  const keys = attemptKeys(attempt, house.key);
  await forgetAttempts(house.db, keys.of);
  await giveBackAttempt(house.db, keys.address);
}
