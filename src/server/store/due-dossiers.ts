import { sql } from 'kysely';
import type { Warnable } from '#domain/dossier/warn.ts';
import type { Db } from './db.ts';
import { withInstants } from './instants.ts';

/** A running dossier whose time comes near or is over, with what must be known to say whether somebody is to be told. */
export type DueDossier = Warnable & {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
};

/** Where a page of them ends; the next begins after it. */
export type DuePlace = { readonly dueAt: Date; readonly dossierId: string };

/**
 * Running dossiers that are owed before a moment and of whose time nobody was told yet at an open task, by due time: a page of them after a place.
 * They are read from the index of what is open by due time; what is not due yet costs nothing.
 */
export async function listDueDossiers(db: Db, now: Date, until: Date, after: DuePlace | null, limit: number): Promise<DueDossier[]> {
  const { rows } = await sql<DueDossier>`
    select d.dossier_id as "dossierId", d.code, d.procedure_id as "procedureId", d.procedure_version as "procedureVersion",
           d.receiving_agency_id as "receivingAgencyId", d.state, d.due_at as "dueAt", e.data -> 'ruleSet' as "ruleSet",
           d.standing -> 'promisedAt' as "promisedAt", d.standing -> 'totalMinutes' as "totalMinutes",
           d.standing -> 'warned' as "warned", d.standing -> 'reported' as "reported",
           d.standing -> 'task' as "task", d.standing -> 'beside' as "beside"
      from dossier d
      join dossier_event e on e.dossier_id = d.dossier_id and e.version = 1
     cross join lateral (select greatest(d.due_at, (d.standing ->> 'promisedAt')::timestamptz) as at) appointed
     cross join lateral (select d.standing -> case when appointed.at < ${now} then 'reported' else 'warned' end as of) said
     where d.state in ('received', 'in progress') and d.due_at <= ${until}
       and ((said.of ->> 'dueAt')::timestamptz is distinct from appointed.at
            or exists (select from task t where t.dossier_id = d.dossier_id and t.done_at is null and not said.of -> 'taskNos' @> to_jsonb(t.no)))
       ${after ? sql`and (d.due_at, d.dossier_id) > (${after.dueAt}, ${after.dossierId}::uuid)` : sql``}
     order by d.due_at, d.dossier_id
     limit ${limit}`.execute(db);
  return rows.map(withInstants);
}
