import { type RawBuilder, sql } from 'kysely';
import type { DossierState, Outcome } from '#domain/dossier/dossier.ts';
import type { Figure, FigureCounts } from '#domain/indicator/figures.ts';
import type { Db } from '#server/store/db.ts';

/** A day, and the moment at which one looks. */
export type DayLooked = { readonly from: Date; readonly until: Date; readonly now: Date };

/** Whose: of one field, in the hands of one unit, or by what one agency's share came to; all when none is named. */
export type Slice = {
  readonly fieldId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly shareOf?: string | undefined;
};

/** What a figure counts, in one place for the count and for the list behind it. What is tried out counts nowhere. */
function counts(figure: Figure, { from, until, now }: DayLooked): RawBuilder<boolean> {
  switch (figure) {
    case 'received':
      return sql`(d.received_at >= ${from} and d.received_at < ${until})`;
    case 'unseen':
      return sql`(d.state = 'submitted')`;
    case 'in progress':
      return sql`(d.state in ('received', 'in progress'))`;
    case 'awaiting supplement':
      return sql`(d.state = 'awaiting supplement')`;
    case 'standing still':
      return sql`(d.state in ('awaiting payment', 'suspended'))`;
    case 'due today':
      // What fell due earlier today is overdue: nothing is counted in both.
      return sql`(d.state in ('received', 'in progress') and d.due_at >= greatest(${from}::timestamptz, ${now}::timestamptz) and d.due_at < ${until})`;
    case 'overdue':
      return sql`(d.state in ('received', 'in progress') and d.due_at < ${now})`;
    case 'early':
    case 'on time':
    case 'late':
      return sql`(d.outcome = ${figure} and d.ready_at >= ${from} and d.ready_at < ${until})`;
    case 'returned':
      return sql`(d.state = 'returned' and d.closed_at >= ${from} and d.closed_at < ${until})`;
  }
}

function allCounts(day: DayLooked): RawBuilder<unknown> {
  const of = (figure: Figure) => sql`(count(*) filter (where ${counts(figure, day)}))::int as ${sql.ref(figure)}`;
  return sql`${of('received')}, ${of('unseen')}, ${of('in progress')}, ${of('awaiting supplement')}, ${of('standing still')},
             ${of('due today')}, ${of('overdue')}, ${of('early')}, ${of('on time')}, ${of('late')}, ${of('returned')}`;
}

/** All figures of the day. */
export async function countFigures(db: Db, day: DayLooked): Promise<FigureCounts> {
  const { rows } = await sql<FigureCounts>`select ${allCounts(day)} from dossier d where not d.trial`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('A count gave no row');
  return row;
}

/** The same by field, those with most in progress first. A field with nothing of the day is left out. */
export async function countFiguresByField(db: Db, day: DayLooked): Promise<({ readonly fieldId: string } & FigureCounts)[]> {
  const { rows } = await sql<{ fieldId: string } & FigureCounts>`
    select * from (select d.field_id as "fieldId", ${allCounts(day)} from dossier d where not d.trial group by d.field_id) by_field
     where "received" + "unseen" + "in progress" + "awaiting supplement" + "standing still" + "early" + "on time" + "late" > 0
     order by "in progress" desc, "fieldId"`.execute(db);
  return rows;
}

/** The same by the unit that has the dossier now; what is done is in no unit's hands. A unit where nothing but results lies is left out. */
export async function countFiguresByUnit(
  db: Db,
  day: DayLooked,
): Promise<({ readonly unitId: string; readonly agencyId: string } & FigureCounts)[]> {
  const { rows } = await sql<{ unitId: string; agencyId: string } & FigureCounts>`
    select * from (select t.unit_id as "unitId", t.agency_id as "agencyId", ${allCounts(day)}
                     from task t
                     join dossier d using (dossier_id)
                    where t.done_at is null and not d.trial
                    group by t.unit_id, t.agency_id) by_unit
     where "unseen" + "in progress" + "awaiting supplement" + "standing still" > 0
     order by "overdue" desc, "in progress" desc, "unitId"`.execute(db);
  return rows;
}

/** Dossiers whose share agencies ended on this day, by its outcome: lateness that is their own, whatever becomes of the whole. */
export async function countSharesDone(
  db: Db,
  day: DayLooked,
): Promise<({ readonly agencyId: string } & Readonly<Record<Outcome, number>>)[]> {
  const of = (outcome: Outcome) => sql`(count(distinct s.dossier_id) filter (where s.outcome = ${outcome}))::int as ${sql.ref(outcome)}`;
  const { rows } = await sql<{ agencyId: string } & Record<Outcome, number>>`
    select s.agency_id as "agencyId", ${of('early')}, ${of('on time')}, ${of('late')}
      from share s
      join dossier d using (dossier_id)
     where ${isDone(day)} and s.outcome is not null and not d.trial
     group by s.agency_id
     order by s.agency_id`.execute(db);
  return rows;
}

function isDone({ from, until }: DayLooked): RawBuilder<boolean> {
  return sql`(s.done_at >= ${from} and s.done_at < ${until})`;
}

/** A figure of the dossiers, or of what one agency's share of them came to. */
function isBehind(figure: Figure, day: DayLooked, shareOf: string | undefined): RawBuilder<boolean> {
  if (shareOf === undefined) return counts(figure, day);
  return sql`exists (select from share s
                      where s.dossier_id = d.dossier_id and s.agency_id = ${shareOf} and s.outcome = ${figure} and ${isDone(day)})`;
}

export type FigureLine = {
  readonly dossierId: string;
  readonly code: string;
  readonly procedureId: string;
  readonly procedureVersion: number;
  readonly fieldId: string;
  readonly state: DossierState;
  readonly outcome: Outcome | null;
  readonly submittedAt: Date;
  readonly receivedAt: Date | null;
  readonly dueAt: Date | null;
  readonly readyAt: Date | null;
  readonly unitId: string | null;
  readonly officerId: string | null;
  readonly stepNo: number | null;
};

export type FigurePlace = { readonly submittedAt: Date; readonly dossierId: string };

/** The dossiers behind a figure, the oldest first: those that have waited longest. */
export async function listFigure(
  db: Db,
  figure: Figure,
  day: DayLooked,
  { fieldId, unitId, shareOf }: Slice,
  after: FigurePlace | null,
  limit: number,
): Promise<FigureLine[]> {
  const { rows } = await sql<FigureLine>`
    select d.dossier_id as "dossierId", d.code, d.procedure_id as "procedureId", d.procedure_version as "procedureVersion",
           d.field_id as "fieldId", d.state, d.outcome, d.submitted_at as "submittedAt", d.received_at as "receivedAt",
           d.due_at as "dueAt", d.ready_at as "readyAt", t.unit_id as "unitId", t.officer_id as "officerId", t.step_no as "stepNo"
      from dossier d
      left join task t on t.dossier_id = d.dossier_id and t.done_at is null
     where not d.trial and ${isBehind(figure, day, shareOf)}
       and ${fieldId === undefined ? sql`true` : sql`d.field_id = ${fieldId}`}
       and ${unitId === undefined ? sql`true` : sql`t.unit_id = ${unitId}`}
       and ${after ? sql`(d.submitted_at, d.dossier_id) > (${after.submittedAt}, ${after.dossierId}::uuid)` : sql`true`}
     order by d.submitted_at, d.dossier_id
     limit ${limit}`.execute(db);
  return rows;
}
