import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Changes whenever an import changed something; `undefined` before the first. */
export async function findReferenceStamp(db: Db): Promise<string | undefined> {
  const { rows } = await sql<{ stamp: string }>`select stamp from reference_stamp`.execute(db);
  return rows[0]?.stamp;
}

export async function ensureReferenceStamp(db: Db, stamp: string): Promise<void> {
  await sql`insert into reference_stamp (stamp) values (${stamp}) on conflict (only_one) do update set stamp = excluded.stamp`.execute(db);
}
