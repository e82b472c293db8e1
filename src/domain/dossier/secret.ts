import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** 32 letters and digits; what looks alike (I, L, O, U) is left out. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The secret that opens a dossier together with its code: 60 bits as three groups of four.
 * It is made from a key outside the database, so it is stored nowhere and can be printed again.
 *
 * @param id of the dossier, or of whatever else has a secret
 * @example 7F3K-91C0-5BE2
 */
export function secretOf(key: Uint8Array, id: string): string {
  const bytes = hmac(sha256, key, utf8ToBytes(`secret ${id}`));
  const all = Array.from(bytes.subarray(0, 12), (byte) => letters[byte % 32]).join('');
  return `${all.slice(0, 4)}-${all.slice(4, 8)}-${all.slice(8)}`;
}

/** The token in links and QR codes of a dossier's papers and messages: 128 bits in 32 hexadecimal digits. */
export function tokenOf(key: Uint8Array, id: string): string {
  return bytesToHex(hmac(sha256, key, utf8ToBytes(`token ${id}`)).subarray(0, 16));
}

/** What somebody typed for a secret, as it is compared: capitals, letters that look like digits taken for them, grouped. */
export function readSecret(typed: string): string {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  return `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`;
}

/** Compares in the same time whatever the difference, so that an answer's delay tells nothing. */
export function isSame(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  for (let i = 0; i < expected.length; i++) difference |= (given.charCodeAt(i) || 0) ^ expected.charCodeAt(i);
  return difference === 0;
}
