import { sql } from 'kysely';
import type { Countable } from '#domain/dossier/recount.ts';
import type { Db } from './db.ts';
import { withInstants } from './instants.ts';

/** A running dossier with what its due time is counted from. */
export type RunningDossier = Countable & { readonly dossierId: string; readonly code: string; readonly procedureId: string };

/** Dossiers whose clock runs, by their id: a page of them after a place. */
export async function listRunningDossiers(db: Db, after: string | null, limit: number): Promise<RunningDossier[]> {
  const { rows } = await sql<RunningDossier>`
    select d.dossier_id as "dossierId", d.code, d.procedure_id as "procedureId", d.receiving_agency_id as "receivingAgencyId",
           d.state, d.received_at as "receivedAt", d.due_at as "dueAt", coalesce(d.standing -> 'waits', '[]') as "waits", e.data -> 'promised' as "promised"
      from dossier d
      join dossier_event e on e.dossier_id = d.dossier_id and e.version = 1
     where d.due_at is not null and d.closed_at is null and d.ready_at is null
       and d.dossier_id > ${after ?? '00000000-0000-0000-0000-000000000000'}
     order by d.dossier_id
     limit ${limit}`.execute(db);
  return rows.map(withInstants);
}
