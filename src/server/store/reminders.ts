import { sql } from 'kysely';
import type { DossierState } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Db } from './db.ts';

/** Whom an event told of which appointed time. */
export type NewReminders = {
  readonly dossierId: string;
  readonly version: number;
  readonly officerIds: readonly string[];
  readonly dueAt: Date;
  readonly madeAt: Date;
};

/** Writes down who was told; once for each, however often. */
export async function ensureReminders(db: Db, { dossierId, version, officerIds, dueAt, madeAt }: NewReminders): Promise<void> {
  await sql`
    insert into reminder
    select ${dossierId}, ${version}, officer_id, ${dueAt}, ${madeAt} from unnest(${officerIds}::uuid[]) as officer_id
    on conflict do nothing`.execute(db);
}

/** What an officer was told, and where the dossier stands now. */
export type Reminder = {
  readonly dossierId: string;
  readonly version: number;
  readonly code: string;
  readonly type: DossierEvent['type'];
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly applicantName: string;
  readonly dueAt: Date;
  readonly madeAt: Date;
  readonly state: DossierState;
  /** What is owed and was promised now. */
  readonly owedAt: Date | null;
  readonly promisedAt: Date | null;
};

/** Where a page of reminders ends; the next begins after it. */
export type ReminderPlace = { readonly madeAt: Date; readonly dossierId: string; readonly version: number };

/** What an officer was told, the newest first. */
export async function listReminders(db: Db, officerId: string, after: ReminderPlace | null, limit: number): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    select r.dossier_id as "dossierId", r.version, d.code, e.type, d.procedure_id as "procedureId", d.procedure_version as "procedureVersion",
           d.applicant_name as "applicantName", r.due_at as "dueAt", r.made_at as "madeAt", d.state,
           d.due_at as "owedAt", (d.standing ->> 'promisedAt')::timestamptz as "promisedAt"
      from reminder r
      join dossier_event e using (dossier_id, version)
      join dossier d using (dossier_id)
     where r.officer_id = ${officerId}
       ${after ? sql`and (r.made_at, r.dossier_id, r.version) < (${after.madeAt}, ${after.dossierId}::uuid, ${after.version}::int)` : sql``}
     order by r.made_at desc, r.dossier_id desc, r.version desc
     limit ${limit}`.execute(db);
  return rows;
}
