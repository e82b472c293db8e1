import { papersOf, takesFiles } from '#domain/form/papers.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { ensureDraftFile } from '#server/store/drafts.ts';
import { type KeptFiles, keepFiles, type SentFile } from './keep-files.ts';
import { openDraft } from './open-draft.ts';

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

  const { draftId, files } = draft;
  const place = {
    componentNo,
    files,
    ensure: (file: Parameters<typeof ensureDraftFile>[2]) => ensureDraftFile(house.db, draftId, file, house.now()),
  };
  return house.files.inTurn(async () => keepFiles(house, place, await read()));
}
