import { relationFor } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { type TimeLeft, timeLeft } from '#domain/calendar/time-left.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import {
  countFeedbackLines,
  type FeedbackLine,
  type FeedbackPlace,
  type FeedbackReader,
  type FeedbackView,
  listFeedback,
} from '#server/store/feedback-lists.ts';
import { takingAgencyId } from './feedback-facts.ts';
import { referenceOf } from './reference.ts';

export type { FeedbackPlace, FeedbackView };

export type FeedbackListLine = FeedbackLine & {
  readonly aboutAgencyName: string | null;
  readonly handlerAgencyName: string | null;
  readonly left: TimeLeft | null;
};

export type FeedbackList = {
  readonly lines: readonly FeedbackListLine[];
  readonly counts: Readonly<Record<FeedbackView, number>>;
  /** Where the next page begins; null when this is the last. */
  readonly next: FeedbackPlace | null;
  /** Whether everything is shown, and may be handed on and published; else what his agencies answer. */
  readonly all: boolean;
};

/** An officer reads the feedback that he may handle, what is owed first on top. What complains of him is not in it. */
export async function readFeedbackList(
  house: House,
  officer: Officer,
  view: FeedbackView,
  after: FeedbackPlace | null,
  limit = 50,
): Promise<FeedbackList | Refusal> {
  const reader = readerOf(officer);
  if (!reader) return refuse('role-missing');

  const now = house.now();
  const [lines, counts] = await Promise.all([
    listFeedback(house.db, reader, view, now, after, limit + 1),
    countFeedbackLines(house.db, reader, now),
  ]);
  const { agencies, agencyOf, calendarOf } = await referenceOf(house);
  const calendar = calendarOf(takingAgencyId(agencies));
  const shown = lines.slice(0, limit);
  const last = lines.length > limit ? shown.at(-1) : undefined;
  const lastAt = last?.answeredAt ?? last?.dueAt;
  return {
    lines: shown.map((line) => ({
      ...line,
      aboutAgencyName: line.aboutAgencyId && agencyOf(line.aboutAgencyId).shortName,
      handlerAgencyName: line.handlerAgencyId && agencyOf(line.handlerAgencyId).shortName,
      left: line.dueAt && timeLeft(now, line.dueAt, calendar),
    })),
    counts,
    next: last && lastAt ? { at: lastAt, feedbackId: last.feedbackId } : null,
    all: reader.handledAgencyIds === null,
  };
}

function readerOf({ officerId, assignments }: Officer): FeedbackReader | undefined {
  const relations = assignments.map(({ agencyId, role }) => ({ agencyId, relation: relationFor('read feedback', role) }));
  const reading = relations.filter(({ relation }) => relation);
  if (reading.length === 0) return undefined;
  return {
    officerId,
    placeAgencyIds: assignments.map(({ agencyId }) => agencyId),
    handledAgencyIds: reading.some(({ relation }) => relation === 'anyone') ? null : reading.map(({ agencyId }) => agencyId),
  };
}
