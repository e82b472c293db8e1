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

/** Procedures by their id, whether in force or not. */
export async function listControlledProcedures(
  db: Db,
  { query, onlyDrafts, after }: ControlledAsked,
  limit: number,
): Promise<ControlledProcedure[]> {
  const { rows } = await sql<ControlledProcedure>`
    select p.procedure_id as "procedureId", p.code, p.level, v.name, v.version, v.in_force_from as "inForceFrom",
           v.in_force_until as "inForceUntil", v.document ? 'workflow' as "isDrawn", d.at as "draftAt", d.officer_id as "draftBy"
      from procedure p
      join lateral (select * from procedure_version where procedure_id = p.procedure_id order by version desc limit 1) v on true
      left join lateral (
        select * from (select act, at, officer_id from workflow_draft where procedure_id = p.procedure_id order by version desc limit 1) last
         where act in ('saved', 'imported')) d on true
     where p.procedure_id > ${after ?? ''} and ${mayFit(query)}
       and ${onlyDrafts ? sql`d.at is not null and p.procedure_id in (select procedure_id from workflow_draft)` : sql`true`}
     order by p.procedure_id
     limit ${limit}`.execute(db);
  return rows;
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
