import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Who made the passwords up: people, so that they can be guessed and trying one must be slow, or a machine, so that it need not. */
export type Passwords = 'chosen' | 'random';

/** scrypt's cost for each, as OWASP's cheat sheet has it for chosen ones; a random one of 74 bits is guessed by nobody. */
const costs = { chosen: { logN: 15, p: 3 }, random: { logN: 10, p: 1 } };

/** A hash says in its first two parts what it cost, so that costs may rise; `0:0` is what this house's cost now. */
export async function hashPassword(password: string, made: Passwords): Promise<string> {
  const { logN, p } = costs[made];
  const salt = randomBytes(16).toString('hex');
  return `${logN}:${p}:${salt}:${(await derive(password, salt, logN, p)).toString('hex')}`;
}

export async function isPassword(password: string, hash: string, made: Passwords): Promise<boolean> {
  const [, , salt = '', key = ''] = hash.split(':');
  const { logN, p } = costOf(hash, made);
  const derived = await derive(password, salt, logN, p);
  const kept = Buffer.from(key, 'hex');
  return kept.length === derived.length && timingSafeEqual(kept, derived);
}

/** What trying a password against this hash costs in this house. */
export function costOf(hash: string, made: Passwords): { readonly logN: number; readonly p: number } {
  const [logN = '', p = ''] = hash.split(':');
  return { logN: Number(logN) || costs[made].logN, p: Number(p) || costs[made].p };
}

function derive(password: string, salt: string, logN: number, p: number): Promise<Buffer> {
  const options = { N: 2 ** logN, r: 8, p, maxmem: 128 * 8 * 2 ** (logN + 1) };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 64, options, (fault, key) => (fault ? reject(fault) : resolve(key)));
  });
}
