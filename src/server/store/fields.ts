import { sql } from 'kysely';
import type { Field } from '#domain/procedure/procedure.ts';
import type { Db } from './db.ts';

/** All fields in the order of lists. */
export async function listFields(db: Db): Promise<Field[]> {
  const { rows } = await sql<Field>`select field_id as "fieldId", name from field order by position`.execute(db);
  return rows;
}

/** @returns how many fields were new or changed */
export async function ensureFields(db: Db, fields: readonly Field[]): Promise<number> {
  const rows = fields.map(({ fieldId, name }, position) => ({ field_id: fieldId, name, position }));
  const changed = await sql`
    insert into field
    select * from jsonb_populate_recordset(null::field, ${JSON.stringify(rows)})
    on conflict (field_id) do update set name = excluded.name, position = excluded.position
     where field is distinct from excluded`.execute(db);
  return Number(changed.numAffectedRows ?? 0);
}
