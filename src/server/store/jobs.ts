import { sql } from 'kysely';
import type { Db } from './db.ts';

/** A job that has failed at least once and is not done. */
export type FailedJob = {
  readonly jobId: string;
  readonly task: string;
  /** Code of the dossier it belongs to; null for what the timetable sets off. */
  readonly code: string | null;
  readonly version: number | null;
  readonly tries: number;
  readonly lastError: string;
  readonly failedAt: Date;
  /** Null when it is not tried again by itself. */
  readonly nextAt: Date | null;
};

/** Jobs that failed: first those that nobody tries any more. */
export async function listFailedJobs(db: Db, most: number): Promise<FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select j.id::text as "jobId", t.identifier as task, j.payload ->> 'code' as code, (j.payload ->> 'version')::int as version,
           j.attempts::int as tries, j.last_error as "lastError", j.updated_at as "failedAt",
           case when j.attempts < j.max_attempts then j.run_at end as "nextAt"
      from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id
     where j.last_error is not null and j.key is not null
     order by j.attempts < j.max_attempts, j.updated_at desc
     limit ${most}`.execute(db);
  return rows;
}

/** Has a job tried again at once, from the first try on. That it runs at this moment or is done is no fault. */
export async function repeatJob(db: Db, jobId: string): Promise<void> {
  await sql`select from graphile_worker.reschedule_jobs(array[${jobId}::bigint], run_at := now(), attempts := 0)`.execute(db);
}

/**
 * Frees the jobs that were being done when a worker was killed; left alone, they would wait for hours.
 * Also one that another process does at this moment is freed: it is then done twice, which does no harm.
 */
export async function releaseJobs(db: Db): Promise<void> {
  await sql`
    select graphile_worker.force_unlock_workers(array(
      select locked_by from graphile_worker._private_jobs where locked_by is not null
      union
      select locked_by from graphile_worker._private_job_queues where locked_by is not null))`.execute(db);
}
