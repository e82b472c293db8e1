import { draftsDieBefore, hashOfToken, isDraftToken } from '#domain/form/draft.ts';
import type { House } from '#server/house.ts';
import { type Draft, findDraft } from '#server/store/drafts.ts';

/** The draft that a link's token opens; `undefined` when there is none, or none any more. */
export async function openDraft(house: House, token: string): Promise<Draft | undefined> {
  return isDraftToken(token) ? findDraft(house.db, hashOfToken(token), draftsDieBefore(house.now())) : undefined;
}
