import { sql } from 'kysely';
import type { Answers, Form } from '#domain/form/form.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { Db } from './db.ts';
import type { FileRow } from './files.ts';

export type NewDraft = {
  readonly draftId: string;
  readonly tokenHash: string;
  readonly procedureId: string;
  readonly version: number;
  readonly receivingAgencyId: string;
  readonly formId: string;
  readonly formVersion: number;
  readonly commandId: string;
};

export type Draft = Pick<NewDraft, 'draftId' | 'receivingAgencyId' | 'commandId'> & {
  readonly version: ProcedureVersion;
  readonly form: Form;
  readonly receivingAgencyName: string;
  readonly answers: Answers;
  readonly touchedAt: Date;
  /** Code of the dossier it became; null while it can be changed. */
  readonly submittedAs: string | null;
  readonly files: readonly DraftFile[];
};

export type DraftFile = FileRow & { readonly componentNo: number; readonly name: string };

export async function insertDraft(db: Db, draft: NewDraft, now: Date): Promise<void> {
  await db
    .insertInto('draft')
    .values({
      draft_id: draft.draftId,
      token_hash: draft.tokenHash,
      procedure_id: draft.procedureId,
      procedure_version: draft.version,
      receiving_agency_id: draft.receivingAgencyId,
      form_id: draft.formId,
      form_version: draft.formVersion,
      answers: '{}',
      command_id: draft.commandId,
      created_at: now,
      touched_at: now,
    })
    .execute();
}

/** The draft that this token opens, with its form and files in the order in which they were sent; `undefined` when there is none or it is dead. */
export async function findDraft(db: Db, tokenHash: string, touchedSince: Date): Promise<Draft | undefined> {
  const { rows } = await sql<Omit<Draft, 'files'>>`
    select draft_id as "draftId", receiving_agency_id as "receivingAgencyId", command_id as "commandId", answers,
           touched_at as "touchedAt", submitted_as as "submittedAs", v.document as version, f.document as form,
           a.name as "receivingAgencyName"
      from draft d
      join procedure_version v on v.procedure_id = d.procedure_id and v.version = d.procedure_version
      join form_version f on f.form_id = d.form_id and f.version = d.form_version
      join agency a on a.agency_id = d.receiving_agency_id
     where token_hash = ${tokenHash} and touched_at >= ${touchedSince}`.execute(db);
  const [draft] = rows;
  return draft && { ...draft, files: await listDraftFiles(db, draft.draftId) };
}

/**
 * Adds these answers to those of other pages, in one statement, so that two tabs lose nothing of each other.
 *
 * @returns false when it was submitted meanwhile: then nothing is changed
 */
export async function saveDraftAnswers(db: Db, draftId: string, answers: Answers, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update draft set answers = answers || ${JSON.stringify(answers)}::jsonb, touched_at = ${now}
     where draft_id = ${draftId} and submitted_as is null`.execute(db);
  return numAffectedRows === 1n;
}

/** Names a file for a component. The same file sent twice under one name is one. */
export async function ensureDraftFile(
  db: Db,
  draftId: string,
  { componentNo, digest, name }: Pick<DraftFile, 'componentNo' | 'digest' | 'name'>,
  now: Date,
): Promise<void> {
  await db
    .insertInto('draft_file')
    .values({ draft_id: draftId, component_no: componentNo, digest, name, sent_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db.updateTable('draft').set({ touched_at: now }).where('draft_id', '=', draftId).execute();
}

/** Takes a file off a component; that it is not there is no fault. The file itself is swept later. */
export async function removeDraftFile(
  db: Db,
  draftId: string,
  { componentNo, digest, name }: Pick<DraftFile, 'componentNo' | 'digest' | 'name'>,
): Promise<void> {
  await db
    .deleteFrom('draft_file')
    .where('draft_id', '=', draftId)
    .where('component_no', '=', componentNo)
    .where('digest', '=', digest)
    .where('name', '=', name)
    .execute();
}

/** From now on it changes no more. */
export async function markDraftSubmitted(db: Db, draftId: string, code: string): Promise<void> {
  await db.updateTable('draft').set({ submitted_as: code }).where('draft_id', '=', draftId).execute();
}

/** Removes the drafts that nobody changed since then, with what they name. */
export async function removeDeadDrafts(db: Db, touchedBefore: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('draft').where('touched_at', '<', touchedBefore).executeTakeFirst();
  return Number(numDeletedRows);
}

async function listDraftFiles(db: Db, draftId: string): Promise<DraftFile[]> {
  const rows = await db
    .selectFrom('draft_file')
    .innerJoin('file', 'file.digest', 'draft_file.digest')
    .selectAll()
    .where('draft_id', '=', draftId)
    .orderBy('component_no')
    .orderBy('sent_at')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    componentNo: row.component_no,
    name: row.name,
    digest: row.digest,
    sizeBytes: row.size_bytes,
    mediaType: row.media_type,
    pages: row.pages,
  }));
}
