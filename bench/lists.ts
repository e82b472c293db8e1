import { sql } from 'kysely';
import { fold } from '#domain/text/fold.ts';
import { type ControlledAsked, listControlledProcedures } from '#server/store/controlled-procedures.ts';
import { type Db, openDb } from '#server/store/db.ts';
import { listDueDossiers } from '#server/store/due-dossiers.ts';
import { listDueTimers } from '#server/store/timers.ts';
import { listWork, searchCode, searchDossiers, type WorkPlace } from '#server/store/work-lists.ts';
import { type Ground, openGround, rest, tell } from './ground.ts';
import { agencies, fillProcedures, fillUpTo, officers } from './stored.ts';

/**
 * A page of a work list, the first and the two hundredth, and a search by a name without marks, with twenty thousand and with a million
 * dossiers stored; and the list of procedures with a thousand and with a hundred thousand. The peer of many is few. Rows only, without histories: lists and search read nothing else.
 * A tenth is open, in forty units; one unit has ten thousand open at both sizes, so that there is a page 200.
 * Of each open one a timer is set; at the moment that is looked at two thousand dossiers are late and nobody has said it, at both sizes.
 */
export async function run(): Promise<number> {
  const ground = await openGround();
  try {
    const db = openDb(ground.app, 1);
    await compare(db, (stored, upTo) => measureProcedures(stored, ground, upTo), { what: 'procedures', few: 1_000, many: 100_000 });
    await compare(db, (stored, upTo) => measure(stored, ground, upTo), { what: 'dossiers', few: 20_000, many: 1_000_000 });
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

async function measure(db: Db, ground: Ground, upTo: number): Promise<Record<string, number>> {
  await fillUpTo(db, upTo);
  await bearLate(db);
  await rest(ground);
  const place = await placeBefore(db, 199 * pageSize);
  return {
    'work list, page 1': await secondsOf(() => listWork(db, queue, {}, null, pageSize)),
    'work list, page 200': await secondsOf(() => listWork(db, queue, {}, place, pageSize)),
    'work list, one officer’s': await secondsOf(() => listWork(db, queue, { officerIds: officers.slice(3, 4) }, null, pageSize)),
    'search by a whole name': await secondsOf(() => searchDossiers(db, agencies, fold('Sùng Thị Mẩy 7 '), pageSize)),
    'search by a whole code': await secondsOf(() => searchCode(db, agencies, 'H22-180514-0004242')),
    'dossiers of whose time somebody is to be told, 500': await secondsOf(() => listDueDossiers(db, now, now, null, 500)),
    'the same, the last of them': await secondsOf(() => listDueDossiers(db, now, now, { dueAt: lastDue, dossierId: none }, 500)),
    'timers whose time has come, 500': await secondsOf(() => listDueTimers(db, now, null, 500)),
    'the same, the last timers': await secondsOf(() => listDueTimers(db, now, lastTimer, 500)),
  };
}

/** The list of the officer who controls procedures. A tenth of the pages in comes the later page. Nothing fits the words of a birth. */
async function measureProcedures(db: Db, ground: Ground, upTo: number): Promise<Record<string, number>> {
  await fillProcedures(db, upTo);
  await rest(ground);
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

/** When two thousand are late; a hundred of them by less than this. */
const now = new Date(Date.parse('2018-01-05T08:00+07:00') + 2000 * 11_000);
const lastDue = new Date(now.getTime() - 100 * 11_000);
const none = '00000000-0000-0000-0000-000000000000';
const lastTimer = { dueAt: lastDue, dossierId: none, code: '', nodeId: '' };

/** What the reminders read of a history is its first event; only those that are late have one here. */
async function bearLate(db: Db): Promise<void> {
  await sql`
    insert into dossier_event
    select dossier_id, 1, dossier_id, 'submitted', submitted_at, dossier_id, receiving_agency_id, 'citizen', '{"ruleSet": "2018"}', null, '', ''
      from dossier where state = 'in progress' and due_at <= ${now} on conflict do nothing`.execute(db);
  await sql`
    insert into timer select dossier_id, 'timer', due_at from dossier where state = 'in progress' on conflict do nothing`.execute(db);
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
