import { sql } from 'kysely';
import type { StepTime } from '#domain/dossier/usual.ts';
import type { Db } from '#server/store/db.ts';
import { withInstants } from '#server/store/instants.ts';

/** When the latest dossiers of a procedure were at one step, and what each waited for; those that were given up are left out. */
export async function listStepTimes(db: Db, procedureId: string, stepNo: number): Promise<readonly StepTime[]> {
  const { rows } = await sql<StepTime>`
    select t.agency_id as "agencyId", t.opened_at as "openedAt", t.done_at as "doneAt", d.waits
      from (select dossier_id, coalesce(standing -> 'waits', '[]') as waits
              from dossier
             where procedure_id = ${procedureId} and not trial and state not in ('withdrawn', 'not accepted', 'stopped')
             order by submitted_at desc limit 500) d
      join task t on t.dossier_id = d.dossier_id and t.step_no = ${stepNo} and t.done_at is not null`.execute(db);
  return rows.map(withInstants);
}
