import { sql } from 'kysely';
import { fold } from '#domain/text/fold.ts';
import type { Db } from '#server/store/db.ts';

export const officers = Array.from({ length: 10 }, (_, i) => `018f0000-0000-7000-8000-00000000010${i}`);
export const agencies = Array.from({ length: 10 }, (_, i) => `agency ${i}`);
const families = ['Sùng', 'Vàng', 'Lò', 'Thào', 'Nguyễn', 'Hoàng', 'Lục', 'Phạm'];
const middles = ['Thị', 'Văn', 'Mí', 'Thanh', 'Quốc', 'Bích'];
const given = ['Mẩy', 'Páo', 'Dính', 'Chỉn', 'Hạnh', 'Khôi', 'Phương', 'Sáy', 'Nái', 'Huyền', 'Tuấn', 'Duyên'];

/**
 * Rows of dossiers, of their search and of one task each, without histories. Dossier number n is the same whenever it is made. The first ten thousand are open in one unit, then one in ten in any of forty.
 */
export async function fillUpTo(db: Db, upTo: number): Promise<void> {
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
}

async function countDossiers(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from dossier`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Rows of procedures with two versions each, as an import makes them; procedure number n is the same whenever it is made. One in a hundred
 * has an open draft, one in a hundred one that was thrown away.
 */
export async function fillProcedures(db: Db, upTo: number): Promise<void> {
  await sql`insert into field values ('field', 'Lĩnh vực', 0) on conflict do nothing`.execute(db);
  await sql`insert into agency select 'city', null, 'people’s committee', 'district', 'city', 'city', '{}', '', '', null, '', 0
             on conflict do nothing`.execute(db);
  await sql`insert into officer (officer_id, name, title, made_up) values (${officers[0]}, 'Phàn Thị Kiểm', '', true)
             on conflict do nothing`.execute(db);
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from procedure`.execute(db);
  await sql`
    with made as (
      select n, 'P-' || lpad(n::text, 7, '0') as id, n % ${families.length} as f, n / 8 % ${middles.length} as m, n / 48 as house
        from generate_series(${rows[0]?.count ?? 0}::int, ${upTo - 1}::int) as n),
    named as (
      select *, 'Đăng ký hộ kinh doanh ' || (${families}::text[])[f + 1] || ' ' || (${middles}::text[])[m + 1] || ' số ' || house as name,
             'dang ky ho kinh doanh ' || (${families.map(fold)}::text[])[f + 1] || ' ' || (${middles.map(fold)}::text[])[m + 1] || ' so '
               || house as folded from made),
    procedures as (insert into procedure select id, null, 'district' from made)
    insert into procedure_version
    select id, v, 'field', null, 'centre', 'none', date '2018-01-01' + v, null, name, folded, folded || ' ; ' || lower(id),
           jsonb_build_object('name', name, 'version', v, 'filler', repeat('x', 4000))
      from named, generate_series(1, 2) as v`.execute(db);
  await sql`
    insert into workflow_draft
    select procedure_id, a, case when a = 1 then 'saved' else 'discarded' end, case when a = 1 then repeat('x', 4000) end, 2, null,
           ${officers[0]}, 'city', 'procedure controller', timestamptz '2018-05-14 09:00+07'
      from procedure, generate_series(1, 2) as a
     where right(procedure_id, 2) in ('00', '50') and (a = 1 or right(procedure_id, 2) = '50')
        on conflict do nothing`.execute(db);
}
