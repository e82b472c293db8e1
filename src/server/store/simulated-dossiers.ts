import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { evolve, replay } from '#domain/dossier/evolve.ts';
import { type Act, type Recorded, record, sealedPart } from '#domain/dossier/history.ts';
import type { Rating } from '#domain/rating/rating.ts';
import type { Db } from './db.ts';
import { dataOf, type Labels, searched, shareRows, taskChange, toRow } from './dossiers.ts';
import { sha256 } from './hashes.ts';
import type { Tables } from './tables.ts';

/** What somebody did, with the events that were decided. */
export type WholeAct = Act & { readonly events: readonly DossierEvent[] };

/** A dossier whose whole life is known: every act, and what the applicant said of the service in the end. */
export type WholeDossier = {
  readonly dossierId: string;
  readonly acts: readonly WholeAct[];
  readonly labels: Labels;
  readonly rating: (Rating & { readonly ratedAt: Date }) | null;
  readonly decidingAgencyId: string;
  readonly newSalt: () => string;
};

/** The same with its history written down, act by act. */
export type RecordedDossier = Omit<WholeDossier, 'acts' | 'newSalt'> & {
  readonly acts: readonly { readonly commandId: string; readonly recorded: readonly Recorded[] }[];
};

/** Says what an act really was, from the history before it. */
export type Finish = (act: WholeAct, history: readonly Recorded[]) => WholeAct | Promise<WholeAct>;

/** Seals and chains a whole life, act by act. */
export async function recordDossier({ newSalt, ...whole }: WholeDossier, finish: Finish = (act) => act): Promise<RecordedDossier> {
  const { dossierId } = whole;
  const history: Recorded[] = [];
  const acts: { commandId: string; recorded: readonly Recorded[] }[] = [];
  for (const decided of whole.acts) {
    const { events, ...act } = await finish(decided, history);
    const recorded = record(history.at(-1), events, { ...act, dossierId, newSalt, sha256 });
    history.push(...recorded);
    acts.push({ commandId: act.commandId, recorded });
  }
  return { ...whole, acts };
}

type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;

/** Rows of many dossiers, as `append_dossier_events` would have written them act by act. */
export type DossierRows = {
  readonly dossier_code: Row<'dossier_code'>[];
  readonly dossier: Row<'dossier'>[];
  readonly dossier_search: Row<'dossier_search'>[];
  readonly dossier_event: Row<'dossier_event'>[];
  readonly task: Row<'task'>[];
  readonly share: Row<'share'>[];
  readonly rating: Row<'rating'>[];
};

/** The rows that whole lives lead to: events, dossiers, tasks and shares as they stand in the end, ratings. Nothing is owed. */
export function rowsOf(dossiers: readonly RecordedDossier[]): DossierRows {
  const rows: DossierRows = { dossier_code: [], dossier: [], dossier_search: [], dossier_event: [], task: [], share: [], rating: [] };
  for (const dossier of dossiers) addRows(rows, dossier);
  return rows;
}

/** Where the numbers that were given stand: of an agency's day, or of its year. */
export type Given = { readonly agencyId: string; readonly period: string; readonly number: number };

/**
 * Writes them down in one statement, with the numbers that were given to them, all or nothing.
 * Each column goes as one text that PostgreSQL splits: a third of the time that a JSON of rows takes.
 */
export async function insertDossiers(db: Db, rows: DossierRows, codes: readonly Given[], results: readonly Given[]): Promise<void> {
  const { dossier_code, dossier, dossier_search, dossier_event, task, share, rating } = rows;
  await sql`
    with codes as (
      insert into dossier_code (code, dossier_id, command_id)
      select code, dossier_id::uuid, command_id::uuid
        from ${columns(dossier_code, ['code', 'dossier_id', 'command_id'])}
    ), dossiers as (
      insert into dossier (dossier_id, code, procedure_id, procedure_version, field_id, receiving_agency_id, channel, trial, demo,
                           submitted_at, applicant_name, state, received_at, due_at, ready_at, closed_at, withdrawal_asked, outcome,
                           standing, version, last_hash)
      select dossier_id::uuid, code, procedure_id, procedure_version::int, field_id, receiving_agency_id, channel, trial::boolean, demo::boolean,
             submitted_at::timestamptz, applicant_name, state, received_at::timestamptz, due_at::timestamptz, ready_at::timestamptz,
             closed_at::timestamptz, withdrawal_asked::boolean, outcome, standing::jsonb, version::int, last_hash
        from ${columns(dossier, [
          ...['dossier_id', 'code', 'procedure_id', 'procedure_version', 'field_id', 'receiving_agency_id', 'channel', 'trial', 'demo'],
          ...['submitted_at', 'applicant_name', 'state', 'received_at', 'due_at', 'ready_at', 'closed_at', 'withdrawal_asked', 'outcome'],
          ...['standing', 'version', 'last_hash'],
        ])}
    ), searches as (
      insert into dossier_search (dossier_id, folded)
      select dossier_id::uuid, folded from ${columns(dossier_search, ['dossier_id', 'folded'])}
    ), events as (
      insert into dossier_event (dossier_id, version, command_id, type, at, by_person, for_agency, in_role, data, sealed, sealed_digest, hash)
      select dossier_id::uuid, version::int, command_id::uuid, type, at::timestamptz, by_person::uuid, for_agency, in_role,
             data::jsonb, sealed::jsonb, sealed_digest, hash
        from ${columns(dossier_event, [
          ...['dossier_id', 'version', 'command_id', 'type', 'at', 'by_person', 'for_agency', 'in_role', 'data', 'sealed'],
          ...['sealed_digest', 'hash'],
        ])}
    ), tasks as (
      insert into task (dossier_id, no, step_no, agency_id, unit_id, role, officer_id, opened_at, taken_at, planned_at, due_at, state, done_at)
      select dossier_id::uuid, no::int, step_no::int, agency_id, unit_id, role, officer_id::uuid, opened_at::timestamptz,
             taken_at::timestamptz, planned_at::timestamptz, due_at::timestamptz, state, done_at::timestamptz
        from ${columns(task, [
          ...['dossier_id', 'no', 'step_no', 'agency_id', 'unit_id', 'role', 'officer_id', 'opened_at', 'taken_at', 'planned_at', 'due_at'],
          ...['state', 'done_at'],
        ])}
    ), shares as (
      insert into share (dossier_id, no, agency_id, opened_at, due_at, done_at, outcome)
      select dossier_id::uuid, no::int, agency_id, opened_at::timestamptz, due_at::timestamptz, done_at::timestamptz, outcome
        from ${columns(share, ['dossier_id', 'no', 'agency_id', 'opened_at', 'due_at', 'done_at', 'outcome'])}
    ), ratings as (
      insert into rating (dossier_id, receiving_agency_id, deciding_agency_id, field_id, trial, score, aspects, comment, rated_at)
      select dossier_id::uuid, receiving_agency_id, deciding_agency_id, field_id, trial::boolean, score::smallint, aspects::jsonb,
             comment, rated_at::timestamptz
        from ${columns(rating, [
          ...['dossier_id', 'receiving_agency_id', 'deciding_agency_id', 'field_id', 'trial', 'score', 'aspects', 'comment', 'rated_at'],
        ])}
    ), given_codes as (
      insert into code_counter
      select * from unnest(${agenciesOf(codes)}::text[], ${periodsOf(codes)}::date[], ${numbersOf(codes)}::int[])
      on conflict (agency_id, day) do update set last_number = greatest(code_counter.last_number, excluded.last_number)
    )
    insert into result_counter
    select * from unnest(${agenciesOf(results)}::text[], ${periodsOf(results)}::int[], ${numbersOf(results)}::int[])
    on conflict (agency_id, year) do update set last_number = greatest(result_counter.last_number, excluded.last_number)`.execute(db);
}

/** Signs that no value holds: JSON writes them otherwise, and no text of ours has them. */
const [between, none] = ['\u001e', '\u001d'];

/** Rows as PostgreSQL reads them from one text for each column. */
function columns(rows: readonly object[], names: readonly string[]): RawBuilder<unknown> {
  const texts = names.map((name) => {
    const joined = rows.map((row) => textOf(Reflect.get(row, name))).join(between);
    // A text that is empty is split into nothing: it is the one row's.
    return joined === '' ? sql`unnest(array[''])` : sql`string_to_table(${joined}, ${between}, ${none})`;
  });
  return rows.length === 0
    ? sql`(select ${sql.join(names.map((name) => sql`null::text as ${sql.ref(name)}`))} where false) none`
    : sql`rows from (${sql.join(texts)}) as one (${sql.join(names.map((name) => sql.ref(name)))})`;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null) return none;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Numbers that are taken already, from a day on. */
export async function listGiven(db: Db, from: Day): Promise<{ readonly codes: readonly Given[]; readonly results: readonly Given[] }> {
  const codes = await db.selectFrom('code_counter').selectAll().where('day', '>=', from).execute();
  const results = await db.selectFrom('result_counter').selectAll().execute();
  return {
    codes: codes.map(({ agency_id, day, last_number }) => ({ agencyId: agency_id, period: day, number: last_number })),
    results: results.map(({ agency_id, year, last_number }) => ({ agencyId: agency_id, period: String(year), number: last_number })),
  };
}

/** Code by dossier of what was made for demonstrations. */
export async function listDemoCodes(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('dossier').select(['dossier_id', 'code']).where('demo', '=', true).execute();
  return new Map(rows.map(({ dossier_id, code }) => [dossier_id, code]));
}

/** Whether there is a dossier that was not made for a demonstration. */
export async function hasRealDossier(db: Db): Promise<boolean> {
  const row = await db.selectFrom('dossier').select('dossier_id').where('demo', '=', false).limit(1).executeTakeFirst();
  return row !== undefined;
}

function addRows(rows: DossierRows, { dossierId, acts, labels, rating, decidingAgencyId }: RecordedDossier): void {
  const tasks = new Map<number, Row<'task'>>();
  const shares = new Map<number, Row<'share'>>();
  let dossier: Dossier | null = null;
  let last: Recorded | undefined;
  for (const { recorded } of acts) {
    for (const one of recorded) rows.dossier_event.push(eventRow(one));
    last = recorded.at(-1);
    if (!last) throw new RangeError('There is no event to append');
    const events = recorded.map(({ event }) => event);
    const before: Dossier | null = dossier;
    dossier = before ? events.reduce(evolve, before) : replay(events);
    changeTasks(tasks, dossierId, before, dossier, last.event.at);
    for (const share of shareRows(dossierId, before, dossier)) shares.set(share.no, share);
  }
  const [first] = acts;
  if (!dossier || !last || !first) throw new RangeError('There is no act');
  rows.dossier_code.push({ code: dossier.code, dossier_id: dossierId, command_id: first.commandId });
  rows.dossier.push(toRow(dossier, last, labels));
  if (rating) rows.rating.push(ratingRow(dossierId, dossier, rating, { fieldId: labels.fieldId, decidingAgencyId }));
  rows.dossier_search.push({ dossier_id: dossierId, folded: searched(dossier.code, labels) });
  rows.task.push(...tasks.values());
  rows.share.push(...shares.values());
}

/** As `append_dossier_events` changes them: the one that ends, then the one that begins or goes on. */
function changeTasks(tasks: Map<number, Row<'task'>>, dossierId: string, before: Dossier | null, after: Dossier, at: Date): void {
  const { dueAt, ended, open } = taskChange(before, after, at);
  const changed = { due_at: dueAt, state: after.state };
  const done = ended && tasks.get(ended.no);
  if (done) tasks.set(done.no, { ...done, ...changed, officer_id: ended.officerId, done_at: ended.doneAt });
  if (!open) return;
  const { no, stepNo, agencyId, unitId, role, officerId, openedAt, takenAt, plannedAt } = open;
  const begun = {
    dossier_id: dossierId,
    no,
    step_no: stepNo,
    agency_id: agencyId,
    unit_id: unitId,
    role,
    opened_at: openedAt,
    done_at: null,
  };
  const row = (!open.begins && tasks.get(no)) || begun;
  tasks.set(no, { ...row, ...changed, officer_id: officerId, taken_at: takenAt, planned_at: plannedAt });
}

function eventRow(recorded: Recorded): Row<'dossier_event'> {
  const { dossierId, version, commandId, by, event, sealedDigest, hash } = recorded;
  return {
    dossier_id: dossierId,
    version,
    command_id: commandId,
    type: event.type,
    at: event.at,
    by_person: by.personId,
    for_agency: by.agencyId,
    in_role: by.role,
    data: dataOf(event),
    sealed: sealedPart(recorded),
    sealed_digest: sealedDigest,
    hash,
  };
}

type Rated = NonNullable<WholeDossier['rating']>;

function ratingRow(
  dossierId: string,
  { receivingAgencyId, trial }: Dossier,
  { score, aspects, comment, ratedAt }: Rated,
  { fieldId, decidingAgencyId }: { readonly fieldId: string; readonly decidingAgencyId: string },
): Row<'rating'> {
  return {
    dossier_id: dossierId,
    receiving_agency_id: receivingAgencyId,
    deciding_agency_id: decidingAgencyId,
    field_id: fieldId,
    trial,
    score,
    aspects,
    comment,
    rated_at: ratedAt,
  };
}

function agenciesOf(given: readonly Given[]): string[] {
  return given.map(({ agencyId }) => agencyId);
}

function periodsOf(given: readonly Given[]): string[] {
  return given.map(({ period }) => period);
}

function numbersOf(given: readonly Given[]): number[] {
  return given.map(({ number }) => number);
}
