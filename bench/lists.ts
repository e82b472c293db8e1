import { sql } from 'kysely';
import { fold } from '#domain/text/fold.ts';
import { type ControlledAsked, listControlledProcedures } from '#server/store/controlled-procedures.ts';
import { type Db, openDb } from '#server/store/db.ts';
import { listWork, searchCode, searchDossiers, type WorkPlace } from '#server/store/work-lists.ts';
import { openGround, tell } from './ground.ts';
import { agencies, fillProcedures, fillUpTo, officers } from './stored.ts';

/**
 * A page of a work list, the first and the two hundredth, and a search by a name without marks, with twenty thousand and with a million
 * dossiers stored; and the list of procedures with a thousand and with a hundred thousand. The peer of many is few. Rows only, without histories: lists and search read nothing else.
 * A tenth is open, in forty units; one unit has ten thousand open at both sizes, so that there is a page 200.
 */
export async function run(): Promise<number> {
  const ground = await openGround();
  try {
    const db = openDb(ground.app, 1);
    await compare(db, measureProcedures, { what: 'procedures', few: 1_000, many: 100_000 });
    await compare(db, measure, { what: 'dossiers', few: 20_000, many: 1_000_000 });
    await db.destroy();
    return 0;
  } finally {
    await ground.close();
  }
}

type Measure = (db: Db, upTo: number) => Promise<Record<string, number>>;

async function compare(db: Db, at: Measure, { what, few, many }: { what: string; few: number; many: number }): Promise<void> {
  const before = await at(db, few);
  for (const [name, value] of Object.entries(await at(db, many))) {
    tell({
      bench: 'lists',
      case: `${name}, ${many.toLocaleString('en')} ${what}`,
      value: 1 / value,
      unit: '1/s',
      peer: `${few.toLocaleString('en')} ${what}`,
      peer_value: 1 / (before[name] ?? Number.NaN),
    });
    console.log(JSON.stringify({ bench: 'lists', case: name, milliseconds: Math.round(value * 1e5) / 100 }));
  }
}

const pageSize = 50;
const queue = [{ unitId: 'unit 0', role: 'specialist' as const }];

async function measure(db: Db, upTo: number): Promise<Record<string, number>> {
  await fillUpTo(db, upTo);
  const place = await placeBefore(db, 199 * pageSize);
  return {
    'work list, page 1': await secondsOf(() => listWork(db, queue, {}, null, pageSize)),
    'work list, page 200': await secondsOf(() => listWork(db, queue, {}, place, pageSize)),
    'work list, one officer’s': await secondsOf(() => listWork(db, queue, { officerId: officers[3] }, null, pageSize)),
    'search by a whole name': await secondsOf(() => searchDossiers(db, agencies, fold('Sùng Thị Mẩy 7 '), pageSize)),
    'search by a whole code': await secondsOf(() => searchCode(db, agencies, 'H22-180514-0004242')),
  };
}

/** The list of the officer who controls procedures. A tenth of the pages in comes the later page. Nothing fits the words of a birth. */
async function measureProcedures(db: Db, upTo: number): Promise<Record<string, number>> {
  await fillProcedures(db, upTo);
  const later = `P-${String(upTo / 10).padStart(7, '0')}`;
  const list = (asked: Partial<ControlledAsked>) => () =>
    listControlledProcedures(db, { query: '', onlyDrafts: false, after: null, ...asked }, pageSize + 1);
  return {
    'procedures, page 1': await secondsOf(list({}), 50),
    'procedures, a later page': await secondsOf(list({ after: later }), 50),
    'procedures, open drafts': await secondsOf(list({ onlyDrafts: true }), 50),
    'procedures, words that all have': await secondsOf(list({ query: 'hộ kinh doanh' }), 20),
    'procedures, words that few have': await secondsOf(list({ query: 'Sùng Thị số 2' }), 20),
    'procedures, words that none has': await secondsOf(async () => [await list({ query: 'khai sinh' })()], 20),
  };
}

/** The median of many. */
async function secondsOf(ask: () => Promise<readonly unknown[]>, asked = 200): Promise<number> {
  const times: number[] = [];
  for (let no = 0; no < asked; no++) {
    const start = performance.now();
    const found = await ask();
    if (found.length === 0) throw new Error('nothing was found: nothing was measured');
    times.push((performance.now() - start) / 1000);
  }
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}

async function placeBefore(db: Db, skipped: number): Promise<WorkPlace> {
  const { rows } = await sql<WorkPlace>`
    select due_at as "dueAt", dossier_id as "dossierId" from task
     where unit_id = 'unit 0' and role = 'specialist' and done_at is null
     order by coalesce(due_at, 'infinity'), dossier_id offset ${skipped - 1} limit 1`.execute(db);
  const [place] = rows;
  if (!place) throw new Error('there is no page 200');
  return place;
}
