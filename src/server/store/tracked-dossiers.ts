import { sql } from 'kysely';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { End } from '#domain/dossier/history.ts';
import type { PaperKind } from '#domain/dossier/owed.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { Db } from './db.ts';

/** A dossier as far as it tells whether anything about it has changed: the end of its history, and its papers. */
export type Tracked = { readonly dossierId: string; readonly end: End; readonly papers: readonly TrackedPaper[] };

/** A paper that was issued about the event with this version; `hash` is the chain's head that is printed on it. */
export type TrackedPaper = { readonly version: number; readonly kind: PaperKind; readonly sizeBytes: number; readonly hash: string };

/** What a code means, in one answer; `undefined` when there is no such dossier, or it is not born yet. */
export async function findTracked(db: Db, code: string): Promise<Tracked | undefined> {
  const { rows } = await sql<TrackedRow>`-- prepared: find_tracked
    select d.dossier_id, d.version, d.last_hash,
           coalesce((select json_agg(json_build_object('version', p.version, 'kind', p.kind, 'sizeBytes', p.bytes, 'hash', p.chain_head)
                                     order by p.version, p.kind)
                       from paper p where p.dossier_id = d.dossier_id), '[]') as papers
      from dossier_code c
      join dossier d on d.dossier_id = c.dossier_id
     where c.code = ${isStorable(code) ? code : ''}`.execute(db);
  const [row] = rows;
  return row && { dossierId: row.dossier_id, end: { version: row.version, hash: row.last_hash }, papers: row.papers };
}

/** What the row of a dossier says, for checking its history against them. */
export async function findStanding(db: Db, dossierId: string): Promise<Standing> {
  const row = await db
    .selectFrom('dossier')
    .select(['version', 'last_hash', 'procedure_id', 'procedure_version', 'state'])
    .where('dossier_id', '=', dossierId)
    .executeTakeFirstOrThrow();
  const { version, last_hash: hash, procedure_id: procedureId, procedure_version: procedureVersion, state } = row;
  return { version, hash, procedureId, procedureVersion, state };
}

type Standing = End & Pick<Dossier, 'procedureId' | 'procedureVersion' | 'state'>;

type TrackedRow = {
  readonly dossier_id: string;
  readonly version: number;
  readonly last_hash: string;
  readonly papers: readonly TrackedPaper[];
};
