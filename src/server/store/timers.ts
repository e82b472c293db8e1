import { sql } from 'kysely';
import type { Db } from './db.ts';

/** A timer that is set on a dossier's way. */
export type DueTimer = { readonly dossierId: string; readonly code: string; readonly nodeId: string; readonly dueAt: Date };

/**
 * Timers whose time has come, of dossiers whose clock runs, the first due first: a page of them after a place.
 * They are read from the index of timers by their time; what is not due yet costs nothing.
 */
export async function listDueTimers(db: Db, now: Date, after: DueTimer | null, limit: number): Promise<DueTimer[]> {
  const { rows } = await sql<DueTimer>`
    select t.dossier_id as "dossierId", d.code, t.node_id as "nodeId", t.due_at as "dueAt"
      from timer t
      join dossier d on d.dossier_id = t.dossier_id
     where t.due_at <= ${now} and d.state in ('received', 'in progress')
       ${after ? sql`and (t.due_at, t.dossier_id, t.node_id) > (${after.dueAt}, ${after.dossierId}::uuid, ${after.nodeId})` : sql``}
     order by t.due_at, t.dossier_id, t.node_id
     limit ${limit}`.execute(db);
  return rows;
}
