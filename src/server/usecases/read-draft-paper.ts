import type { House } from '#server/house.ts';
import { issueSubmission } from './issue-submission.ts';
import { openDraft } from './open-draft.ts';

/** The version that a history begins with. */
const submitted = 1;

export type DraftPaper = { readonly code: string; readonly pdf: Uint8Array };

/** The list of what was submitted, for whoever has the draft's link; made now when it was not made before. */
export async function readDraftPaper(house: House, token: string): Promise<DraftPaper | undefined> {
  const code = (await openDraft(house, token))?.submittedAs;
  const paper = code ? await issueSubmission(house, code, submitted) : undefined;
  return code && paper ? { code, pdf: await house.files.read(paper.digest) } : undefined;
}
