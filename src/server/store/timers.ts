import { sql } from 'kysely';
import type { Db } from './db.ts';

/** A timer that is set on a dossier's way. */
export type DueTimer = { readonly dossierId: string; readonly code: string; readonly nodeId: string };

/** Timers whose time has come, of dossiers whose clock runs: a page of them after a place. */
export async function listDueTimers(db: Db, now: Date, after: DueTimer | null, limit: number): Promise<DueTimer[]> {
  const { rows } = await sql<DueTimer>`
    select t.dossier_id as "dossierId", d.code, t.node_id as "nodeId"
      from timer t
      join dossier d on d.dossier_id = t.dossier_id
     where t.due_at <= ${now} and d.state in ('received', 'in progress')
       and (t.dossier_id, t.node_id) > (${after?.dossierId ?? '00000000-0000-0000-0000-000000000000'}::uuid, ${after?.nodeId ?? ''})
     order by t.dossier_id, t.node_id
     limit ${limit}`.execute(db);
  return rows;
}
