import { sql } from 'kysely';
import { fold } from '#domain/text/fold.ts';
import { type Db, openDb } from '#server/store/db.ts';
import { listWork, searchCode, searchDossiers, type WorkPlace } from '#server/store/work-lists.ts';
import { openGround, tell } from './ground.ts';

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

const officers = Array.from({ length: 10 }, (_, i) => `018f0000-0000-7000-8000-00000000010${i}`);
const agencies = Array.from({ length: 10 }, (_, i) => `agency ${i}`);
const families = ['Sùng', 'Vàng', 'Lò', 'Thào', 'Nguyễn', 'Hoàng', 'Lục', 'Phạm'];
const middles = ['Thị', 'Văn', 'Mí', 'Thanh', 'Quốc', 'Bích'];
const given = ['Mẩy', 'Páo', 'Dính', 'Chỉn', 'Hạnh', 'Khôi', 'Phương', 'Sáy', 'Nái', 'Huyền', 'Tuấn', 'Duyên'];

/** Dossier number n is the same whenever it is made. The first ten thousand are open in one unit, then one in ten in any of forty. */
async function fillUpTo(db: Db, upTo: number): Promise<void> {
  const folds = (names: readonly string[]) => names.map(fold);
  for (let from = await countDossiers(db); from < upTo; from += 20_000) {
    const until = Math.min(upTo, from + 20_000) - 1;
    await sql`
      with made as (
        select n, ('018f0000-0000-7000-9000-' || lpad(to_hex(n::bigint * 2654435761 % 4294967296), 12, '0'))::uuid as id,
               'H22-180514-' || lpad(n::text, 7, '0') as code, n < 10000 or n % 10 = 0 as open,
               n % ${families.length} as f, n / 8 % ${middles.length} as m, n / 48 % ${given.length} as g, n / 576 % 500 as house,
               timestamptz '2018-01-02 08:00+07' + n * interval '11 seconds' as at
          from generate_series(${from}::int, ${until}::int) as n),
      dossiers as (
        insert into dossier
        select id, code, 'HGX-001', 1, 'field', 'agency ' || n % 10, 'online', false, true, at,
               (${families}::text[])[f + 1] || ' ' || (${middles}::text[])[m + 1] || ' ' || (${given}::text[])[g + 1] || ' ' || house,
               case when open then 'in progress' else 'returned' end, at, at + interval '3 days', case when open then null else at end,
               case when open then null else at end, false, case when open then null else 'early' end, '{}', 6, 'hash'
          from made returning dossier_id),
      codes as (insert into dossier_code select code, id, id from made),
      searches as (
        insert into dossier_search
        select id, (${folds(families)}::text[])[f + 1] || ' ' || (${folds(middles)}::text[])[m + 1] || ' ' || (${folds(given)}::text[])[g + 1]
                   || ' ' || house || ' ' || lower(code) from made)
      insert into task
      select id, 2, 2, 'agency ' || n % 10, 'unit ' || case when n < 10000 then 0 else n / 10 % 40 + 1 end, 'specialist',
             (${officers}::uuid[])[n % 10 + 1], at, at, at, at + interval '3 days', case when open then 'in progress' else 'returned' end,
             case when open then null else at end
        from made`.execute(db);
  }
  await sql`analyze dossier, dossier_search, task`.execute(db);
}

async function countDossiers(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from dossier`.execute(db);
  return rows[0]?.count ?? 0;
}
