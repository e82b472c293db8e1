import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Counts one more under this key, at once, and answers how many that are since it began to be counted. */
export async function countSent(db: Db, key: string, minutes: number): Promise<number> {
  const { rows } = await sql<{ sent: number }>`select count_sent(${key}, ${minutes}) as sent`.execute(db);
  return rows[0]?.sent ?? 0;
}
