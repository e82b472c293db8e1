import { sql } from 'kysely';
import type { Delegation } from '#domain/access/delegation.ts';
import { dayOf } from '#domain/calendar/day.ts';
import type { Db } from './db.ts';

const columns = sql`
  d.delegation_id as "delegationId", d.absent_id as "absentId", d.stand_in_id as "standInId", d.agency_id as "agencyId", d.unit_id as "unitId",
  d.role, d.from_on as "fromOn", d.until_on as "untilOn", d.ground, d.made_at as "madeAt", d.made_by as "madeBy", d.ended_at as "endedAt"`;

/**
 * All delegations in which these officers are absent, ended ones too. In a transaction, whoever asks for one of them at the same moment
 * waits for its end: so two that overlap cannot both be new.
 */
export async function lockDelegationsOf(db: Db, officerIds: readonly string[]): Promise<Delegation[]> {
  await sql`
    select from officer where officer_id = any (${officerIds}::uuid[]) order by officer_id for no key update`.execute(db);
  const { rows } = await sql<Delegation>`
    select ${columns} from delegation d where d.absent_id = any (${officerIds}::uuid[]) order by d.from_on, d.delegation_id`.execute(db);
  return rows;
}

/** Delegations of these units that are not over on the day of this moment, or ended lately, the soonest first. */
export async function listDelegations(db: Db, unitIds: readonly string[], since: Date): Promise<Delegation[]> {
  const { rows } = await sql<Delegation>`
    select ${columns} from delegation d
     where d.unit_id = any (${unitIds}::text[]) and d.until_on >= ${dayOf(since)}::date
     order by d.from_on, d.delegation_id`.execute(db);
  return rows;
}

export async function findDelegation(db: Db, delegationId: string): Promise<Delegation | undefined> {
  const { rows } = await sql<Delegation>`select ${columns} from delegation d where d.delegation_id = ${delegationId}`.execute(db);
  return rows[0];
}

export async function insertDelegation(db: Db, made: Delegation): Promise<void> {
  await db
    .insertInto('delegation')
    .values({
      delegation_id: made.delegationId,
      absent_id: made.absentId,
      stand_in_id: made.standInId,
      agency_id: made.agencyId,
      unit_id: made.unitId,
      role: made.role,
      from_on: made.fromOn,
      until_on: made.untilOn,
      ground: made.ground,
      made_at: made.madeAt,
      made_by: made.madeBy,
      ended_at: null,
      ended_by: null,
    })
    .execute();
}

/** Ends it, unless it has ended already. */
export async function endDelegation(db: Db, delegationId: string, endedAt: Date, endedBy: string): Promise<void> {
  await db
    .updateTable('delegation')
    .set({ ended_at: endedAt, ended_by: endedBy })
    .where('delegation_id', '=', delegationId)
    .where('ended_at', 'is', null)
    .execute();
}
