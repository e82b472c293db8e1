import { sql } from 'kysely';
import type { Db } from './db.ts';

/** A file as its row has it. */
export type FileRow = { readonly digest: string; readonly sizeBytes: number; readonly mediaType: string; readonly pages: number };

/**
 * Writes a file's row before the file gets its name. The same content again is one row; once it is held, it stays held.
 *
 * @param held a dossier, a paper or a feedback refers to it, so that it is never swept
 */
export async function ensureFile(db: Db, { digest, sizeBytes, mediaType, pages }: FileRow, held: boolean, now: Date): Promise<void> {
  await sql`
    insert into file (digest, size_bytes, media_type, pages, held, kept_at)
    values (${digest}, ${sizeBytes}, ${mediaType}, ${pages}, ${held}, ${now})
    on conflict (digest) do update set kept_at = excluded.kept_at, held = file.held or excluded.held`.execute(db);
}

/** Keeps these for good: what they were sent for has become a dossier. */
export async function holdFiles(db: Db, digests: readonly string[]): Promise<void> {
  if (digests.length > 0) await db.updateTable('file').set({ held: true }).where('digest', 'in', digests).execute();
}

/** What is known of these files; one that is unknown is not in the answer. */
export async function listFiles(db: Db, digests: readonly string[]): Promise<FileRow[]> {
  if (digests.length === 0) return [];
  const rows = await db.selectFrom('file').selectAll().where('digest', 'in', digests).execute();
  return rows.map((row) => ({ digest: row.digest, sizeBytes: row.size_bytes, mediaType: row.media_type, pages: row.pages }));
}

/** Files that nobody names any more and that did not arrive lately. */
export async function listOrphanFiles(db: Db, arrivedBefore: Date, most: number): Promise<string[]> {
  const rows = await orphans(db, arrivedBefore).select('digest').limit(most).execute();
  return rows.map(({ digest }) => digest);
}

/**
 * Removes one file and its row. The row is locked until the file is gone, so that the same content arriving at this
 * moment waits and is then written anew.
 *
 * @returns false when somebody names it again, or another has removed it
 */
export async function sweepFile(db: Db, digest: string, arrivedBefore: Date, remove: () => Promise<void>): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('file')
      .where('digest', 'in', orphans(tx, arrivedBefore).select('digest').where('digest', '=', digest))
      .where('kept_at', '<', arrivedBefore)
      .where('held', '=', false)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await remove();
    return true;
  });
}

function orphans(db: Db, arrivedBefore: Date) {
  return db
    .selectFrom('file')
    .where('held', '=', false)
    .where('kept_at', '<', arrivedBefore)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('draft_file').select('draft_file.digest').whereRef('draft_file.digest', '=', 'file.digest'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('supplement_file').select('supplement_file.digest').whereRef('supplement_file.digest', '=', 'file.digest'))),
    );
}
