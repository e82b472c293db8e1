import { sql } from 'kysely';
import type { Level } from '#domain/agency/agency.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import type { Db } from './db.ts';
import { mayFit } from './procedures.ts';

/** A procedure as the officer who controls procedures lists it: its newest version, and the draft that is open. */
export type ControlledProcedure = {
  readonly procedureId: string;
  readonly code: string | null;
  readonly level: Level;
  readonly name: string;
  readonly version: number;
  readonly inForceFrom: string;
  readonly inForceUntil: string | null;
  readonly isDrawn: boolean;
  readonly draftAt: Date | null;
  readonly draftBy: string | null;
};

export type ControlledAsked = {
  /** As typed; empty for all. */
  readonly query: string;
  readonly onlyDrafts: boolean;
  /** The procedure that stood last on the page before. */
  readonly after: string | null;
};

/** With fewer that fit, they are looked for; with more, a page is full soon on the way through all. */
const few = 1000;

/** Procedures by their id, whether in force or not. */
export async function listControlledProcedures(
  db: Db,
  { query, onlyDrafts, after }: ControlledAsked,
  limit: number,
): Promise<ControlledProcedure[]> {
  const fitting = query === '' ? null : await listFitting(db, query);
  const { rows } = await sql<ControlledProcedure>`
    select p.procedure_id as "procedureId", p.code, p.level, v.name, v.version, v.in_force_from as "inForceFrom",
           v.in_force_until as "inForceUntil", v.document ? 'workflow' as "isDrawn", d.at as "draftAt", d.officer_id as "draftBy"
      from procedure p
      join lateral (select * from procedure_version where procedure_id = p.procedure_id order by version desc limit 1) v on true
      left join lateral (
        select * from (select act, at, officer_id from workflow_draft where procedure_id = p.procedure_id order by version desc limit 1) last
         where act in ('saved', 'imported')) d on true
     where p.procedure_id > ${after ?? ''} and ${mayFit(query)}
       and ${fitting ? sql`p.procedure_id = any(${fitting}::text[])` : sql`true`}
       and ${onlyDrafts ? sql`d.at is not null and p.procedure_id in (select procedure_id from workflow_draft)` : sql`true`}
     order by p.procedure_id
     limit ${limit}`.execute(db);
  return rows;
}

/**
 * Procedures of which some version fits what is searched; null when they are not few. Materialised, so that the index is asked: for a
 * thousand rows alone all of them would be read, which takes seconds where hardly any fits.
 */
async function listFitting(db: Db, query: string): Promise<readonly string[] | null> {
  const { rows } = await sql<{ procedureId: string }>`
    with fitting as materialized (select procedure_id from procedure_version v where ${mayFit(query)})
    select procedure_id as "procedureId" from fitting limit ${few + 1}`.execute(db);
  return rows.length > few ? null : rows.map(({ procedureId }) => procedureId);
}

/** Every version that was ever published, the newest first. */
export async function listProcedureVersions(db: Db, procedureId: string): Promise<PublishedVersion[]> {
  const { rows } = await sql<{ document: PublishedVersion }>`
    select document || jsonb_build_object('inForceUntil', in_force_until) as document
      from procedure_version where procedure_id = ${procedureId} order by version desc`.execute(db);
  return rows.map(({ document }) => document);
}

/** The version that was published last, whether it is in force yet or not. */
export async function findNewestVersion(db: Db, procedureId: string): Promise<PublishedVersion | undefined> {
  const { rows } = await sql<{ document: PublishedVersion }>`
    select document || jsonb_build_object('inForceUntil', in_force_until) as document
      from procedure_version where procedure_id = ${procedureId} order by version desc limit 1`.execute(db);
  return rows[0]?.document;
}
