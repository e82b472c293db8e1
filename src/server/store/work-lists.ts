import { type RawBuilder, sql } from 'kysely';
import type { Role } from '#domain/access/actor.ts';
import type { DossierState, SaidOf } from '#domain/dossier/dossier.ts';
import type { Db } from './db.ts';
import { withInstants } from './instants.ts';

/** A dossier that waits for somebody: one line of a work list. */
export type WorkLine = {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly applicantName: string;
  readonly state: DossierState;
  readonly trial: boolean;
  readonly demo: boolean;
  readonly withdrawalAsked: boolean;
  readonly taskNo: number;
  /** Whether other tasks of the dossier are open beside it. */
  readonly isOneOfSeveral: boolean;
  readonly stepNo: number;
  readonly agencyId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly officerId: string | null;
  readonly openedAt: Date;
  readonly takenAt: Date | null;
  readonly plannedAt: Date | null;
  /** When something is owed next: the answer to what is not received yet, else the result. */
  readonly dueAt: Date | null;
  readonly promisedAt: Date | null;
  readonly warned: SaidOf | null;
  readonly reported: SaidOf | null;
};

/** A unit's queue for one role. */
export type Queue = { readonly unitId: string; readonly role: Role };

/** Which lines: everyone's of these queues, those of one officer and of whom he acts for, or what nobody has yet; late ones only; those of whose time somebody was told, among those due before a moment; of one state or procedure. */
export type WorkFilter = {
  readonly officerIds?: readonly string[] | undefined;
  readonly untaken?: boolean | undefined;
  readonly overdueAt?: Date | undefined;
  readonly dueBetween?: readonly [from: Date, until: Date] | undefined;
  readonly warnedDueBefore?: Date | undefined;
  readonly procedureId?: string | undefined;
  readonly state?: DossierState | undefined;
};

/** Where a page ends: the next one begins after it. */
export type WorkPlace = { readonly dueAt: Date | null; readonly dossierId: string };

/**
 * A page of what waits in these queues, the most urgent first; that of which nothing is owed now, as its clock stands still or has ended, comes last.
 * Each queue is read from its own index, so that page 200 costs what page 1 costs.
 */
export async function listWork(
  db: Db,
  queues: readonly Queue[],
  filter: WorkFilter,
  after: WorkPlace | null,
  limit: number,
): Promise<WorkLine[]> {
  const units = queues.map(({ unitId }) => unitId);
  const roles = queues.map(({ role }) => role);
  const { rows } = await sql<WorkLine>`
    select d.dossier_id as "dossierId", d.code, d.procedure_id as "procedureId", d.procedure_version as "procedureVersion",
           d.applicant_name as "applicantName", t.state, d.trial, d.demo, d.withdrawal_asked as "withdrawalAsked",
           t.no as "taskNo", jsonb_array_length(coalesce(d.standing -> 'beside', '[]')) > 0 as "isOneOfSeveral",
           t.step_no as "stepNo", t.agency_id as "agencyId", t.unit_id as "unitId", t.role, t.officer_id as "officerId",
           t.opened_at as "openedAt", t.taken_at as "takenAt", t.planned_at as "plannedAt", t.due_at as "dueAt",
           (d.standing ->> 'promisedAt')::timestamptz as "promisedAt", d.standing -> 'warned' as "warned", d.standing -> 'reported' as "reported"
      from unnest(${units}::text[], ${roles}::text[]) as q (unit_id, role)
      cross join lateral (
        select * from task t
         where t.unit_id = q.unit_id and t.role = q.role and t.done_at is null ${where(filter)} ${beyond(after)}
         order by coalesce(t.due_at, 'infinity'), t.dossier_id
         limit ${limit}) t
      join dossier d on d.dossier_id = t.dossier_id
     order by coalesce(t.due_at, 'infinity'), t.dossier_id, t.no
     limit ${limit}`.execute(db);
  return rows.map(withInstants);
}

export type WorkCounts = {
  readonly all: number;
  readonly mine: number;
  readonly untaken: number;
  readonly overdue: number;
  readonly today: number;
  readonly warned: number;
};

/** How many lines each view of a work list has. */
export async function countWork(
  db: Db,
  queues: readonly Queue[],
  officerIds: readonly string[],
  { now, dayEndsAt, warnedDueBefore }: { readonly now: Date; readonly dayEndsAt: Date; readonly warnedDueBefore: Date },
): Promise<WorkCounts> {
  const { rows } = await sql<WorkCounts>`
    select count(*)::int                                                                    as "all",
           (count(*) filter (where t.officer_id = any (${officerIds}::uuid[])))::int           as "mine",
           (count(*) filter (where t.officer_id is null))::int                              as "untaken",
           (count(*) filter (where t.due_at < ${now}))::int                                 as "overdue",
           (count(*) filter (where t.due_at >= ${now} and t.due_at <= ${dayEndsAt}))::int   as "today",
           (count(*) filter (where ${isWarned(warnedDueBefore)}))::int                      as "warned"
      from unnest(${queues.map(({ unitId }) => unitId)}::text[], ${queues.map(({ role }) => role)}::text[]) as q (unit_id, role)
      join task t on t.unit_id = q.unit_id and t.role = q.role and t.done_at is null`.execute(db);
  return rows[0] ?? { all: 0, mine: 0, untaken: 0, overdue: 0, today: 0, warned: 0 };
}

/** The procedures of all that waits in these queues, by name. */
export async function listWorkProcedures(db: Db, queues: readonly Queue[]): Promise<{ procedureId: string; version: number }[]> {
  const { rows } = await sql<{ procedureId: string; version: number }>`
    select d.procedure_id as "procedureId", max(d.procedure_version) as "version"
      from unnest(${queues.map(({ unitId }) => unitId)}::text[], ${queues.map(({ role }) => role)}::text[]) as q (unit_id, role)
      join task t on t.unit_id = q.unit_id and t.role = q.role and t.done_at is null
      join dossier d on d.dossier_id = t.dossier_id
     group by d.procedure_id`.execute(db);
  return rows;
}

export type FoundDossier = {
  readonly code: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly applicantName: string;
  readonly state: DossierState;
  readonly dueAt: Date | null;
  readonly submittedAt: Date;
};

/** Dossiers that these agencies have or had, by a part of name, code or number, folded; the newest first. */
export function searchDossiers(db: Db, agencyIds: readonly string[], folded: string, limit: number): Promise<FoundDossier[]> {
  const like = `%${folded.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return listFound(db, agencyIds, sql`select dossier_id from dossier_search where folded like ${like}`, limit);
}

/** The dossier with this whole code, as a list of none or one: what codes have in common would make them slow to search by their parts. */
export function searchCode(db: Db, agencyIds: readonly string[], code: string): Promise<FoundDossier[]> {
  return listFound(db, agencyIds, sql`select dossier_id from dossier_code where code = ${code}`, 1);
}

async function listFound(db: Db, agencyIds: readonly string[], ids: RawBuilder<unknown>, limit: number): Promise<FoundDossier[]> {
  const { rows } = await sql<FoundDossier>`
    select d.code, d.procedure_id as "procedureId", d.procedure_version as "procedureVersion", d.applicant_name as "applicantName",
           d.state, d.due_at as "dueAt", d.submitted_at as "submittedAt"
      from (${ids}) s
      join dossier d on d.dossier_id = s.dossier_id
     where exists (select from task t where t.dossier_id = d.dossier_id and t.agency_id = any (${agencyIds}::text[]))
     order by d.submitted_at desc, d.dossier_id
     limit ${limit}`.execute(db);
  return rows;
}

/** Dossiers of this agency whose applicants have asked to have them back. */
export async function listWithdrawalsAsked(db: Db, agencyIds: readonly string[], limit: number): Promise<FoundDossier[]> {
  const { rows } = await sql<FoundDossier>`
    select d.code, d.procedure_id as "procedureId", d.procedure_version as "procedureVersion", d.applicant_name as "applicantName",
           d.state, d.due_at as "dueAt", d.submitted_at as "submittedAt"
      from dossier d
     where d.withdrawal_asked and d.receiving_agency_id = any (${agencyIds}::text[])
     order by d.dossier_id
     limit ${limit}`.execute(db);
  return rows;
}

/** Whether somebody was told at the task of the time that is appointed now: asked only where the time is near or over, which is nowhere else so. */
function isWarned(dueBefore: Date) {
  return sql<boolean>`(t.due_at < ${dueBefore} and t.state in ('received', 'in progress') and exists (
    select from dossier told cross join lateral (values (told.standing -> 'warned'), (told.standing -> 'reported')) as said (word)
     where told.dossier_id = t.dossier_id
       and greatest(told.due_at, (told.standing ->> 'promisedAt')::timestamptz) = (said.word ->> 'dueAt')::timestamptz
       and said.word -> 'taskNos' @> to_jsonb(t.no)))`;
}

function where({ officerIds, untaken, overdueAt, dueBetween, warnedDueBefore, procedureId, state }: WorkFilter) {
  return sql.join(
    [
      officerIds === undefined ? sql`` : sql`and t.officer_id = any (${officerIds}::uuid[])`,
      untaken ? sql`and t.officer_id is null` : sql``,
      overdueAt === undefined ? sql`` : sql`and t.due_at < ${overdueAt}`,
      dueBetween === undefined ? sql`` : sql`and t.due_at between ${dueBetween[0]} and ${dueBetween[1]}`,
      warnedDueBefore === undefined ? sql`` : sql`and coalesce(t.due_at, 'infinity') < ${warnedDueBefore} and ${isWarned(warnedDueBefore)}`,
      procedureId === undefined
        ? sql``
        : sql`and exists (select from dossier filtered where filtered.dossier_id = t.dossier_id and filtered.procedure_id = ${procedureId})`,
      state === undefined ? sql`` : sql`and t.state = ${state}`,
    ],
    sql` `,
  );
}

function beyond(after: WorkPlace | null) {
  if (!after) return sql``;
  return sql`and (coalesce(t.due_at, 'infinity'), t.dossier_id) > (coalesce(${after.dueAt}::timestamptz, 'infinity'), ${after.dossierId}::uuid)`;
}
