import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Gives the next number in the agency's register of results of this year. */
export async function nextResultNumber(db: Db, agencyId: string, year: number): Promise<number> {
  const { rows } = await sql<{ number: number }>`select next_result_number(${agencyId}, ${year}) as number`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('next_result_number gave none');
  return row.number;
}
