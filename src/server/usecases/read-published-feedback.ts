import type { House } from '#server/house.ts';
import { listPublishedFeedback, type PublishedFeedback, type PublishedPlace } from '#server/store/feedbacks.ts';

/** Anybody reads what was asked and answered, as far as it is published; the newest first. */
export async function readPublishedFeedback(
  house: House,
  after: PublishedPlace | null,
  limit = 20,
): Promise<{ readonly answers: readonly PublishedFeedback[]; readonly next: PublishedPlace | null }> {
  const found = await listPublishedFeedback(house.db, after, limit + 1);
  const answers = found.slice(0, limit);
  const last = found.length > limit ? answers.at(-1) : undefined;
  return { answers, next: last ? { publishedAt: last.publishedAt, feedbackId: last.feedbackId } : null };
}
