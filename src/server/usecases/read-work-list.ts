import { relationFor } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { type Delegation, isInForce } from '#domain/access/delegation.ts';
import { dayOf, instantAt } from '#domain/calendar/day.ts';
import { type TimeLeft, timeLeft } from '#domain/calendar/time-left.ts';
import { addWorkingMinutes, hoursOf } from '#domain/calendar/working-calendar.ts';
import { stepDueAt } from '#domain/dossier/clock.ts';
import type { DossierState } from '#domain/dossier/dossier.ts';
import { mostWarningHours, saidWarning, type Warning } from '#domain/dossier/warn.ts';
import type { WorkView } from '#domain/dossier/work-view.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { compareTexts } from '#domain/text/names.ts';
import type { House } from '#server/house.ts';
import { listDelegations } from '#server/store/delegations.ts';
import {
  countWork,
  type FoundDossier,
  listWithdrawalsAsked,
  listWork,
  listWorkProcedures,
  type Queue,
  type WorkCounts,
  type WorkFilter,
  type WorkLine,
  type WorkPlace,
} from '#server/store/work-lists.ts';
import { type Reference, referenceOf } from './reference.ts';

export type WorkListLine = Omit<WorkLine, 'warned' | 'reported'> & {
  readonly procedureName: string;
  readonly stepName: string;
  readonly officerName: string | null;
  /** Null while nothing is owed: its clock stands still or has ended. */
  readonly left: TimeLeft | null;
  /** When the step is to be done, where that is before the whole is owed. */
  readonly plannedAt: Date | null;
  /** What was said of its time, and to whom that is: to the one who has it, or to the leader. */
  readonly warned: Warning | null;
  /** Who acts for the one who has it, while he is absent. */
  readonly standInId: string | null;
  readonly standInName: string | null;
};

/** Which of what waits an officer looks at. */
export type WorkAsked = {
  readonly view: WorkView;
  readonly procedureId: string | null;
  readonly state: DossierState | null;
  readonly after: WorkPlace | null;
};

export type WorkList = {
  readonly lines: readonly WorkListLine[];
  readonly counts: WorkCounts;
  /** Where the next page begins; null when this is the last. */
  readonly next: WorkPlace | null;
  /** The procedures that there are, to choose from. */
  readonly procedures: readonly { readonly procedureId: string; readonly name: string }[];
  readonly withdrawals: readonly (FoundDossier & { readonly procedureName: string })[];
};

/** An officer reads what waits for him and his units, the most urgent first. */
export async function readWorkList(house: House, officer: Officer, asked: WorkAsked, limit = 50): Promise<WorkList | Refusal> {
  const queues = queuesOf(officer);
  if (queues.length === 0) return refuse('role-missing');

  const reference = await referenceOf(house);
  const now = house.now();
  const [{ agencyId } = { agencyId: '' }] = officer.assignments;
  const calendar = reference.calendarOf(agencyId);
  const dayEndsAt = hoursOf(dayOf(now), calendar)?.closesAt ?? instantAt(dayOf(now), 1439);
  const warnedDueBefore = addWorkingMinutes(now, mostWarningHours * 60, calendar);
  const receiving = officer.assignments.filter(({ role }) => role === 'receiving officer').map((assignment) => assignment.agencyId);

  const { after } = asked;
  const filter = {
    ...filterOf(asked.view, officer, { now, dayEndsAt, warnedDueBefore }),
    procedureId: asked.procedureId ?? undefined,
    state: asked.state ?? undefined,
  };

  const [lines, counts, procedures, withdrawals, delegations] = await Promise.all([
    listWork(house.db, queues, filter, after, limit + 1),
    countWork(house.db, queues, actsFor(officer), { now, dayEndsAt, warnedDueBefore }),
    listWorkProcedures(house.db, queues),
    after ? [] : listWithdrawalsAsked(house.db, receiving, 20),
    listDelegations(
      house.db,
      queues.map(({ unitId }) => unitId),
      now,
    ),
  ]);
  const shown = wholeDossiers(lines, limit);
  const last = lines.length > limit ? shown.at(-1) : undefined;
  return {
    lines: await Promise.all(shown.map((line) => named(house, line, now, delegations))),
    counts,
    next: last ? { dueAt: last.dueAt, dossierId: last.dossierId } : null,
    procedures: await namesOf(house, procedures),
    withdrawals: await Promise.all(
      withdrawals.map(async (found) => ({
        ...found,
        procedureName: (await reference.versionOf(found.procedureId, found.procedureVersion)).name,
      })),
    ),
  };
}

/** A page that ends with a whole dossier: the next one begins after it, and of several tasks none is lost between them. */
function wholeDossiers(lines: readonly WorkLine[], limit: number): readonly WorkLine[] {
  const cut = lines[limit];
  const page = lines.slice(0, limit);
  const whole = page.filter(({ dossierId }) => dossierId !== cut?.dossierId);
  return whole.length > 0 ? whole : page;
}

/** The queues that an officer works in: his unit's, for each role that does steps. */
export function queuesOf({ assignments }: Officer): Queue[] {
  return assignments.filter(({ role }) => relationFor('read work list', role)).map(({ unitId, role }) => ({ unitId, role }));
}

async function named(house: House, line: WorkLine, now: Date, delegations: readonly Delegation[]): Promise<WorkListLine> {
  const reference = await referenceOf(house);
  const version = await reference.versionOf(line.procedureId, line.procedureVersion);
  const calendar = reference.calendarOf(line.agencyId);
  return {
    ...line,
    procedureName: version.name,
    stepName: version.steps.find(({ no }) => no === line.stepNo)?.name ?? '',
    officerName: line.officerId && reference.officerNameOf(line.officerId),
    left: line.dueAt && timeLeft(now, line.dueAt, calendar),
    plannedAt: stepDueAt(line, line.dueAt),
    warned: saidWarning(line, line.taskNo),
    ...standInOf(line, reference, delegations, now),
  };
}

function standInOf({ officerId, unitId, role }: WorkLine, { officerNameOf }: Reference, delegations: readonly Delegation[], now: Date) {
  const found = delegations.find((one) => one.absentId === officerId && one.unitId === unitId && one.role === role && isInForce(one, now));
  return { standInId: found?.standInId ?? null, standInName: found ? officerNameOf(found.standInId) : null };
}

/** Himself, and who is absent and in whose place he acts. */
function actsFor({ officerId, standsInFor = [] }: Officer): readonly string[] {
  return [officerId, ...standsInFor.map((absent) => absent.officerId)];
}

async function namesOf(house: House, procedures: readonly { readonly procedureId: string; readonly version: number }[]) {
  const { versionOf } = await referenceOf(house);
  const named = procedures.map(async ({ procedureId, version }) => ({ procedureId, name: (await versionOf(procedureId, version)).name }));
  return (await Promise.all(named)).toSorted((one, other) => compareTexts(one.name, other.name));
}

type Moments = { readonly now: Date; readonly dayEndsAt: Date; readonly warnedDueBefore: Date };

function filterOf(view: WorkView, officer: Officer, { now, dayEndsAt, warnedDueBefore }: Moments): WorkFilter {
  switch (view) {
    case 'all':
      return {};
    case 'mine':
      return { officerIds: actsFor(officer) };
    case 'untaken':
      return { untaken: true };
    case 'overdue':
      return { overdueAt: now };
    case 'today':
      return { dueBetween: [now, dayEndsAt] };
    case 'warned':
      return { warnedDueBefore };
  }
}
