import type { Db } from './db.ts';
import type { DraftFile } from './drafts.ts';

/** A file that lies ready for a supplement. */
export type SupplementFile = DraftFile & { readonly sentAt: Date };

/** What lies ready for this dossier since then, in the order in which it was sent. */
export async function listSupplementFiles(db: Db, dossierId: string, since: Date): Promise<SupplementFile[]> {
  const rows = await db
    .selectFrom('supplement_file')
    .innerJoin('file', 'file.digest', 'supplement_file.digest')
    .selectAll()
    .where('dossier_id', '=', dossierId)
    .where('sent_at', '>=', since)
    .orderBy('component_no')
    .orderBy('sent_at')
    .orderBy('name')
    .execute();
  return rows.map((row) => ({
    componentNo: row.component_no,
    name: row.name,
    sentAt: row.sent_at,
    digest: row.digest,
    sizeBytes: row.size_bytes,
    mediaType: row.media_type,
    pages: row.pages,
  }));
}

/** Lays a file ready for a component. The same file sent twice under one name is one. */
export async function ensureSupplementFile(
  db: Db,
  dossierId: string,
  { componentNo, digest, name }: Pick<SupplementFile, 'componentNo' | 'digest' | 'name'>,
  now: Date,
): Promise<void> {
  await db
    .insertInto('supplement_file')
    .values({ dossier_id: dossierId, component_no: componentNo, digest, name, sent_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes a file off a component; that it is not there is no fault. The file itself is swept later. */
export async function removeSupplementFile(
  db: Db,
  dossierId: string,
  { componentNo, digest, name }: Pick<SupplementFile, 'componentNo' | 'digest' | 'name'>,
): Promise<void> {
  await db
    .deleteFrom('supplement_file')
    .where('dossier_id', '=', dossierId)
    .where('component_no', '=', componentNo)
    .where('digest', '=', digest)
    .where('name', '=', name)
    .execute();
}

/** Nothing lies ready any more: it was handed in. */
export async function removeSupplementFiles(db: Db, dossierId: string): Promise<void> {
  await db.deleteFrom('supplement_file').where('dossier_id', '=', dossierId).execute();
}

/** Removes what lies ready for a supplement that nobody waits for any more. */
export async function removeDeadSupplementFiles(db: Db, sentBefore: Date): Promise<void> {
  await db
    .deleteFrom('supplement_file')
    .where('sent_at', '<', sentBefore)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('dossier')
            .select('dossier.dossier_id')
            .whereRef('dossier.dossier_id', '=', 'supplement_file.dossier_id')
            .where('dossier.state', '=', 'awaiting supplement'),
        ),
      ),
    )
    .execute();
}
