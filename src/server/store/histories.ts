import { sql } from 'kysely';
import { addDays, type Day, instantAt } from '#domain/calendar/day.ts';
import type { Passed } from '#domain/dossier/events.ts';
import type { End, Recorded, SealedPart } from '#domain/dossier/history.ts';
import type { Db } from './db.ts';
import { type EventRow, toRecorded } from './dossiers.ts';

/** One dossier's history as it stands, with the end that its row has; null when its row is gone. */
export type StoredHistory = {
  readonly dossierId: string;
  readonly code: string;
  readonly end: End | null;
  readonly history: readonly Recorded[];
};

/** Which histories: all, those that something happened to on a day, or one dossier's. */
export type Which = 'all' | { readonly day: Day } | { readonly dossierId: string };

/** What happened to a dossier after one version, up to another. */
export async function listPassed(db: Db, dossierId: string, after: number, until: number): Promise<Passed[]> {
  const { rows } = await sql<{ type: Passed['type']; taskNo: number | null }>`
    select type, (data ->> 'taskNo')::int as "taskNo" from dossier_event
     where dossier_id = ${dossierId} and version > ${after} and version <= ${until} order by version`.execute(db);
  return rows.map(({ type, taskNo }) => (taskNo === null ? { type } : { type, taskNo }));
}

export async function countEvents(db: Db, which: Which): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from dossier_event e where ${among(which)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Histories one after the other, some thousand events at once, for checking only: instants in their data stay the text they are stored as,
 * which is what was hashed.
 */
export async function* readHistories(db: Db, which: Which, eventsAtOnce = 5000): AsyncGenerator<StoredHistory> {
  let read: ReadRow[] = [];
  let coming: Promise<readonly ReadRow[]> | undefined = readAfter(db, which, ['00000000-0000-0000-0000-000000000000', 0], eventsAtOnce);
  while (coming) {
    const rows: readonly ReadRow[] = await coming;
    const last = rows.at(-1);
    // The next are on their way while these are looked at.
    coming = last && rows.length === eventsAtOnce ? readAfter(db, which, [last.dossier_id, last.version], eventsAtOnce) : undefined;
    coming?.catch(() => {});
    for (const row of rows) {
      if (read[0] && read[0].dossier_id !== row.dossier_id) {
        yield toHistory(read);
        read = [];
      }
      read.push(row);
    }
  }
  if (read.length > 0) yield toHistory(read);
}

async function readAfter(
  db: Db,
  which: Which,
  [dossierId, version]: readonly [dossierId: string, version: number],
  limit: number,
): Promise<readonly ReadRow[]> {
  const { rows } = await sql<ReadRow>`-- prepared: ${sql.raw(`read_histories_${nameOf(which)}`)}
    select e.dossier_id, e.version, e.command_id, e.type, e.at, date_trunc('milliseconds', e.at) = e.at as whole, e.by_person, e.for_agency, e.in_role,
           e.data, e.sealed, e.sealed_digest, e.hash, coalesce(d.code, c.code, '') as code, d.version as end_version, d.last_hash
      from dossier_event e
      left join dossier d on d.dossier_id = e.dossier_id
      left join dossier_code c on c.dossier_id = e.dossier_id
     where (e.dossier_id, e.version) > (${dossierId}, ${version}) and ${among(which)}
     order by e.dossier_id, e.version limit ${limit}`.execute(db);
  return rows;
}

/** Codes of dossiers that have a row and no event. @param which all, or one dossier's */
export async function listWithoutHistory(db: Db, which: Exclude<Which, { readonly day: Day }>): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select d.code from dossier d
     where not exists (select from dossier_event e where e.dossier_id = d.dossier_id)
       and ${which === 'all' ? sql<boolean>`true` : sql<boolean>`d.dossier_id = ${which.dossierId}`}
     order by d.code`.execute(db);
  return rows.map(({ code }) => code);
}

/** Whose events of a day have these hashes; a hash that none has is left out. */
export async function findHashes(db: Db, hashes: readonly string[], day: Day): Promise<{ code: string; version: number }[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<{ code: string; version: number }>`
    select coalesce(c.code, '') as code, e.version
      from dossier_event e left join dossier_code c on c.dossier_id = e.dossier_id
     where ${onDay(day, 'e')} and e.hash = any (${hashes}::text[])
     order by 1, 2`.execute(db);
  return rows;
}

function among(which: Which) {
  if (which === 'all') return sql<boolean>`true`;
  if ('dossierId' in which) return sql<boolean>`e.dossier_id = ${which.dossierId}`;
  return sql<boolean>`e.dossier_id in (select i.dossier_id from dossier_event i where ${onDay(which.day, 'i')})`;
}

function onDay(day: Day, of: 'e' | 'i') {
  return sql<boolean>`${sql.ref(`${of}.at`)} >= ${instantAt(day, 0)} and ${sql.ref(`${of}.at`)} < ${instantAt(addDays(day, 1), 0)}`;
}

function nameOf(which: Which): string {
  if (which === 'all') return 'all';
  return 'dossierId' in which ? 'one' : 'day';
}

/** An event, whether its instant is one that we write, to the millisecond, and what is known of its dossier besides. */
type ReadRow = EventRow & {
  readonly whole: boolean;
  readonly code: string;
  readonly end_version: number | null;
  readonly last_hash: string | null;
};

function toHistory(rows: readonly ReadRow[]): StoredHistory {
  const [{ dossier_id: dossierId = '', code = '', end_version: version = null, last_hash: hash = null } = {}] = rows;
  return { dossierId, code, end: version !== null && hash !== null ? { version, hash } : null, history: rows.map(toStored) };
}

/** As it is stored. An instant finer than we write, or a sealed part that says more, is not ours: its event is given a hash that nothing has. */
function toStored(row: ReadRow): Recorded {
  const recorded = toRecorded(row, row.data);
  const isOurs = row.whole && Object.keys(row.sealed ?? {}).every((key) => sealedKeys.has(key));
  return isOurs ? recorded : { ...recorded, hash: '' };
}

const sealedKeys: ReadonlySet<string> = new Set<keyof SealedPart>(['salt', 'request', 'words']);
