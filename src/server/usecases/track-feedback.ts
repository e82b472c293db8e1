import { readCode } from '#domain/dossier/code.ts';
import { isSame, secretOf, tokenOf } from '#domain/dossier/secret.ts';
import type { House } from '#server/house.ts';
import { loadFeedback } from '#server/store/feedbacks.ts';
import { nobodys } from './by.ts';
import { type FeedbackView, feedbackViewOf } from './feedback-view.ts';

/** What whoever gave it sees: notes of the office are not for him, and officers stay nameless. */
export type GiverView = FeedbackView & { readonly secret: string; readonly mayWriteBack: boolean };

/**
 * Whoever has the token of a feedback's pages sees where it is and what was answered, and the secret once more.
 *
 * @returns `undefined` when there is none with this code or the token does not open it
 */
export async function trackFeedback(house: House, code: string, token: string): Promise<GiverView | undefined> {
  const loaded = await loadFeedback(house.db, readCode(code));
  const feedbackId = loaded?.feedbackId ?? nobodys;
  if (!isSame(token, tokenOf(house.key, feedbackId)) || !loaded) return undefined;

  const view = await feedbackViewOf(house, loaded);
  return {
    ...view,
    lines: view.lines.map((line) => ({ ...line, officerName: null, text: line.type === 'handed on' ? '' : line.text })),
    secret: secretOf(house.key, feedbackId),
    mayWriteBack: loaded.feedback.answeredAt !== null && !loaded.feedback.writtenBack,
  };
}
