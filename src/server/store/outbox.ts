import { sql } from 'kysely';
import type { Channel } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Db } from './db.ts';

/** An event whose reactions are still to run. */
export type OwingEvent = {
  readonly dossierId: string;
  readonly code: string;
  readonly version: number;
  readonly type: DossierEvent['type'];
  readonly channel: Channel;
};

/** A job as it is handed over: while one with this key waits, there is no second. */
export type NewJob = { readonly task: string; readonly key: string; readonly payload: object };

/** After sixteen tries, further and further apart, about two days are over: then somebody has to look. */
const mostTries = 16;

/**
 * Hands the oldest events over to the jobs: each row is deleted and its jobs are added in one transaction, so that none is lost
 * and none is doubled. One at a time does it; whoever comes meanwhile finds nothing to do.
 *
 * @param jobsOf what an event owes; nothing, for most
 * @returns how many events were handed over
 */
export async function relayOutbox(db: Db, jobsOf: (event: OwingEvent) => readonly NewJob[], most = 200): Promise<number> {
  return db.transaction().execute(async (tx) => {
    // By itself and first: what is read after it is not what another relay has just handed over.
    const turn = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(hashtext('outbox')) as mine`.execute(tx);
    if (!turn.rows[0]?.mine) return 0;

    const { rows } = await sql<OwingEvent>`
      select o.dossier_id as "dossierId", d.code, o.version, e.type, d.channel
        from outbox o
        join dossier_event e using (dossier_id, version)
        join dossier d using (dossier_id)
       order by o.at, o.dossier_id, o.version
       limit ${most}`.execute(tx);
    if (rows.length === 0) return 0;

    await addJobs(tx, rows.flatMap(jobsOf));
    await sql`
      delete from outbox o
       using jsonb_to_recordset(${JSON.stringify(rows)}) as done ("dossierId" uuid, version int)
       where o.dossier_id = done."dossierId" and o.version = done.version`.execute(tx);
    return rows.length;
  });
}

async function addJobs(db: Db, jobs: readonly NewJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await sql`
    select from graphile_worker.add_jobs((
      select array_agg((task, payload, null, null, ${mostTries}::int, key, null, null)::graphile_worker.job_spec)
        from jsonb_to_recordset(${JSON.stringify(jobs)}) as job (task text, payload json, key text)))`.execute(db);
}
