import { sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { DraftEntry } from '#domain/workflow/draft.ts';
import type { Db } from './db.ts';

const entry = sql`version, act, document, based_on as "basedOn", published_version as "publishedVersion", officer_id as "officerId", at`;

/** What was done last to the draft of this procedure; `undefined` when nobody ever began one. */
export async function findWorkflowDraft(db: Db, procedureId: string): Promise<DraftEntry | undefined> {
  const { rows } = await sql<DraftEntry>`
    select ${entry} from workflow_draft where procedure_id = ${procedureId} order by version desc limit 1`.execute(db);
  return rows[0];
}

/** One act on the draft of this procedure, by its number. */
export async function findDraftEntry(db: Db, procedureId: string, version: number): Promise<DraftEntry | undefined> {
  const { rows } = await sql<DraftEntry>`
    select ${entry} from workflow_draft where procedure_id = ${procedureId} and version = ${version}`.execute(db);
  return rows[0];
}

/** What was drawn for a version that was published from a draft, with all that other tools wrote into it. */
export async function findPublishedDrawing(db: Db, procedureId: string, version: number): Promise<string | undefined> {
  const { rows } = await sql<{ document: string }>`
    select document from workflow_draft where procedure_id = ${procedureId} and published_version = ${version}
     order by version desc limit 1`.execute(db);
  return rows[0]?.document;
}

/** The last acts on the drafts of this procedure, the newest first, without what they said. */
export async function listDraftActs(db: Db, procedureId: string, limit: number): Promise<Omit<DraftEntry, 'document'>[]> {
  const { rows } = await sql<Omit<DraftEntry, 'document'>>`
    select version, act, based_on as "basedOn", published_version as "publishedVersion", officer_id as "officerId", at
      from workflow_draft where procedure_id = ${procedureId} order by version desc limit ${limit}`.execute(db);
  return rows;
}

/** @returns false when another act has this number already: then nothing is written */
export async function appendWorkflowDraft(
  db: Db,
  procedureId: string,
  { version, act, document, basedOn, publishedVersion, at }: Omit<DraftEntry, 'officerId'>,
  by: Actor,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into workflow_draft values (
      ${procedureId}, ${version}, ${act}, ${document}, ${basedOn}, ${publishedVersion}, ${by.personId}, ${by.agencyId}, ${by.role}, ${at})
    on conflict (procedure_id, version) do nothing`.execute(db);
  return numAffectedRows === 1n;
}
