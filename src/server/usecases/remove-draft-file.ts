import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { removeDraftFile as remove } from '#server/store/drafts.ts';
import { openDraft } from './open-draft.ts';

/**
 * Takes a file off a component. Done twice, it is done once.
 *
 * @returns a refusal once the draft is submitted; null when it is off; `undefined` when no draft has this token
 */
export async function removeDraftFile(
  house: House,
  token: string,
  file: { readonly componentNo: number; readonly digest: string; readonly name: string },
): Promise<Refusal | null | undefined> {
  const draft = await openDraft(house, token);
  if (!draft) return undefined;
  if (draft.submittedAs !== null) return refuse('wrong-state');
  await remove(house.db, draft.draftId, file);
  return null;
}
