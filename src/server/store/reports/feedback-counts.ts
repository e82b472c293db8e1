import { sql } from 'kysely';
import type { FeedbackKind, FeedbackState } from '#domain/feedback/feedback.ts';
import type { Db } from '#server/store/db.ts';
import type { Period } from './rating-counts.ts';

/** Feedback of one kind: given in the period, of these answered, and of these open and overdue at its end. */
export type FeedbackCounts = {
  readonly kind: FeedbackKind;
  readonly given: number;
  readonly answered: number;
  readonly overdue: number;
};

/** What was given in a period, by kind; a kind without any is not in it. What is overdue is measured at `now`. */
export async function countFeedback(db: Db, { from, until }: Period, now: Date): Promise<FeedbackCounts[]> {
  const { rows } = await sql<FeedbackCounts>`
    select kind,
           count(*)::int                                                                as "given",
           (count(*) filter (where answered_at is not null))::int                       as "answered",
           (count(*) filter (where answered_at is null and due_at < ${now}))::int       as "overdue"
      from feedback
     where given_at >= ${from} and given_at < ${until}
     group by kind
     order by kind`.execute(db);
  return rows;
}

/** One of what was counted, without a word of what was written: that is read by who answers, and by all only once it is published. */
export type CountedFeedback = {
  readonly code: string;
  readonly demo: boolean;
  readonly state: FeedbackState;
  readonly givenAt: Date;
  readonly publishedAt: Date | null;
};

/** All of one kind that was given in a period, the newest first: as many as are counted. */
export async function listCountedFeedback(db: Db, kind: FeedbackKind, { from, until }: Period): Promise<CountedFeedback[]> {
  const { rows } = await sql<CountedFeedback>`
    select code, demo, state, given_at as "givenAt", published_at as "publishedAt"
      from feedback
     where kind = ${kind} and given_at >= ${from} and given_at < ${until}
     order by given_at desc, code desc`.execute(db);
  return rows;
}
