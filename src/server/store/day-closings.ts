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
  const [last] = await listClosings(db, before, 1);
  return last;
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
  const closings = selectClosings(db).orderBy('day', 'desc').limit(limit);
  return (await (before ? closings.where('day', '<', before) : closings).execute()).map(toClosing);
}

/** Closed days in order, from one on or from the first. */
export async function listClosingsFrom(db: Db, from: Day | undefined, limit: number): Promise<DayClosing[]> {
  const closings = selectClosings(db).orderBy('day').limit(limit);
  return (await (from ? closings.where('day', '>=', from) : closings).execute()).map(toClosing);
}

/** A closed day with the leaves of its tree. */
export type ClosedDay = DayClosing & DayHeads;

/** Closed days from one to another, in order. */
export async function listClosedHeads(db: Db, from: Day, to: Day): Promise<ClosedDay[]> {
  const rows = await selectClosings(db).select('heads').where('day', '>=', from).where('day', '<=', to).orderBy('day').execute();
  return rows.map(({ heads, ...row }) => ({ ...toClosing(row), heads: headsIn(heads) }));
}

function selectClosings(db: Db) {
  return db.selectFrom('day_closing').select(['day', 'size', 'root', 'hash']);
}

function toClosing(row: Omit<DayClosing, 'day'> & { readonly day: string }): DayClosing {
  return { ...row, day: row.day as Day };
}

function headsIn(bytes: Uint8Array): string[] {
  const digits = Buffer.from(bytes).toString('hex');
  return Array.from({ length: digits.length / 64 }, (_, i) => digits.slice(64 * i, 64 * (i + 1)));
}
