import { sql } from 'kysely';
import type { Form } from '#domain/form/form.ts';
import type { Db } from './db.ts';

/**
 * Publishes a version of a form. One that is there already stays as it is: drafts stand on it.
 *
 * @returns whether what is kept under this version is the same form
 */
export async function ensureFormVersion(db: Db, form: Form): Promise<boolean> {
  const document = JSON.stringify(form);
  await db
    .insertInto('form_version')
    .values({ form_id: form.formId, version: form.version, document })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { rows } = await sql<{ same: boolean }>`
    select document = ${document}::jsonb as same from form_version where form_id = ${form.formId} and version = ${form.version}`.execute(
    db,
  );
  return rows[0]?.same ?? false;
}

/** The newest version of a form; `undefined` when there is no such form. */
export async function findForm(db: Db, formId: string): Promise<Form | undefined> {
  const row = await db
    .selectFrom('form_version')
    .select('document')
    .where('form_id', '=', formId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.document;
}
