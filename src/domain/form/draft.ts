import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { addDays, type Day, dayOf, instantAt } from '#domain/calendar/day.ts';

/** Days without a change after which a draft is removed. */
const daysKept = 30;

/** An answer may be wrong and is kept as it was typed, but what is longer than this is no answer. */
export const maxKeptLength = 20_000;

/** The last day on which a draft that was changed at this moment can be gone on with. */
export function draftKeptUntil(touchedAt: Date): Day {
  return addDays(dayOf(touchedAt), daysKept);
}

/** What was changed last before this moment is dead at `now`. */
export function draftsDieBefore(now: Date): Date {
  return instantAt(addDays(dayOf(now), -daysKept), 0);
}

/** The secret in a draft's link: 128 bits in 32 hexadecimal digits. */
export function draftToken(random: Uint8Array): string {
  if (random.length !== 16) throw new RangeError(`random: ${random.length} bytes`);
  return bytesToHex(random);
}

export function isDraftToken(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

/** What is kept of a token: from it, nobody finds the link. */
export function hashOfToken(token: string): string {
  return bytesToHex(sha256(utf8ToBytes(token)));
}
