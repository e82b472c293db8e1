import { sql } from 'kysely';
import type { StaffMember } from '#domain/access/actor.ts';
import type { Db } from './db.ts';

/** All staff with their places, in the order of their ids. */
export async function listOfficers(db: Db): Promise<StaffMember[]> {
  const { rows } = await sql<StaffMember>`
    select o.officer_id as "officerId", o.name, o.title, o.made_up as "madeUp",
           coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
                              'agencyId', a.agency_id, 'unitId', a.unit_id, 'role', a.role, 'counter', a.counter))
                            order by a.agency_id, a.unit_id, a.role)
                       from assignment a where a.officer_id = o.officer_id), '[]') as "assignments"
      from officer o
     order by o.officer_id`.execute(db);
  return rows;
}

/**
 * Brings the staff up to this list; a place that somebody of the list no longer holds is taken from him.
 *
 * @returns how many rows were new, changed or taken away
 */
export async function ensureOfficers(db: Db, officers: readonly StaffMember[]): Promise<number> {
  const people = officers.map(({ officerId, name, title, madeUp }) => ({ officer_id: officerId, name, title, made_up: madeUp }));
  const places = officers.flatMap(({ officerId, assignments }) =>
    assignments.map(({ agencyId, unitId, role, counter = null }) => ({
      officer_id: officerId,
      agency_id: agencyId,
      unit_id: unitId,
      role,
      counter,
    })),
  );
  const changed = await sql`
    insert into officer
    select * from jsonb_populate_recordset(null::officer, ${JSON.stringify(people)})
    on conflict (officer_id) do update set name = excluded.name, title = excluded.title, made_up = excluded.made_up
     where officer is distinct from excluded`.execute(db);
  const left = await sql`
    delete from assignment a
     where officer_id in (select officer_id from jsonb_populate_recordset(null::officer, ${JSON.stringify(people)}))
       and not exists (select from jsonb_populate_recordset(null::assignment, ${JSON.stringify(places)}) kept
                        where kept is not distinct from a)`.execute(db);
  const taken = await sql`
    insert into assignment
    select * from jsonb_populate_recordset(null::assignment, ${JSON.stringify(places)})
    on conflict do nothing`.execute(db);
  return [changed, left, taken].reduce((sum, { numAffectedRows }) => sum + Number(numAffectedRows ?? 0), 0);
}
