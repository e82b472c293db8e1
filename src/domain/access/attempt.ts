import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What somebody can try to guess. */
export type Guessed = 'password' | 'tracking secret' | 'feedback secret' | 'draft secret';

/** What is tried, of whom, from where: a user name or a code, and the address on the network. */
export type Attempt = { readonly at: Guessed; readonly of: string; readonly address: string };

/** So many tries, and no more until the last of them is so many minutes ago. */
export type Limit = { readonly tries: number; readonly minutes: number };

/**
 * How often one may try, by name or code and by address. Addresses are shared by whole offices and by mobile networks, hence more.
 *
 * @law TCVN-14423-2026 lock after 5 wrong sign-ins
 */
export const attemptLimits: Readonly<Record<Guessed, { readonly of: Limit; readonly address: Limit }>> = {
  password: { of: { tries: 5, minutes: 15 }, address: { tries: 100, minutes: 15 } },
  'tracking secret': { of: { tries: 10, minutes: 15 }, address: { tries: 60, minutes: 15 } },
  'feedback secret': { of: { tries: 10, minutes: 15 }, address: { tries: 60, minutes: 15 } },
  'draft secret': { of: { tries: 10, minutes: 15 }, address: { tries: 60, minutes: 15 } },
};

/** The names under which a try is counted: a keyed hash, so that whoever reads the table learns neither code nor address. */
export function attemptKeys({ at, of, address }: Attempt, key: Uint8Array): { readonly of: string; readonly address: string } {
  return { of: keyedHash(key, `${at}\n${of}`), address: keyedHash(key, `${at} from\n${address}`) };
}

/** From it, nobody finds the text without the key. */
export function keyedHash(key: Uint8Array, text: string): string {
  return bytesToHex(hmac(sha256, key, utf8ToBytes(text.toWellFormed())));
}
