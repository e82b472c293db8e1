import { sql } from 'kysely';
import type { Db } from './db.ts';

/**
 * The database as its own catalog describes it, as SQL in a fixed order: for reading, and for seeing in a diff what a migration did.
 * The jobs' tables and the list of migrations belong to their libraries and are left out.
 */
export async function describeSchema(db: Db): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    with ours as (
      select c.oid, c.relkind, n.nspname || '.' || c.relname as name
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname in ('public', 'auth') and c.relkind in ('r', 'v', 'm')
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    ),
    functions as (
      select p.oid, n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as name
        from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where n.nspname in ('public', 'auth')
         and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    ),
    rights as (
      select o.oid, 'on ' || o.name as place, coalesce(c.relacl, acldefault('r', c.relowner)) as acl, c.relowner as owner
        from ours o join pg_class c using (oid)
      union all
      select f.oid, 'on function ' || f.name, coalesce(p.proacl, acldefault('f', p.proowner)), p.proowner
        from functions f join pg_proc p using (oid)
    ),
    lines as (
      select o.name, 1 as part, '' as key,
             case o.relkind when 'r' then
               'create table ' || o.name || E' (\n' || (
                 select string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                          || case when a.attnotnull then ' not null' else '' end
                          || case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                                  else coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') end, E',\n' order by a.attnum)
                   from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
                  where a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped) || E'\n);'
             else 'create view ' || o.name || E' as\n' || pg_get_viewdef(o.oid, true) end as text
        from ours o
      union all
      select o.name, 2, case c.contype when 'p' then '0' else '1' end || c.conname,
             'alter table ' || o.name || ' add constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid) || ';'
        from ours o join pg_constraint c on c.conrelid = o.oid and c.contype <> 'n'
      union all
      select o.name, 3, i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) || ';'
        from ours o join pg_index i on i.indrelid = o.oid
       where not exists (select from pg_constraint c where c.conindid = i.indexrelid)
      union all
      select o.name, 4, p.polname, 'create policy ' || p.polname || ' on ' || o.name || ' using ('
             || coalesce(pg_get_expr(p.polqual, p.polrelid), 'true') || ');'
        from ours o join pg_policy p on p.polrelid = o.oid
      union all
      select f.name, 1, '', pg_get_functiondef(f.oid) || ';' from functions f
      union all
      select coalesce(o.name, f.name), 5, '', 'grant ' || string_agg(lower(g.privilege_type), ', ' order by g.privilege_type)
             || ' ' || r.place || ' to ' || case g.grantee when 0 then 'public' else g.grantee::regrole::text end || ';'
        from rights r
        left join ours o using (oid)
        left join functions f using (oid)
        cross join aclexplode(r.acl) g
       where g.grantee <> r.owner
       group by o.name, f.name, r.place, g.grantee
      union all
      select o.name, 6, d.objsubid::text,
             case d.objsubid when 0 then 'comment on table ' || o.name
                             else 'comment on column ' || o.name || '.' || a.attname end || ' is ' || quote_literal(d.description) || ';'
        from ours o
        join pg_description d on d.objoid = o.oid and d.classoid = 'pg_class'::regclass
        left join pg_attribute a on a.attrelid = o.oid and a.attnum = d.objsubid
      union all
      select f.name, 6, '', 'comment on function ' || f.name || ' is ' || quote_literal(d.description) || ';'
        from functions f join pg_description d on d.objoid = f.oid and d.classoid = 'pg_proc'::regclass
    )
    select string_agg(text, E'\n' order by part, length(key), key, text) as text
      from lines group by name order by name like '%(%', name collate "C"`.execute(db);
  return rows.map(({ text }) => `${text}\n`).join('\n');
}
