import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Role } from './actor.ts';

/** What an officer's name to sign in begins with. */
const begins: Readonly<Record<Role, string>> = {
  citizen: 'nguoidan',
  'receiving officer': 'tiepnhan',
  specialist: 'thuly',
  head: 'truongphong',
  'signing leader': 'lanhdao',
  clerk: 'vanthu',
  director: 'giamdoc',
  'hotline officer': 'duongday',
  'procedure controller': 'kiemsoat',
  monitor: 'giamsat',
  administrator: 'quantri',
  auditor: 'kiemtra',
  system: 'tudong',
};

/**
 * A name to sign in that tells what somebody does where.
 *
 * @param agencyId readable, as the agencies of the demo have it
 * @param taken names that others have; who comes second is `…2`
 * @example a specialist of `phong-tu-phap` is `thuly.tuphap`
 */
export function usernameOf(role: Role, agencyId: string, taken: ReadonlySet<string>): string {
  const name = `${begins[role]}.${agencyId.replace(/^phong-/, '').replaceAll(/[^a-z0-9]/g, '')}`;
  let no = 1;
  while (taken.has(no === 1 ? name : `${name}${no}`)) no++;
  return no === 1 ? name : `${name}${no}`;
}

/** No letter or digit that can be taken for another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * A demo officer's password: random, because the house's key is, and the same at every start, so that the list of sign-ins
 * can be written again. Fifteen letters, 74 bits.
 */
export function demoPasswordOf(username: string, key: Uint8Array): string {
  const bytes = hmac(sha256, key, utf8ToBytes(`demo password\n${username}`));
  const word = [...bytes.slice(0, 15)].map((byte) => letters[byte % letters.length]).join('');
  return word.replaceAll(/(.{5})(?=.)/g, '$1-');
}
