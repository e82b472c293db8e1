import { sql } from 'kysely';
import type { Limit } from '#domain/access/attempt.ts';
import type { Db } from './db.ts';

/**
 * Counts one more try at each key at once, so that tries that come together are counted one by one.
 * It counts before it is known whether the try was right: who guesses a hundred times at once has guessed a hundred times.
 *
 * @returns for each key whether this try is within its limit
 */
export async function takeAttempts(db: Db, taken: readonly { readonly key: string; readonly limit: Limit }[]): Promise<boolean[]> {
  const keys = taken.map(({ key }) => key);
  const most = taken.map(({ limit }) => limit.tries);
  const minutes = taken.map(({ limit }) => limit.minutes);
  const { rows } = await sql<{ tries: number[] }>`select take_attempts(${keys}, ${most}, ${minutes}) as tries`.execute(db);
  const tries = rows[0]?.tries ?? [];
  return taken.map(({ limit }, i) => (tries[i] ?? Number.POSITIVE_INFINITY) <= limit.tries);
}

/** Forgets all tries at a key: somebody knew the secret. */
export async function forgetAttempts(db: Db, key: string): Promise<void> {
  await db.deleteFrom('attempt').where('key', '=', key).execute();
}

/** Takes one try back that turned out to be right; the wrong ones beside it stay counted. */
export async function giveBackAttempt(db: Db, key: string): Promise<void> {
  await sql`update attempt set tries = tries - 1 where key = ${key} and tries > 1`.execute(db);
}
