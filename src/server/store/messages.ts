import { type Selectable, sql } from 'kysely';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { MessageState } from '#domain/dossier/message.ts';
import type { Db } from './db.ts';
import type { Tables } from './tables.ts';

/** Which message: the event it tells of. */
export type MessageKey = { readonly dossierId: string; readonly version: number };

export type NewMessage = MessageKey & {
  readonly kind: DossierEvent['type'];
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly state: MessageState;
  readonly madeAt: Date;
};

export type Message = NewMessage & {
  readonly code: string;
  readonly tries: number;
  readonly lastError: string;
  readonly triedAt: Date | null;
  readonly sentAt: Date | null;
};

/** Writes a message down. Made once, it stays as it was first said. */
export async function ensureMessage(db: Db, { dossierId, version, madeAt, ...said }: NewMessage): Promise<void> {
  await db
    .insertInto('message')
    .values({ dossier_id: dossierId, version, ...said, channel: 'mail', tries: 0, last_error: '', made_at: madeAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/**
 * Takes a message for one talk with the mail server, in a transaction of its own, so that whatever happens in the talk,
 * it is never begun a second time by itself.
 *
 * @param states which it may be in: `waiting` for a job, more for an administrator who decides
 * @returns the message, or `undefined` when another has it or it needs no talk
 */
export async function takeMessage(
  db: Db,
  { dossierId, version }: MessageKey,
  states: readonly MessageState[],
  now: Date,
): Promise<NewMessage | undefined> {
  const row = await db
    .updateTable('message')
    .set((eb) => ({ state: 'sending', tries: eb('tries', '+', 1), tried_at: now, last_error: '' }))
    .where('dossier_id', '=', dossierId)
    .where('version', '=', version)
    .where('state', 'in', states)
    .returningAll()
    .executeTakeFirst();
  return row && toNewMessage(row);
}

/** How the talk ended. Nothing happens to a message that has been taken anew meanwhile. */
export async function endTalk(
  db: Db,
  { dossierId, version }: MessageKey,
  begunAt: Date,
  end: { readonly state: MessageState; readonly lastError: string; readonly sentAt: Date | null },
): Promise<void> {
  await db
    .updateTable('message')
    .set({ state: end.state, last_error: end.lastError, sent_at: end.sentAt })
    .where('dossier_id', '=', dossierId)
    .where('version', '=', version)
    .where('state', '=', 'sending')
    .where('tried_at', '=', begunAt)
    .execute();
}

/** A message that nobody tries again by itself. */
export async function giveUpMessage(db: Db, { dossierId, version }: MessageKey): Promise<void> {
  await db
    .updateTable('message')
    .set({ state: 'failed' })
    .where('dossier_id', '=', dossierId)
    .where('version', '=', version)
    .where('state', '=', 'waiting')
    .execute();
}

/** What was left in the middle of a talk is of unknown end from now on. */
export async function giveUpTalks(db: Db, begunBefore: Date): Promise<void> {
  await db.updateTable('message').set({ state: 'unknown' }).where('state', '=', 'sending').where('tried_at', '<', begunBefore).execute();
}

export async function findMessage(db: Db, { dossierId, version }: MessageKey): Promise<Message | undefined> {
  const row = await selectMessages(db)
    .where('message.dossier_id', '=', dossierId)
    .where('message.version', '=', version)
    .executeTakeFirst();
  return row && toMessage(row);
}

/** Where a page of messages ends; the next begins after it. */
export type MessagePlace = MessageKey & { readonly madeAt: Date };

/** The newest messages, of one state or of all. */
export async function listMessages(db: Db, state: MessageState | null, after: MessagePlace | null, limit: number): Promise<Message[]> {
  const rows = await selectMessages(db)
    .$if(state !== null, (query) => query.where('message.state', '=', state ?? 'waiting'))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(message.made_at, message.dossier_id, message.version) < (${after?.madeAt}, ${after?.dossierId}, ${after?.version})`,
      ),
    )
    .orderBy('message.made_at', 'desc')
    .orderBy('message.dossier_id', 'desc')
    .orderBy('message.version', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toMessage);
}

/** How many messages stand in each state; a state without any is left out. */
export async function countMessages(db: Db): Promise<ReadonlyMap<MessageState, number>> {
  const rows = await db
    .selectFrom('message')
    .select(({ fn }) => ['state', fn.countAll<string>().as('count')])
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, Number(count)]));
}

function selectMessages(db: Db) {
  return db
    .selectFrom('message')
    .innerJoin('dossier', 'dossier.dossier_id', 'message.dossier_id')
    .selectAll('message')
    .select('dossier.code');
}

function toMessage(row: Selectable<Tables['message']> & { readonly code: string }): Message {
  return {
    ...toNewMessage(row),
    code: row.code,
    tries: row.tries,
    lastError: row.last_error,
    triedAt: row.tried_at,
    sentAt: row.sent_at,
  };
}

function toNewMessage(row: Selectable<Tables['message']>): NewMessage {
  return {
    dossierId: row.dossier_id,
    version: row.version,
    kind: row.kind,
    recipient: row.recipient,
    subject: row.subject,
    body: row.body,
    state: row.state,
    madeAt: row.made_at,
  };
}
