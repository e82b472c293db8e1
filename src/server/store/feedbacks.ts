import { type Selectable, sql } from 'kysely';
import type { Actor } from '#domain/access/actor.ts';
import type { Day } from '#domain/calendar/day.ts';
import { digest } from '#domain/dossier/history.ts';
import type { FeedbackEvent, Published } from '#domain/feedback/events.ts';
import { replayFeedback } from '#domain/feedback/evolve.ts';
import type { Feedback } from '#domain/feedback/feedback.ts';
import { owedNext } from '#domain/feedback/terms.ts';
import type { Db } from './db.ts';
import { newId } from './ids.ts';
import { withInstants } from './instants.ts';
import type { Tables } from './tables.ts';

/** One thing that happened, and by whom. */
export type RecordedFeedback = { readonly version: number; readonly commandId: string; readonly by: Actor; readonly event: FeedbackEvent };

export type LoadedFeedback = {
  readonly feedbackId: string;
  readonly feedback: Feedback;
  readonly history: readonly RecordedFeedback[];
  /** Digest of what each command asked for; null once it is wiped. */
  readonly requests: ReadonlyMap<string, string | null>;
};

/**
 * The feedback with this code, built from its history; `undefined` if there is none.
 * Takes no lock: what is decided on it is appended at its version or not at all.
 */
export async function loadFeedback(db: Db, code: string): Promise<LoadedFeedback | undefined> {
  const rows = await db
    .selectFrom('feedback_event')
    .selectAll()
    .where('feedback_id', '=', (eb) => eb.selectFrom('feedback').select('feedback_id').where('code', '=', code))
    .orderBy('version')
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const history = rows.map(toRecorded);
  return {
    feedbackId: first.feedback_id,
    feedback: replayFeedback(history.map(({ event }) => event)),
    history,
    requests: new Map(rows.map(({ command_id, sealed }) => [command_id, sealed?.request ?? null])),
  };
}

/** What is appended to: an id and what has happened so far; nothing, when it is born. */
export type AppendingFeedback = Pick<LoadedFeedback, 'feedbackId' | 'history'>;

/**
 * Writes the events and the row they lead to in one call, all or nothing.
 *
 * @returns the new version, or null when the feedback has moved since it was loaded, or its command is that of another;
 *   for a command that is already written down its first answer, or null when that asked for something else
 */
export async function appendFeedbackEvents(
  db: Db,
  { feedbackId, history }: AppendingFeedback,
  events: readonly FeedbackEvent[],
  act: { readonly by: Actor; readonly commandId: string; readonly request: object },
): Promise<number | null> {
  const before = history.at(-1)?.version ?? 0;
  const all = [...history.map(({ event }) => event), ...events];
  const row = toRow(feedbackId, act.commandId, all);
  const rows = events.map((event, i) => toEventRow(feedbackId, before + i + 1, event, act));
  const { rows: answer } = await sql<{ version: number | null }>`
    select append_feedback_events(${feedbackId}, ${before}, ${act.commandId}, ${JSON.stringify(rows)}, ${JSON.stringify(row)}) as version
  `.execute(db);
  return answer[0]?.version ?? null;
}

/** An id for a feedback that is about to be given. */
export const newFeedbackId = newId;

/** Gives the next running number of the day. */
export async function nextFeedbackNumber(db: Db, day: Day): Promise<number> {
  const { rows } = await sql<{ number: number }>`select next_feedback_number(${day}::date) as number`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('next_feedback_number gave none');
  return row.number;
}

/** What this command gave before, and the digest of what it asked for; `undefined` for a command not yet seen. */
export async function findFeedbackOfCommand(
  db: Db,
  commandId: string,
): Promise<{ readonly feedbackId: string; readonly code: string; readonly request: string | null } | undefined> {
  const row = await db
    .selectFrom('feedback')
    .innerJoin('feedback_event', 'feedback_event.feedback_id', 'feedback.feedback_id')
    .select(['feedback.feedback_id', 'feedback.code', 'feedback_event.sealed'])
    .where('feedback.command_id', '=', commandId)
    .where('feedback_event.version', '=', 1)
    .executeTakeFirst();
  return row && { feedbackId: row.feedback_id, code: row.code, request: row.sealed?.request ?? null };
}

/** The feedback that a code means; `undefined` when there is none. */
export async function findFeedbackId(db: Db, code: string): Promise<string | undefined> {
  const row = await db.selectFrom('feedback').select('feedback_id').where('code', '=', code).executeTakeFirst();
  return row?.feedback_id;
}

/** Every officer who did something to a dossier, or has it now. */
export async function listOfficersOnDossier(db: Db, dossierId: string): Promise<string[]> {
  const { rows } = await sql<{ officerId: string }>`
    select by_person as "officerId" from dossier_event where dossier_id = ${dossierId} and in_role not in ('citizen', 'system')
     union
    select officer_id from task where dossier_id = ${dossierId} and officer_id is not null`.execute(db);
  return rows.map(({ officerId }) => officerId);
}

/** Writes down that an officer opened a feedback. */
export async function appendFeedbackReading(db: Db, by: Actor, feedbackId: string, at: Date): Promise<void> {
  await db
    .insertInto('feedback_reading')
    .values({ reading_id: newId(), feedback_id: feedbackId, at, officer_id: by.personId, for_agency: by.agencyId, in_role: by.role })
    .execute();
}

/** What stands on the public page, and when it came there. */
export type PublishedFeedback = Published & {
  readonly feedbackId: string;
  readonly kind: Feedback['kind'];
  readonly demo: boolean;
  readonly publishedAt: Date;
};

/** Where a page of published answers ends; the next begins after it. */
export type PublishedPlace = { readonly publishedAt: Date; readonly feedbackId: string };

/** Published answers, the newest first. */
export async function listPublishedFeedback(db: Db, after: PublishedPlace | null, limit: number): Promise<PublishedFeedback[]> {
  const rows = await db
    .selectFrom('feedback')
    .select(['feedback_id', 'kind', 'demo', 'published_at', 'public_text', 'public_answer'])
    .where('published_at', 'is not', null)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(published_at, feedback_id) < (${after?.publishedAt}::timestamptz, ${after?.feedbackId}::uuid)`),
    )
    .orderBy('published_at', 'desc')
    .orderBy('feedback_id', 'desc')
    .limit(limit)
    .execute();
  return rows.flatMap(({ feedback_id, kind, demo, published_at, public_text, public_answer }) =>
    published_at === null
      ? []
      : [{ feedbackId: feedback_id, kind, demo, publishedAt: published_at, text: public_text, answer: public_answer }],
  );
}

type EventRow = Selectable<Tables['feedback_event']>;

function toRow(feedbackId: string, commandId: string, events: readonly FeedbackEvent[]): Selectable<Tables['feedback']> {
  const feedback = replayFeedback(events);
  const { publishedAt } = feedback;
  const shown = publishedAt && events.findLast((event) => event.type === 'published')?.sealed;
  return {
    feedback_id: feedbackId,
    code: feedback.code,
    command_id: commandId,
    kind: feedback.kind,
    channel: feedback.channel,
    demo: feedback.demo,
    about_agency_id: feedback.aboutAgencyId,
    dossier_id: feedback.dossierId,
    kept_out: feedback.keptOut,
    handler_agency_id: feedback.handlerAgencyId,
    state: feedback.state,
    consent: feedback.consent,
    given_at: feedback.givenAt,
    due_at: owedNext(feedback)?.dueAt ?? null,
    answered_at: feedback.answeredAt,
    published_at: publishedAt,
    public_text: shown?.text ?? '',
    public_answer: shown?.answer ?? '',
    version: events.length,
  };
}

function toEventRow(
  feedbackId: string,
  version: number,
  event: FeedbackEvent & { readonly sealed?: object | null },
  { by, commandId, request }: { readonly by: Actor; readonly commandId: string; readonly request: object },
): EventRow {
  const { type, at, sealed = null, ...data } = event;
  return {
    feedback_id: feedbackId,
    version,
    command_id: commandId,
    type,
    at,
    by_person: by.personId,
    for_agency: by.agencyId,
    in_role: by.role,
    data,
    sealed: { request: digest(request), words: sealed },
  };
}

function toRecorded({ version, command_id, type, at, by_person, for_agency, in_role, data, sealed }: EventRow): RecordedFeedback {
  return {
    version,
    commandId: command_id,
    by: { personId: by_person, agencyId: for_agency, role: in_role },
    event: { type, at, ...withInstants(data), sealed: sealed?.words ?? null } as FeedbackEvent,
  };
}
