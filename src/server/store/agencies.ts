import { sql } from 'kysely';
import type { Agency, Unit } from '#domain/agency/agency.ts';
import type { Db } from './db.ts';

/** All agencies, a parent before its children. */
export async function listAgencies(db: Db): Promise<Agency[]> {
  const { rows } = await sql<Agency>`
    select agency_id as "agencyId", parent_id as "parentId", kind, level, name, short_name as "shortName",
           identifiers, address, phone, hours, source
      from agency
     order by position`.execute(db);
  return rows;
}

export async function listUnits(db: Db): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    select unit_id as "unitId", agency_id as "agencyId", kind, name from unit order by agency_id, unit_id`.execute(db);
  return rows;
}

/**
 * Brings the tree of agencies up to this one. What is no longer in it stays: dossiers name it.
 *
 * @returns how many rows were new or changed
 */
export async function ensureAgencies(db: Db, agencies: readonly Agency[], units: readonly Unit[]): Promise<number> {
  const rows = agencies.map(({ agencyId, parentId, shortName, ...agency }, position) => ({
    ...agency,
    agency_id: agencyId,
    parent_id: parentId,
    short_name: shortName,
    position,
  }));
  const changed = await sql`
    insert into agency
    select * from jsonb_populate_recordset(null::agency, ${JSON.stringify(rows)})
    on conflict (agency_id) do update
       set parent_id = excluded.parent_id, kind = excluded.kind, level = excluded.level, name = excluded.name,
           short_name = excluded.short_name, identifiers = excluded.identifiers, address = excluded.address,
           phone = excluded.phone, hours = excluded.hours, source = excluded.source, position = excluded.position
     where agency is distinct from excluded`.execute(db);
  return Number(changed.numAffectedRows ?? 0) + (await ensureUnits(db, units));
}

async function ensureUnits(db: Db, units: readonly Unit[]): Promise<number> {
  const rows = units.map(({ unitId, agencyId, kind, name }) => ({ unit_id: unitId, agency_id: agencyId, kind, name }));
  const changed = await sql`
    insert into unit
    select * from jsonb_populate_recordset(null::unit, ${JSON.stringify(rows)})
    on conflict (unit_id) do update set agency_id = excluded.agency_id, kind = excluded.kind, name = excluded.name
     where unit is distinct from excluded`.execute(db);
  return Number(changed.numAffectedRows ?? 0);
}
