import { sql } from 'kysely';
import { type Officer, type Role, roles } from '#domain/access/actor.ts';
import type { StandingIn } from '#domain/access/delegation.ts';
import type { Level } from '#domain/agency/agency.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { Db } from './db.ts';

/** Whether an officer signs in under this name. */
export async function hasSignIn(db: Db, username: string): Promise<boolean> {
  const row = await db
    .selectFrom('auth.sign_in')
    .select('id')
    .where('username', '=', username)
    .where('officer_id', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whose session it is, with all his places on the staff and the delegations to him that are not over, and how long it has not been used; `undefined` when it has ended. */
export async function findSession(
  db: Db,
  sessionId: string,
  today: Day,
): Promise<{ readonly officer: Officer; readonly delegations: readonly StandingIn[]; readonly idleSeconds: number } | undefined> {
  const { rows } = await sql<{ officer: Officer; delegations: StandingIn[]; idleSeconds: number }>`
    select json_build_object('officerId', o.officer_id, 'name', o.name, 'assignments', coalesce(
             (select json_agg(json_strip_nulls(json_build_object('agencyId', a.agency_id, 'unitId', a.unit_id, 'role', a.role, 'counter', a.counter))
                              order by a.agency_id, a.unit_id, a.role)
                from assignment a where a.officer_id = o.officer_id), '[]')) as "officer",
           coalesce((select json_agg(json_build_object('absentId', d.absent_id, 'standInId', d.stand_in_id, 'unitId', d.unit_id, 'role', d.role,
                                                       'delegationId', d.delegation_id, 'fromOn', d.from_on, 'untilOn', d.until_on, 'endedAt', null)
                                     order by d.delegation_id)
                       from delegation d
                      where d.stand_in_id = o.officer_id and d.until_on >= ${today}::date and d.ended_at is null), '[]') as "delegations",
           extract(epoch from now() - s.last_used_at)::float8                as "idleSeconds"
      from auth.session s
      join auth.sign_in i on i.id = s.sign_in_id
      join officer o on o.officer_id = i.officer_id
     where s.id = ${sessionId}`.execute(db);
  return rows[0];
}

/** Notes that a session is in use. */
export async function touchSession(db: Db, sessionId: string): Promise<void> {
  await sql`update auth.session set last_used_at = now() where id = ${sessionId}`.execute(db);
}

export async function endSession(db: Db, sessionId: string): Promise<void> {
  await db.deleteFrom('auth.session').where('id', '=', sessionId).execute();
}

/** Ends the sessions whose day is over; their owners went home without signing out. */
export async function endOldSessions(db: Db): Promise<void> {
  await sql`delete from auth.session where expires_at < now()`.execute(db);
}

/** A member of staff for the list of sign-ins, at the first of his places. */
export type Staff = {
  readonly officerId: string;
  readonly name: string;
  readonly title: string;
  /** All that he is, the first being what he is at this place. */
  readonly roles: readonly Role[];
  readonly agencyId: string;
  readonly agencyName: string;
  readonly level: Level;
  readonly username: string | null;
};

/** All staff with a place, each once, always in the same order: by agency, then role. */
export async function listStaff(db: Db): Promise<Staff[]> {
  const { rows } = await sql<Staff>`
    with place as (
      select a.officer_id, a.role, g.position, g.agency_id, g.name, g.level, array_position(${[...roles]}::text[], a.role) as rank
        from assignment a join agency g using (agency_id)),
    first_place as (
      select distinct on (officer_id) * from place order by officer_id, rank, position)
    select o.officer_id  as "officerId",
           o.name        as "name",
           o.title       as "title",
           (select array_agg(p.role order by p.rank) from (select distinct role, rank from place where officer_id = o.officer_id) p) as "roles",
           f.agency_id   as "agencyId",
           f.name        as "agencyName",
           f.level       as "level",
           i.username    as "username"
      from first_place f
      join officer o using (officer_id)
      left join auth.sign_in i using (officer_id)
     order by f.position, f.rank, o.officer_id`.execute(db);
  return rows;
}

/** Gives officers their sign-ins; who has one keeps it. */
export async function insertSignIns(
  db: Db,
  signIns: readonly { readonly officerId: string; readonly username: string; readonly passwordHash: string }[],
): Promise<void> {
  const rows = signIns.map(({ officerId, username, passwordHash }) => ({ officer_id: officerId, username, password: passwordHash }));
  await sql`
    with wanted as (select * from jsonb_to_recordset(${JSON.stringify(rows)}) as w (officer_id uuid, username text, password text)),
    made as (insert into auth.sign_in (officer_id, username) select officer_id, username from wanted on conflict do nothing returning id, username)
    insert into auth.credential (sign_in_id, account_id, provider_id, password)
    select m.id, m.id::text, 'credential', w.password from made m join wanted w using (username)`.execute(db);
}
