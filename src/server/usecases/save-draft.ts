import { checkPage, type Faults } from '#domain/form/check.ts';
import { maxKeptLength } from '#domain/form/draft.ts';
import type { Answers } from '#domain/form/form.ts';
import { type Refusal, type RefusalAt, refuse } from '#domain/refusal.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { House } from '#server/house.ts';
import { saveDraftAnswers } from '#server/store/drafts.ts';
import { openDraft } from './open-draft.ts';

/** What is still wrong on the page that was saved; nothing when it is done. */
export type Saved = { readonly faults: Faults };

/**
 * Keeps the answers of one page as they were typed, wrong ones too; those of other pages stay.
 *
 * @returns what is wrong with them, or a refusal that kept nothing: `malformed` at what cannot be stored or is endless,
 *   `wrong-state` once it is submitted; `undefined` when no draft has this token
 */
export async function saveDraft(house: House, token: string, pageId: string, answers: Answers): Promise<Saved | Refusal | undefined> {
  const draft = await openDraft(house, token);
  if (!draft) return undefined;

  const broken: Record<string, RefusalAt> = {};
  for (const [questionId, answer] of Object.entries(answers)) {
    const at = unkeepable(answer);
    if (at) broken[questionId] = at;
  }
  if (Object.keys(broken).length > 0) return { refused: 'malformed', at: broken };

  const kept = await saveDraftAnswers(house.db, draft.draftId, answers, house.now());
  return kept ? { faults: checkPage(draft.form, pageId, { ...draft.answers, ...answers }, house.now()) } : refuse('wrong-state');
}

function unkeepable(answer: string): RefusalAt | undefined {
  if (!isStorable(answer)) return 'not-storable';
  return answer.length > maxKeptLength ? 'too-long' : undefined;
}
