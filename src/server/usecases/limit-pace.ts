import { paceKey, paceLimits, paceMinutes, type Sent } from '#domain/access/pace.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { countSent } from '#server/store/paces.ts';

/**
 * Counts what somebody without an account sends, by the address that it comes from.
 *
 * @returns null, or `too-much-sent` with the minutes to wait at most: then it must not be kept
 */
export async function limitPace({ db, key }: House, sent: Sent, address: string): Promise<Refusal | null> {
  const count = await countSent(db, paceKey(sent, address, key), paceMinutes);
  return count > paceLimits[sent] ? refuse('too-much-sent', { minutes: paceMinutes }) : null;
}
