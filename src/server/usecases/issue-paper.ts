import { owed, type PaperKind } from '#domain/dossier/owed.ts';
import { maxFileBytes } from '#domain/form/papers.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { type Papers, renderPaper } from '#server/papers/render.ts';
import { templateDigest } from '#server/papers/template.ts';
import { ensureFile } from '#server/store/files.ts';
import { ensurePaper, findPaper, type Paper } from '#server/store/papers.ts';
import { type Occasion, occasionOf } from './occasion.ts';

/**
 * Issues a paper about an event, once: who asks again gets the first one. It is made outside of the act that it follows from,
 * from what the history says, so that it comes out the same whenever it is made.
 *
 * @param contentOf what it says; null when this event owes none after all
 * @returns the paper; `undefined` when there is no such event, it owes no such paper, or what it would say has been wiped
 */
export async function issuePaper<Kind extends PaperKind>(
  house: House,
  kind: Kind,
  code: string,
  version: number,
  contentOf: (occasion: Occasion) => Papers[Kind] | null | Promise<Papers[Kind] | null>,
): Promise<Paper | undefined> {
  const occasion = await occasionOf(house, code, version);
  if (!occasion || owed[occasion.recorded.event.type].paper !== kind) return undefined;
  const { dossierId, recorded } = occasion;
  const issued = await findPaper(house.db, dossierId, version, kind);
  if (issued) return issued;

  const content = await contentOf(occasion);
  if (!content) return undefined;
  const kept = await keepPaper(house, await renderPaper(house.root, kind, content, { now: recorded.event.at }));
  return ensurePaper(house.db, {
    dossierId,
    version,
    kind,
    ...kept,
    template: templateDigest(house.root, kind),
    chainHead: recorded.hash,
    issuedAt: house.now(),
  });
}

/** Keeps the file of a paper for good. @throws Error when it cannot be kept, as on a full disk: it is tried again later */
export async function keepPaper(house: House, pdf: Uint8Array): Promise<{ readonly digest: string; readonly bytes: number }> {
  // A paper of ours is never so large; the limit guards against a template gone wild.
  const kept = await house.files.receive(pdf, { maxBytes: maxFileBytes }, (row) => ensureFile(house.db, row, true, house.now()));
  if (isRefusal(kept)) throw new Error(`A paper is not kept: ${kept.refused}`);
  return { digest: kept.digest, bytes: kept.sizeBytes };
}
