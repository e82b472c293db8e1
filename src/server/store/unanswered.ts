import { sql } from 'kysely';
import type { Db } from './db.ts';

/** Dossiers whose supplement should have been given by now, by their id: a page of them after a place. */
export async function listUnanswered(
  db: Db,
  now: Date,
  after: string | null,
  limit: number,
): Promise<{ readonly dossierId: string; readonly code: string }[]> {
  const { rows } = await sql<{ dossierId: string; code: string }>`
    select d.dossier_id as "dossierId", d.code
      from dossier d
     where d.state = 'awaiting supplement' and (d.standing ->> 'closesAt')::timestamptz < ${now}
       and d.dossier_id > ${after ?? '00000000-0000-0000-0000-000000000000'}
     order by d.dossier_id
     limit ${limit}`.execute(db);
  return rows;
}
