import { sql } from 'kysely';
import { addDays, type Day, instantAt } from '#domain/calendar/day.ts';
import type { DayClosing } from '#domain/dossier/day-closing.ts';
import type { Db } from './db.ts';

/** The heads of a day: hash of each dossier's last event in it, of whichever dossiers, in the order of their digits. */
export type DayHeads = { readonly day: Day; readonly heads: readonly string[] };

/** The heads of each day, from one to another, that something happened in; in order. Read from the events as they are now. */
export async function listDayHeads(db: Db, from: Day, to: Day): Promise<DayHeads[]> {
  const { rows } = await sql<DayHeads>`
    select day, array_agg(hash order by hash collate "C") as heads
      from (select distinct on (dossier_id, day) (at at time zone 'Asia/Ho_Chi_Minh')::date as day, hash
              from dossier_event
             where at >= ${instantAt(from, 0)} and at < ${instantAt(addDays(to, 1), 0)}
             order by dossier_id, day, version desc) last
     group by day order by day`.execute(db);
  return rows;
}

/** When the first event of all happened; `undefined` before there is one. */
export async function findFirstEventAt(db: Db): Promise<Date | undefined> {
  const { at } = await db
    .selectFrom('dossier_event')
    .select((eb) => eb.fn.min('at').as('at'))
    .executeTakeFirstOrThrow();
  return at ?? undefined;
}

/** The day that was closed last, in all or before a day. */
export async function findLastClosing(db: Db, before?: Day): Promise<DayClosing | undefined> {
  const closings = db.selectFrom('day_closing').select(['day', 'size', 'root', 'hash']).orderBy('day', 'desc').limit(1);
  const row = await (before ? closings.where('day', '<', before) : closings).executeTakeFirst();
  return row && { ...row, day: row.day as Day };
}

/** Writes a closing down; false when another has closed this day meanwhile. */
export async function insertClosing(db: Db, closing: DayClosing, heads: readonly string[], closedAt: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('day_closing')
    .values({ ...closing, heads: Buffer.from(heads.join(''), 'hex'), closed_at: closedAt })
    .onConflict((conflict) => conflict.column('day').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows > 0n;
}

/** Closed days, the newest first; before a day, to read on. */
export async function listClosings(db: Db, before: Day | undefined, limit: number): Promise<DayClosing[]> {
  const closings = db.selectFrom('day_closing').select(['day', 'size', 'root', 'hash']).orderBy('day', 'desc').limit(limit);
  const rows = await (before ? closings.where('day', '<', before) : closings).execute();
  return rows.map((row) => ({ ...row, day: row.day as Day }));
}

/** Closed days from one on, in order. */
export async function listClosingsFrom(db: Db, from: Day, limit: number): Promise<DayClosing[]> {
  const closings = db.selectFrom('day_closing').select(['day', 'size', 'root', 'hash']).where('day', '>=', from);
  const rows = await closings.orderBy('day').limit(limit).execute();
  return rows.map((row) => ({ ...row, day: row.day as Day }));
}

export async function findFirstClosedDay(db: Db): Promise<Day | undefined> {
  const row = await db.selectFrom('day_closing').select('day').orderBy('day').limit(1).executeTakeFirst();
  return row && (row.day as Day);
}

/** A closed day with the leaves of its tree. */
export type ClosedDay = DayClosing & DayHeads;

/** Closed days from one to another, in order. */
export async function listClosedHeads(db: Db, from: Day, to: Day): Promise<ClosedDay[]> {
  const rows = await db
    .selectFrom('day_closing')
    .select(['day', 'size', 'root', 'hash', 'heads'])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute();
  return rows.map(({ heads, ...row }) => ({ ...row, day: row.day as Day, heads: headsIn(heads) }));
}

function headsIn(bytes: Uint8Array): string[] {
  const digits = Buffer.from(bytes).toString('hex');
  return Array.from({ length: digits.length / 64 }, (_, i) => digits.slice(64 * i, 64 * (i + 1)));
}
