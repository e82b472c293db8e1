import { type RawBuilder, sql } from 'kysely';
import type { Level } from '#domain/agency/agency.ts';
import type { Day } from '#domain/calendar/day.ts';
import type { CatalogueTotals } from '#domain/procedure/catalogue-totals.ts';
import { meantBy } from '#domain/procedure/everyday.ts';
import { type Candidate, type Filters, rankProcedures, searchedOf, wordsOf } from '#domain/procedure/search.ts';
import { fold } from '#domain/text/fold.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import type { Db } from './db.ts';

/** What was published, with the end that was set since. */
const document = sql`v.document || jsonb_build_object('inForceUntil', v.in_force_until) as document`;

/** The version that is in force on a day; the newest, should there be two. */
export async function findProcedure(db: Db, procedureId: string, on: Day): Promise<PublishedVersion | undefined> {
  const { rows } = await sql<{ document: PublishedVersion }>`
    select ${document} from procedure_version v
     where procedure_id = ${procedureId} and ${inForce(on)}
     order by version desc
     limit 1`.execute(db);
  return rows[0]?.document;
}

/** The most working hours before a due time at which any version has somebody warned; null when none says a number. */
export async function findLongestWarning(db: Db): Promise<number | null> {
  const { rows } = await sql<{ hours: number | null }>`
    select max((document ->> 'warnsBefore')::float8) as hours from procedure_version`.execute(db);
  return rows[0]?.hours ?? null;
}

/** Any version that was ever published. */
export async function findProcedureVersion(db: Db, procedureId: string, version: number): Promise<PublishedVersion | undefined> {
  const { rows } = await sql<{ document: PublishedVersion }>`
    select ${document} from procedure_version v where procedure_id = ${procedureId} and version = ${version}`.execute(db);
  return rows[0]?.document;
}

/** The procedures with this national code that are in force: one for each level that publishes it. */
export async function listProceduresOfCode(db: Db, code: string, on: Day): Promise<PublishedVersion[]> {
  const { rows } = await sql<{ document: PublishedVersion }>`
    select ${document}
      from procedure p
      join procedure_version v using (procedure_id)
     where p.code = ${code} and ${inForce(on)}
     order by p.level, v.procedure_id`.execute(db);
  return rows.map(({ document }) => document);
}

/** All procedures of a level that are in force, by field and name. */
export async function listProceduresOfLevel(db: Db, level: Level, on: Day): Promise<PublishedVersion[]> {
  const { rows } = await sql<{ document: PublishedVersion }>`
    select v.document
      from procedure p
      join procedure_version v using (procedure_id)
      join field f using (field_id)
     where p.level = ${level} and ${inForce(on)}
     order by f.position, v.name collate "vi-x-icu", v.procedure_id`.execute(db);
  return rows.map(({ document }) => document);
}

export type ProcedureSearch = {
  /** As typed, with or without tone marks; empty for all. */
  readonly query: string;
  readonly filters: Filters;
  /** The procedure that stood last on the page before. */
  readonly after: string | null;
  readonly limit: number;
  readonly on: Day;
};

export type FoundProcedures = {
  readonly total: number;
  readonly procedures: readonly PublishedVersion[];
  /** To be handed in as `after` for the next page; null on the last one. */
  readonly next: string | null;
  /** How many would be found with each value of a filter, the other filters as they are. */
  readonly counts: Readonly<Record<keyof Filters, Readonly<Record<string, number>>>>;
};

/** Procedures in force that fit what is searched, the best first: the table finds what may fit, the rulebook ranks and counts. */
export async function searchProcedures(db: Db, { query, filters, after, limit, on }: ProcedureSearch): Promise<FoundProcedures> {
  const { rows } = await sql<Candidate>`
    select v.procedure_id as "procedureId", p.code, p.level, v.field_id as "fieldId", v.reception, v.interlink,
           v.name, v.folded, v.searched
      from procedure_version v
      join procedure p using (procedure_id)
     where ${inForce(on)} and ${mayFit(query)}`.execute(db);
  const { found, counts } = rankProcedures(query, filters, rows);
  const from = after === null ? 0 : found.findIndex(({ procedureId }) => procedureId === after) + 1;
  const page = found.slice(from, from + limit).map(({ procedureId }) => procedureId);
  const next = from + limit < found.length ? (page.at(-1) ?? null) : null;
  return { total: found.length, procedures: await listDocuments(db, page, on), next, counts };
}

async function listDocuments(db: Db, procedureIds: readonly string[], on: Day): Promise<PublishedVersion[]> {
  const { rows } = await sql<{ document: PublishedVersion }>`
    select ${document}
      from unnest(${procedureIds}::text[]) with ordinality as wanted (procedure_id, no)
      join procedure_version v using (procedure_id)
     where ${inForce(on)}
     order by no`.execute(db);
  return rows.map(({ document }) => document);
}

/** Every word stands somewhere in it, as typed or as procedures are called, or the whole is written much like a part of it; by the index of what is searched. */
export function mayFit(query: string): RawBuilder<boolean> {
  return sql`(${sql.join(meantBy(query).map(fitsWords), sql` or `)})`;
}

function fitsWords(text: string): RawBuilder<boolean> {
  const words = wordsOf(text);
  if (words.length === 0) return sql`true`;
  const parts = words.map((word) => sql`v.searched like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`);
  return sql`(${sql.join(parts, sql` and `)} or ${words.join(' ')} <% v.searched)`;
}

/** Of the versions in force on a day only the newest. */
function inForce(on: Day): RawBuilder<boolean> {
  return sql`v.in_force_from <= ${on}::date and (v.in_force_until is null or v.in_force_until > ${on}::date)
    and not exists (select from procedure_version newer
                     where newer.procedure_id = v.procedure_id and newer.version > v.version
                       and newer.in_force_from <= ${on}::date and (newer.in_force_until is null or newer.in_force_until > ${on}::date))`;
}

/** Counts the catalogue that is in force, district and commune by themselves. */
export async function countProcedures(db: Db, on: Day): Promise<CatalogueTotals> {
  const { rows } = await sql<CatalogueTotals>`
    with v as (
      select p.level, v.field_id, v.reception, v.interlink,
             (v.document #>> '{committedTime,value}')::numeric < (v.document #>> '{legalTime,value}')::numeric as cut
        from procedure_version v
        join procedure p using (procedure_id)
       where ${inForce(on)})
    select ${totalsOf('district')} as "district", ${totalsOf('commune')} as "commune"`.execute(db);
  const [totals] = rows;
  if (!totals) throw new Error('A count gave no row');
  return totals;
}

function totalsOf(level: string): RawBuilder<unknown> {
  return sql`(
    select json_build_object(
             'procedures', count(*), 'fields', count(distinct field_id),
             'cut', count(*) filter (where cut), 'cutFields', count(distinct field_id) filter (where cut),
             'received', count(*) filter (where reception <> 'agency'),
             'receivedFields', count(distinct field_id) filter (where reception <> 'agency'),
             'notReceived', count(*) filter (where reception = 'agency'),
             'threeLevel', count(*) filter (where interlink = 'three-level'),
             'threeLevelFields', count(distinct field_id) filter (where interlink = 'three-level'))
      from v where level = ${level})`;
}

/**
 * Publishes versions that are new, and ends those whose end is set.
 *
 * One that ended when a later one was published stays ended, whatever an older file says.
 *
 * @returns how many were new or ended, and those that stand there already with other words: a published version is never changed
 */
export async function ensureProcedureVersions(
  db: Db,
  versions: readonly PublishedVersion[],
): Promise<{ readonly published: number; readonly altered: readonly string[] }> {
  const rows = JSON.stringify(versions.map(toRow));
  const altered = await sql<{ procedureId: string }>`
    select v.procedure_id as "procedureId"
      from jsonb_populate_recordset(null::procedure_version, ${rows}) v
      join procedure_version kept using (procedure_id, version)
     where kept.document - 'inForceUntil' <> v.document - 'inForceUntil'
     order by 1`.execute(db);
  await sql`
    insert into procedure
    select v.procedure_id, v.document ->> 'code', v.document ->> 'level'
      from jsonb_populate_recordset(null::procedure_version, ${rows}) v
    on conflict (procedure_id) do nothing`.execute(db);
  const { numAffectedRows } = await sql`
    insert into procedure_version select * from jsonb_populate_recordset(null::procedure_version, ${rows})
    on conflict (procedure_id, version) do update set in_force_until = excluded.in_force_until
     where procedure_version.in_force_until is distinct from excluded.in_force_until
       and (excluded.in_force_until is not null
            or not exists (select from procedure_version later
                            where later.procedure_id = excluded.procedure_id and later.version > excluded.version))`.execute(db);
  return { published: Number(numAffectedRows ?? 0), altered: altered.rows.map(({ procedureId }) => procedureId) };
}

function toRow(version: PublishedVersion) {
  return {
    procedure_id: version.procedureId,
    version: version.version,
    field_id: version.fieldId,
    deciding_agency_id: version.decidingAgencyId,
    reception: version.reception,
    interlink: version.interlink,
    in_force_from: version.inForceFrom,
    in_force_until: version.inForceUntil,
    name: version.name,
    folded: fold(version.name),
    searched: searchedOf(version),
    document: version,
  };
}
