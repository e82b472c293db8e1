import { randomBytes } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Day } from '#domain/calendar/day.ts';
import { openTasks } from '#domain/dossier/branches.ts';
import { nextDueAt } from '#domain/dossier/clock.ts';
import { type Birth, blank, type Dossier, type DossierState, type Standing, type Task } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { evolve, onWay, replay } from '#domain/dossier/evolve.ts';
import { type Act, type End, type Recorded, record, sealedPart } from '#domain/dossier/history.ts';
import { owesSomething } from '#domain/dossier/owed.ts';
import { fold } from '#domain/text/fold.ts';
import { appendTogether } from './append-together.ts';
import type { Db } from './db.ts';
import { sha256 } from './hashes.ts';
import { withInstants } from './instants.ts';
import type { Tables } from './tables.ts';

/** A dossier with the end of its history. */
export type Ended = { readonly dossierId: string; readonly dossier: Dossier; readonly end: End };

export type Loaded = Ended & {
  /** The first answer to the command, when it is already written down, and the digest of what it asked for. */
  readonly done: { readonly version: number; readonly request: string | null } | null;
};

/**
 * The dossier with this code as it stands; `undefined` if there is none.
 * What its row does not say is blank.
 * Takes no lock: what is decided on it is appended at its version or not at all. It does not grow with the history.
 */
export async function loadDossier(
  db: Db,
  code: string,
  act: { readonly commandId: string; readonly personId: string },
): Promise<Loaded | undefined> {
  const { rows } = await sql<LoadedRow>`-- prepared: load_dossier
    select * from load_dossier(${code}, ${act.commandId}, ${act.personId})`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  return {
    dossierId: row.dossier_id,
    dossier: onItsWay({ ...toBirth(row.birth, row.born_at), ...blank, ...withInstants(row.standing) }),
    end: { version: row.version, hash: row.last_hash },
    done: row.done_version === null ? null : { version: row.done_version, request: row.done_request },
  };
}

/** What is appended to: an id and, once it is born, the dossier and the end of its history. */
export type Appending = { readonly dossierId: string; readonly dossier: Dossier | null; readonly end: End | undefined };

/** What the row holds besides where the dossier stands; written when it is born. */
export type Labels = { readonly fieldId: string; readonly applicantName: string; readonly search: readonly string[] };

/**
 * Writes the events, the row they lead to, tasks, shares and the reactions they owe in one call, all or nothing.
 *
 * @param labels for a dossier that is born by these events
 * @throws RangeError without an event
 * @returns the version reached and where the dossier stands then, or null when it does not end as it did when it was decided on;
 *   for a command that is already written down its first answer, or null when that asked for something else
 */
export async function appendDossierEvents(
  db: Db,
  { dossierId, dossier, end }: Appending,
  events: readonly DossierEvent[],
  act: Act,
  labels: Labels = { fieldId: '', applicantName: '', search: [] },
): Promise<(Ended & { readonly version: number }) | null> {
  const before = end?.version ?? 0;
  const recorded = record(end, events, { ...act, dossierId, newSalt, sha256 });
  const last = recorded.at(-1);
  if (!last) throw new RangeError('There is no event to append');

  const after = dossier ? events.reduce(evolve, dossier) : replay(events);
  const { by, commandId } = act;
  const row = toRow(after, last, labels);
  const birth = dossier ? null : JSON.stringify(row);
  const { dueAt, ended, open } = taskChange(dossier, after, last.event.at);
  const shares = shareRows(dossierId, dossier, after);
  const branched = branchedRows(dossierId, dossier, after, last.event.at);
  const version = await appendTogether(db, dossierId, [
    ...[dossierId, before, end?.hash ?? '', commandId, by.personId, by.agencyId, by.role, last.seal?.request ?? ''],
    ...[birth, birth && searched(after.code, labels)],
    ...[row.state, row.received_at, row.due_at, row.ready_at, row.closed_at, row.withdrawal_asked, row.outcome],
    ...[JSON.stringify(row.standing), row.version, row.last_hash],
    ...[recorded.map(({ event }) => event.type), recorded.map(({ event }) => event.at)],
    ...[JSON.stringify(recorded.map(({ event }) => dataOf(event))), JSON.stringify(recorded.map(sealedPart))],
    ...[recorded.map(({ sealedDigest }) => sealedDigest), recorded.map(({ hash }) => hash)],
    recorded.map(({ event }) => owesSomething(event.type)),
    ...[dueAt, ended?.no, ended?.officerId, ended?.doneAt],
    ...[open?.no, open?.begins, open?.stepNo, open?.agencyId, open?.unitId, open?.role, open?.officerId],
    ...[open?.openedAt, open?.takenAt, open?.plannedAt],
    ...[shares.length > 0 ? JSON.stringify(shares) : null, branched && JSON.stringify(branched)],
  ]);
  return version === null ? null : { version, dossierId, dossier: after, end: { version: last.version, hash: last.hash } };
}

/** The whole history, in order; for reading and checking, never for deciding. */
export async function loadHistory(db: Db, dossierId: string): Promise<Recorded[]> {
  const rows = await db.selectFrom('dossier_event').selectAll().where('dossier_id', '=', dossierId).orderBy('version').execute();
  return rows.map((row) => toRecorded(row, withInstants(row.data)));
}

/** The dossier that a code means; `undefined` when there is none, or it is not born yet. */
export async function findDossierId(db: Db, code: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('dossier_code')
    .innerJoin('dossier', 'dossier.dossier_id', 'dossier_code.dossier_id')
    .select('dossier.dossier_id')
    .where('dossier_code.code', '=', code)
    .executeTakeFirst();
  return row?.dossier_id;
}

/** The end of a history as the dossier's row has it: without it nobody would miss the last events. */
export async function findDossierEnd(db: Db, dossierId: string): Promise<End | undefined> {
  const row = await db.selectFrom('dossier').select(['version', 'last_hash']).where('dossier_id', '=', dossierId).executeTakeFirst();
  return row && { version: row.version, hash: row.last_hash };
}

/** Gives the next running number of the agency's day. */
export async function nextCodeNumber(db: Db, agencyId: string, day: Day): Promise<number> {
  const { rows } = await sql<{ number: number }>`select next_code_number(${agencyId}, ${day}::date) as number`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('next_code_number gave none');
  return row.number;
}

/** The id and code of the dossier that this command asked for; `undefined` for a command not yet seen. */
export async function findCodeOfCommand(db: Db, commandId: string): Promise<NewCode | undefined> {
  const row = await db.selectFrom('dossier_code').select(['code', 'dossier_id']).where('command_id', '=', commandId).executeTakeFirst();
  return row && { code: row.code, dossierId: row.dossier_id };
}

/**
 * Keeps a code for the dossier that this command asks for. Sent twice at the same moment, both get the first one's.
 * A code that is lost by a crash is a gap, and a gap does no harm.
 */
export async function ensureCodeOfCommand(db: Db, commandId: string, { code, dossierId }: NewCode): Promise<NewCode> {
  await db
    .insertInto('dossier_code')
    .values({ code, dossier_id: dossierId, command_id: commandId })
    .onConflict((conflict) => conflict.column('command_id').doNothing())
    .execute();
  const kept = await findCodeOfCommand(db, commandId);
  if (!kept) throw new Error(`no code kept for command ${commandId}`);
  return kept;
}

export type NewCode = { readonly code: string; readonly dossierId: string };

/** How many dossiers were made for the demonstration. */
export async function countDemo(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('dossier')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('demo', '=', true)
    .executeTakeFirstOrThrow();
  return Number(count);
}

type LoadedRow = {
  readonly dossier_id: string;
  readonly version: number;
  readonly last_hash: string;
  readonly standing: Partial<Standing>;
  readonly birth: object;
  readonly born_at: Date;
  readonly done_version: number | null;
  readonly done_request: string | null;
};

export type EventRow = Selectable<Tables['dossier_event']>;

let saltsLeft = '';

/** 128 random bits. The machine is asked for many at once: asking costs more than what it gives. */
function newSalt(): string {
  if (saltsLeft === '') saltsLeft = randomBytes(16 * 128).toString('hex');
  const salt = saltsLeft.slice(0, 32);
  saltsLeft = saltsLeft.slice(32);
  return salt;
}

/** One that was moved to another version is on its way. */
function onItsWay(dossier: Dossier): Dossier {
  return dossier.movedTo ? onWay(dossier, dossier.movedTo) : dossier;
}

/** The first event's data are the birth, and what `evolve` reads besides. */
function toBirth(data: object, submittedAt: Date): Birth {
  const { task: _, files: __, ...birth } = data as Birth & { readonly task: unknown; readonly files: unknown };
  return { ...birth, submittedAt };
}

/** The row that a dossier leads to. */
export function toRow(
  dossier: Dossier,
  { dossierId, version, hash }: Recorded,
  { fieldId, applicantName }: Labels,
): Selectable<Tables['dossier']> {
  const {
    code,
    procedureId,
    procedureVersion,
    ruleSet: _,
    channel,
    trial,
    demo,
    receivingAgencyId,
    submittedAt,
    plan: __,
    promised: ___,
    routing: ____,
    given: _____,
    ...standing
  } = dossier;
  return {
    dossier_id: dossierId,
    code,
    procedure_id: procedureId,
    procedure_version: procedureVersion,
    field_id: fieldId,
    receiving_agency_id: receivingAgencyId,
    channel,
    trial,
    demo,
    submitted_at: submittedAt,
    applicant_name: applicantName,
    state: standing.state,
    received_at: standing.receivedAt,
    due_at: standing.dueAt,
    ready_at: standing.readyAt,
    closed_at: standing.closedAt,
    withdrawal_asked: standing.withdrawalAsked,
    outcome: standing.outcome,
    standing: said(standing),
    version,
    last_hash: hash,
  };
}

/** Where it stands without what is blank: a row that says only what there is to say is written faster. */
function said(standing: Standing): Partial<Standing> {
  return Object.fromEntries(Object.entries(standing).filter(([name, value]) => value !== blanks[name]));
}

const blanks: Readonly<Record<string, unknown>> = blank;

/** By what it is found. */
export function searched(code: string, { applicantName, search }: Omit<Labels, 'fieldId'>): string {
  return fold([applicantName, code, ...search].join(' '));
}

/** The task that ends and the one that begins, or the one that changed; neither when it is as it was. */
export function taskChange(before: Dossier | null, after: Dossier, at: Date) {
  if (before?.routing || after.routing) return { dueAt: null, ended: null, open: null };
  const was = before?.task ?? null;
  const is = after.task;
  const ends = was !== null && was.no !== is?.no;
  const isSame = was === is && before?.state === after.state && before?.dueAt === after.dueAt;
  return {
    dueAt: nextDueAt(after),
    ended: ends ? { no: was.no, officerId: was.officerId ?? after.doneBy[was.stepNo] ?? null, doneAt: at } : null,
    open: is && !isSame ? { ...is, begins: was?.no !== is.no } : null,
  };
}

/** What of a dossier on a way that branches, or that was moved to another version, is stored beside its row. */
export type BranchedRows = {
  readonly tasks: readonly Selectable<Tables['task']>[];
  readonly timers: readonly Selectable<Tables['timer']>[];
  readonly procedure_version: number;
};

/** @returns null where ways do not branch and the version is the one that it was born on */
export function branchedRows(dossierId: string, before: Dossier | null, after: Dossier, at: Date): BranchedRows | null {
  const isRouted = before?.routing !== undefined || after.routing !== undefined;
  if (!isRouted && !after.movedTo) return null;
  const dueAt = nextDueAt(after);
  const open = openTasks(after);
  const ended = before ? openTasks(before).filter(({ no }) => !open.some((task) => task.no === no)) : [];
  const rows = [
    ...ended.map((task) => ({ ...task, officerId: task.officerId ?? after.doneBy[task.stepNo] ?? null, doneAt: at })),
    ...open.map((task) => ({ ...task, doneAt: null })),
  ];
  return {
    tasks: isRouted ? rows.map((task) => taskRow(dossierId, task, dueAt, after.state)) : [],
    timers: (after.tokens ?? []).flatMap(({ nodeId, dueAt }) => (dueAt ? [{ dossier_id: dossierId, node_id: nodeId, due_at: dueAt }] : [])),
    procedure_version: after.procedureVersion,
  };
}

function taskRow(
  dossierId: string,
  { no, stepNo, agencyId, unitId, role, officerId, openedAt, takenAt, plannedAt, doneAt }: Task & { readonly doneAt: Date | null },
  dueAt: Date | null,
  state: DossierState,
): Selectable<Tables['task']> {
  return {
    dossier_id: dossierId,
    no,
    step_no: stepNo,
    agency_id: agencyId,
    unit_id: unitId,
    role,
    officer_id: officerId,
    opened_at: openedAt,
    taken_at: takenAt,
    planned_at: plannedAt,
    due_at: dueAt,
    state,
    done_at: doneAt,
  };
}

/** Rows of the shares that are new or changed. */
export function shareRows(dossierId: string, before: Dossier | null, after: Dossier): Selectable<Tables['share']>[] {
  const changed = after.shares.filter((share) => share !== before?.shares[share.no - 1]);
  return changed.map(({ no, agencyId, openedAt, dueAt, doneAt, outcome }) => ({
    dossier_id: dossierId,
    no,
    agency_id: agencyId,
    opened_at: openedAt,
    due_at: dueAt,
    done_at: doneAt,
    outcome,
  }));
}

/** What of an event is hashed in the clear and stored as its data. */
export function dataOf(event: DossierEvent): object {
  const { type: _, at: __, sealed: ___, ...data }: DossierEvent & { readonly sealed?: object | null } = event;
  return data;
}

/** @param data the event's own, with its instants, or as the text that was hashed where it is only checked */
export function toRecorded({ type, at, sealed, ...row }: Omit<EventRow, 'data'>, data: object): Recorded {
  return {
    dossierId: row.dossier_id,
    version: row.version,
    commandId: row.command_id,
    by: { personId: row.by_person, agencyId: row.for_agency, role: row.in_role },
    event: { type, at, ...data, sealed: sealed?.words ?? null } as DossierEvent,
    seal: sealed && { salt: sealed.salt, request: sealed.request },
    sealedDigest: row.sealed_digest,
    hash: row.hash,
  };
}
