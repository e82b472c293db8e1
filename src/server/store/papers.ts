import type { PaperKind } from '#domain/dossier/owed.ts';
import type { Db } from './db.ts';

/** A paper that was issued about an event. */
export type Paper = {
  readonly dossierId: string;
  readonly version: number;
  readonly kind: PaperKind;
  readonly digest: string;
  readonly bytes: number;
  /** SHA-256 over its template as it was then. */
  readonly template: string;
  /** The chain's head that is printed on it. */
  readonly chainHead: string;
  readonly issuedAt: Date;
};

/** Writes down that a paper was issued. Issued once, it stays the first one. */
export async function ensurePaper(db: Db, paper: Paper): Promise<Paper> {
  await db
    .insertInto('paper')
    .values({
      dossier_id: paper.dossierId,
      version: paper.version,
      kind: paper.kind,
      digest: paper.digest,
      bytes: paper.bytes,
      template: paper.template,
      chain_head: paper.chainHead,
      issued_at: paper.issuedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await findPaper(db, paper.dossierId, paper.version, paper.kind)) ?? paper;
}

export async function findPaper(db: Db, dossierId: string, version: number, kind: PaperKind): Promise<Paper | undefined> {
  const papers = await listPapers(db, dossierId);
  return papers.find((paper) => paper.version === version && paper.kind === kind);
}

/** All papers of a dossier, in the order of what they are about. */
export async function listPapers(db: Db, dossierId: string): Promise<Paper[]> {
  const rows = await db.selectFrom('paper').selectAll().where('dossier_id', '=', dossierId).orderBy('version').orderBy('kind').execute();
  return rows.map((row) => ({
    dossierId: row.dossier_id,
    version: row.version,
    kind: row.kind,
    digest: row.digest,
    bytes: row.bytes,
    template: row.template,
    chainHead: row.chain_head,
    issuedAt: row.issued_at,
  }));
}
