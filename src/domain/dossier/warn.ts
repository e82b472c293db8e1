import type { Officer } from '#domain/access/actor.ts';
import type { StandingIn } from '#domain/access/delegation.ts';
import { type Led, leadersOf } from '#domain/access/leaders.ts';
import type { RuleSet } from '#domain/agency/agency.ts';
import { workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { type Decision, refuse } from '#domain/refusal.ts';
import { openTasks } from './branches.ts';
import type { Dossier, SaidOf, Task } from './dossier.ts';
import type { DossierEvent, Told } from './events.ts';
import type { Facts } from './facts.ts';
import { isRunning } from './hold.ts';

/**
 * So many working hours before the appointed time one is warned, never where it is null. A procedure's version may say otherwise.
 * No law names a number: a working day is our assumption, under both sets.
 */
const usualHours: Readonly<Record<RuleSet, number | null>> = { '2018': 8, '2025': 8 };

/** The most that any rule set has. */
export const usualWarningHours = Math.max(...Object.values(usualHours).map((hours) => hours ?? 0));

/** No version warns earlier: what is warned of for weeks is read by nobody. A week of work, our assumption. */
export const mostWarningHours = 40;

/** What must be known of a dossier to say whether somebody is to be warned of it. */
export type Warnable = Pick<
  Dossier,
  'state' | 'ruleSet' | 'receivingAgencyId' | 'dueAt' | 'promisedAt' | 'totalMinutes' | 'warned' | 'reported' | 'task' | 'beside'
>;

/** What is to be said of an appointed time that comes near, or is over. */
export type Warning = 'near' | 'late';

/** What is to be said at which open tasks; at none where the time is over while nobody has it. */
export type OwedWarning = { readonly warning: Warning; readonly tasks: readonly Task[] };

/** By when the result is expected now: when it is owed, or later, when an apology promised it. Null while nothing is owed. */
export function appointedAt({ dueAt, promisedAt }: Pick<Dossier, 'dueAt' | 'promisedAt'>): Date | null {
  return dueAt && promisedAt && promisedAt > dueAt ? promisedAt : dueAt;
}

/**
 * What is to be said now and was not yet: once for each open task and appointed time. A time that was spoken of counts only as long as it is
 * the appointed one: after a wait, an apology or a recount it is another, and one is warned anew.
 * Who got little time is not warned before half of it is over. Lateness is reported also while nobody has it, once.
 */
export function owedWarning(
  dossier: Warnable,
  { now, calendarOf, version }: Pick<Facts, 'now' | 'calendarOf' | 'version'>,
): OwedWarning | null {
  const at = appointedAt(dossier);
  if (!isRunning(dossier) || !at) return null;
  if (now > at) return owedAt(dossier, 'late', at);

  const hours = version.warnsBefore === undefined ? usualHours[dossier.ruleSet] : version.warnsBefore;
  if (hours === null) return null;
  const minutes = Math.min(Math.min(hours, mostWarningHours) * 60, dossier.totalMinutes / 2);
  return workingMinutesBetween(now, at, calendarOf(dossier.receivingAgencyId)) <= minutes ? owedAt(dossier, 'near', at) : null;
}

function owedAt(dossier: Warnable, warning: Warning, at: Date): OwedWarning | null {
  const open = openTasks(dossier);
  const said = warning === 'late' ? dossier.reported : dossier.warned;
  const tasks = open.filter(({ no }) => !isSaid(said, at, no));
  const isOwed = tasks.length > 0 || (warning === 'late' && open.length === 0 && !isOf(said, at));
  return isOwed ? { warning, tasks } : null;
}

/** What was said at a task of the time that is appointed now; null when nothing was, or the clock does not run. */
export function saidWarning(
  dossier: Pick<Warnable, 'state' | 'dueAt' | 'promisedAt' | 'warned' | 'reported'>,
  taskNo: number,
): Warning | null {
  const at = appointedAt(dossier);
  if (!isRunning(dossier) || !at) return null;
  if (isSaid(dossier.reported, at, taskNo)) return 'late';
  return isSaid(dossier.warned, at, taskNo) ? 'near' : null;
}

/** Whether what was said of a time still is so: it is appointed and not over with the dossier. */
export function isStillAppointed(time: Date, dossier: Pick<Dossier, 'state' | 'dueAt' | 'promisedAt'>): boolean {
  const at = appointedAt(dossier);
  return isRunning(dossier) && at !== null && time.getTime() === at.getTime();
}

/**
 * Who hears that the time comes near: who has the task, and who acts for him while he is absent; everybody of his role in the unit
 * while nobody has it.
 */
export function whoIsWarned(
  staff: readonly Officer[],
  { officerId, unitId, role }: Task,
  inForce: readonly StandingIn[],
): readonly string[] {
  const standIns = inForce.filter((one) => one.absentId === officerId && one.unitId === unitId && one.role === role);
  if (officerId !== null) return [officerId, ...standIns.map(({ standInId }) => standInId)];
  const unit = staff.filter(({ assignments }) => assignments.some((place) => place.unitId === unitId && place.role === role));
  return unit.map((officer) => officer.officerId);
}

/** Who hears that the time is over: who leads the unit that has the task. */
export function whoHearsOfLateness(staff: readonly Officer[], task: Led): readonly string[] {
  return leadersOf(staff, task);
}

/**
 * Warns whoever has the dossier that its appointed time comes near, at each open task. Nobody does it: time does.
 *
 * @param whoHears who has a task; the history names them
 * @returns `due time warned`, or a refusal: `wrong-state` unless it is near and there is a task at which nobody was warned of this time
 */
export function warnOfDue(dossier: Dossier, { whoHears }: Telling<Task>, facts: Facts): Decision<DossierEvent> {
  const owed = owedWarning(dossier, facts);
  const dueAt = appointedAt(dossier);
  if (owed?.warning !== 'near' || !dueAt) return refuse('wrong-state', { state: dossier.state });
  return [{ type: 'due time warned', at: facts.now, dueAt, told: each(owed.tasks, whoHears), ...atTasks(dossier, owed.tasks) }];
}

/**
 * Reports a dossier whose appointed time is over to who leads the units that have it; to who leads the agency that received it, while nobody
 * has it. Nobody does it: time does.
 *
 * @param whoHears who leads a unit; the history names them
 * @returns `lateness reported`, or a refusal: `wrong-state` unless the time is over and there is a task at which it was not reported
 */
export function reportLateness(dossier: Dossier, { whoHears }: Telling<Led>, facts: Facts): Decision<DossierEvent> {
  const owed = owedWarning(dossier, facts);
  const dueAt = appointedAt(dossier);
  if (owed?.warning !== 'late' || !dueAt) return refuse('wrong-state', { state: dossier.state });
  const led = owed.tasks.length > 0 ? owed.tasks : [{ agencyId: dossier.receivingAgencyId, unitId: '', officerId: null }];
  return [{ type: 'lateness reported', at: facts.now, dueAt, told: each(led, whoHears), ...atTasks(dossier, owed.tasks) }];
}

/** Who hears of what is said at a place. */
export type Telling<Place> = { readonly whoHears: (place: Place) => readonly string[] };

/** Each officer once, though he hears of several tasks. */
function each<Place>(places: readonly Place[], whoHears: Telling<Place>['whoHears']): readonly string[] {
  return [...new Set(places.flatMap(whoHears))];
}

/** At which tasks: said only where several can be open. */
function atTasks({ beside }: Dossier, tasks: readonly Task[]): Pick<Told, 'taskNos'> {
  return beside ? { taskNos: tasks.map(({ no }) => no) } : {};
}

function isSaid(said: SaidOf | null, at: Date, taskNo: number): boolean {
  return isOf(said, at) && said?.taskNos.includes(taskNo) === true;
}

function isOf(said: SaidOf | null, at: Date): boolean {
  return said?.dueAt.getTime() === at.getTime();
}
