import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#server/store/db.ts';
import type { Period } from './rating-counts.ts';

/** Dossiers done in the period, and of these early or on time; those made to try things with are left out. */
export async function countDone(db: Db, period: Period): Promise<{ readonly inTime: number; readonly done: number }> {
  const { rows } = await sql<{ inTime: number; done: number }>`
    select (count(*) filter (where outcome <> 'late'))::int as "inTime", count(*)::int as "done"
      from dossier where ${doneIn(period)}`.execute(db);
  return rows[0] ?? { inTime: 0, done: 0 };
}

/** The same by field, those with most done first. */
export async function countDoneByField(
  db: Db,
  period: Period,
): Promise<{ readonly fieldId: string; readonly inTime: number; readonly done: number }[]> {
  const { rows } = await sql<{ fieldId: string; inTime: number; done: number }>`
    select field_id as "fieldId", (count(*) filter (where outcome <> 'late'))::int as "inTime", count(*)::int as "done"
      from dossier where ${doneIn(period)}
     group by field_id
     order by "done" desc, field_id`.execute(db);
  return rows;
}

function doneIn({ from, until }: Period): RawBuilder<boolean> {
  return sql`ready_at >= ${from} and ready_at < ${until} and not trial`;
}
