import { sql } from 'kysely';
import { fold } from '#domain/text/fold.ts';
import { type Db, openDb } from '#server/store/db.ts';
import { listWork, searchCode, searchDossiers, type WorkPlace } from '#server/store/work-lists.ts';
import { openGround, tell } from './ground.ts';
import { agencies, fillUpTo, officers } from './stored.ts';

/**
 * A page of a work list, the first and the two hundredth, and a search by a name without marks, with ten thousand and with a million
 * dossiers stored. The peer of a million is ten thousand. Rows only, without histories: lists and search read nothing else.
 * A tenth is open, in forty units; one unit has ten thousand open at both sizes, so that there is a page 200.
 */
export async function run(): Promise<number> {
  const ground = await openGround();
  try {
    const db = openDb(ground.app, 1);
    const few = await measure(db, 20_000);
    const many = await measure(db, 1_000_000);
    for (const [name, value] of Object.entries(many)) {
      tell({
        bench: 'lists',
        case: `${name}, 1,000,000 dossiers`,
        value: 1 / value,
        unit: '1/s',
        peer: '20,000 dossiers',
        peer_value: 1 / (few[name] ?? Number.NaN),
      });
      console.log(JSON.stringify({ bench: 'lists', case: name, milliseconds: Math.round(value * 1e5) / 100 }));
    }
    await db.destroy();
    return 0;
  } finally {
    await ground.close();
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

/** The median of many. */
async function secondsOf(ask: () => Promise<readonly unknown[]>): Promise<number> {
  const times: number[] = [];
  for (let no = 0; no < 200; no++) {
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
