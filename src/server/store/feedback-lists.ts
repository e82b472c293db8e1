import { sql } from 'kysely';
import type { Feedback } from '#domain/feedback/feedback.ts';
import type { Db } from './db.ts';

/** One line of the office's list. */
export type FeedbackLine = Pick<
  Feedback,
  | 'code'
  | 'kind'
  | 'channel'
  | 'demo'
  | 'aboutAgencyId'
  | 'handlerAgencyId'
  | 'state'
  | 'consent'
  | 'givenAt'
  | 'answeredAt'
  | 'publishedAt'
> & { readonly feedbackId: string; readonly dueAt: Date | null };

/** Who looks: all that he may see is his agencies' or, for a director, everything, without what complains of him. */
export type FeedbackReader = {
  readonly officerId: string;
  /** Agencies in which he has any place: complaints about their conduct are not for him. */
  readonly placeAgencyIds: readonly string[];
  /** Agencies whose feedback he answers; null for all. */
  readonly handledAgencyIds: readonly string[] | null;
};

export type FeedbackView = 'open' | 'new' | 'overdue' | 'answered' | 'to publish';

/** Where a page ends: the next one begins after it. */
export type FeedbackPlace = { readonly at: Date; readonly feedbackId: string };

/** A page of feedback: what is open by what is owed first, what is answered by the latest answer. */
export async function listFeedback(
  db: Db,
  reader: FeedbackReader,
  view: FeedbackView,
  now: Date,
  after: FeedbackPlace | null,
  limit: number,
): Promise<FeedbackLine[]> {
  const answered = view === 'answered' || view === 'to publish';
  const place = sql`(${after?.at ?? null}::timestamptz, ${after?.feedbackId ?? null}::uuid)`;
  const beyond = answered ? sql`and (answered_at, feedback_id) < ${place}` : sql`and (due_at, feedback_id) > ${place}`;
  const { rows } = await sql<FeedbackLine>`
    select feedback_id as "feedbackId", code, kind, channel, demo, about_agency_id as "aboutAgencyId",
           handler_agency_id as "handlerAgencyId", state, consent, given_at as "givenAt", due_at as "dueAt",
           answered_at as "answeredAt", published_at as "publishedAt"
      from feedback f
     where ${conditions(now)[view]} and ${mayBeSeenBy(reader)} ${after ? beyond : sql``}
     order by ${answered ? sql`answered_at desc, feedback_id desc` : sql`due_at, feedback_id`}
     limit ${limit}`.execute(db);
  return rows;
}

/** How many lines each view has for him. */
export async function countFeedbackLines(db: Db, reader: FeedbackReader, now: Date): Promise<Readonly<Record<FeedbackView, number>>> {
  const { open, new: fresh, overdue, answered, 'to publish': toPublish } = conditions(now);
  const { rows } = await sql<Record<FeedbackView, number>>`
    select (count(*) filter (where ${open}))::int      as "open",
           (count(*) filter (where ${fresh}))::int     as "new",
           (count(*) filter (where ${overdue}))::int   as "overdue",
           (count(*) filter (where ${answered}))::int  as "answered",
           (count(*) filter (where ${toPublish}))::int as "to publish"
      from feedback f
     where ${mayBeSeenBy(reader)}`.execute(db);
  return rows[0] ?? { open: 0, new: 0, overdue: 0, answered: 0, 'to publish': 0 };
}

function conditions(now: Date) {
  return {
    open: sql`answered_at is null`,
    new: sql`answered_at is null and handler_agency_id is null`,
    overdue: sql`answered_at is null and due_at < ${now}`,
    answered: sql`answered_at is not null`,
    'to publish': sql`answered_at is not null and consent and published_at is null`,
  } as const satisfies Record<FeedbackView, unknown>;
}

/** The same rule as `isComplainedOf` in src/domain/feedback/route.ts, with the dossier as it stands now; a test holds them together. */
function mayBeSeenBy({ officerId, placeAgencyIds, handledAgencyIds }: FeedbackReader) {
  return sql`${handledAgencyIds === null ? sql`true` : sql`handler_agency_id = any (${handledAgencyIds}::text[])`}
       and not ${officerId}::uuid = any (kept_out)
       and not (kind = 'conduct' and coalesce(about_agency_id = any (${placeAgencyIds}::text[]), false))
       and not exists (select from dossier_event e
                        where e.dossier_id = f.dossier_id and e.by_person = ${officerId} and e.in_role not in ('citizen', 'system'))
       and not exists (select from task t where t.dossier_id = f.dossier_id and t.officer_id = ${officerId})`;
}
