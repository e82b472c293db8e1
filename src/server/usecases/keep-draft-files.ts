import { maxFilesPerApplication, maxFilesPerComponent, papersOf, takesFiles } from '#domain/form/papers.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { Content } from '#server/gateways/files/files.ts';
import type { House } from '#server/house.ts';
import { type Draft, ensureDraftFile } from '#server/store/drafts.ts';
import { ensureFile } from '#server/store/files.ts';
import { openDraft } from './open-draft.ts';

/** Hard limit of one file; the pages state 15 MB, so that a little more does no harm. */
const maxBytes = 20 * 1024 * 1024;

export type SentFile = { readonly name: string; readonly content: Content };

/** What became of files that were sent together: those that failed, by name; the others are kept. */
export type KeptFiles = { readonly kept: number; readonly failed: readonly { readonly name: string; readonly refusal: Refusal }[] };

/**
 * Takes files for one component into the draft, each by itself, so that one that fails loses no other and no answer.
 *
 * @param read reads them from the line; called in turn, because what is being read lies in memory
 * @returns what failed, or a refusal of all: `wrong-state` once submitted, `component-unknown`; `undefined` when no draft has this token
 */
export async function keepDraftFiles(
  house: House,
  token: string,
  componentNo: number,
  read: () => Promise<readonly SentFile[]>,
): Promise<KeptFiles | Refusal | undefined> {
  const draft = await openDraft(house, token);
  if (!draft) return undefined;
  if (draft.submittedAs !== null) return refuse('wrong-state');

  const paper = papersOf(draft.version.components, draft.form).find(({ component }) => component.no === componentNo);
  if (!paper || !takesFiles(paper)) return refuse('component-unknown', { component: componentNo });

  return house.files.inTurn(async () => keepEach(house, draft, componentNo, await read()));
}

async function keepEach(house: House, draft: Draft, componentNo: number, sent: readonly SentFile[]): Promise<KeptFiles> {
  let all = draft.files.length;
  let ofComponent = draft.files.filter((file) => file.componentNo === componentNo).length;
  const failed: { name: string; refusal: Refusal }[] = [];
  for (const file of sent) {
    const full = all >= maxFilesPerApplication || ofComponent >= maxFilesPerComponent;
    const refusal = full ? refuse('too-many-files') : await keep(house, draft, componentNo, file);
    if (refusal) failed.push({ name: file.name, refusal });
    else {
      all++;
      ofComponent++;
    }
  }
  return { kept: sent.length - failed.length, failed };
}

async function keep(house: House, { draftId }: Draft, componentNo: number, { name, content }: SentFile): Promise<Refusal | undefined> {
  if (!isStorable(name)) return refuse('malformed');
  const kept = await house.files.receive(content, { maxBytes }, (row) => ensureFile(house.db, row, false, house.now()));
  if (isRefusal(kept)) return kept;
  await ensureDraftFile(house.db, draftId, { componentNo, digest: kept.digest, name: name.normalize('NFC').slice(0, 200) }, house.now());
  return undefined;
}
