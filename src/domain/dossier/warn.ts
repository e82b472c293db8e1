import type { Officer } from '#domain/access/actor.ts';
import type { StandingIn } from '#domain/access/delegation.ts';
import { leadersOf } from '#domain/access/leaders.ts';
import type { RuleSet } from '#domain/agency/agency.ts';
import { workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { type Decision, refuse } from '#domain/refusal.ts';
import type { Dossier, Task } from './dossier.ts';
import type { DossierEvent } from './events.ts';
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
  'state' | 'ruleSet' | 'receivingAgencyId' | 'dueAt' | 'promisedAt' | 'totalMinutes' | 'warnedOfAt' | 'reportedOfAt'
>;

/** What is to be said of an appointed time that comes near, or is over. */
export type Warning = 'near' | 'late';

/** By when the result is expected now: when it is owed, or later, when an apology promised it. Null while nothing is owed. */
export function appointedAt({ dueAt, promisedAt }: Pick<Dossier, 'dueAt' | 'promisedAt'>): Date | null {
  return dueAt && promisedAt && promisedAt > dueAt ? promisedAt : dueAt;
}

/**
 * What is to be said now and was not yet. A time that was warned of counts only as long as it is the appointed one: after a wait,
 * an apology or a recount it is another, and one is warned anew.
 * Who got little time is not warned before half of it is over.
 */
export function owedWarning(
  dossier: Warnable,
  { now, calendarOf, version }: Pick<Facts, 'now' | 'calendarOf' | 'version'>,
): Warning | null {
  const at = appointedAt(dossier);
  if (!isRunning(dossier) || !at) return null;
  if (now > at) return isSame(dossier.reportedOfAt, at) ? null : 'late';
  if (isSame(dossier.warnedOfAt, at)) return null;

  const hours = version.warnsBefore === undefined ? usualHours[dossier.ruleSet] : version.warnsBefore;
  if (hours === null) return null;
  const minutes = Math.min(Math.min(hours, mostWarningHours) * 60, dossier.totalMinutes / 2);
  return workingMinutesBetween(now, at, calendarOf(dossier.receivingAgencyId)) <= minutes ? 'near' : null;
}

/** What was said of the time that is appointed now; null when nothing was, or the clock does not run. */
export function saidWarning(dossier: Pick<Warnable, 'state' | 'dueAt' | 'promisedAt' | 'warnedOfAt' | 'reportedOfAt'>): Warning | null {
  const at = appointedAt(dossier);
  if (!isRunning(dossier) || !at) return null;
  if (isSame(dossier.reportedOfAt, at)) return 'late';
  return isSame(dossier.warnedOfAt, at) ? 'near' : null;
}

/** Whether what was said of a time still is so: it is appointed and not over with the dossier. */
export function isStillAppointed(time: Date, dossier: Pick<Dossier, 'state' | 'dueAt' | 'promisedAt'>): boolean {
  const at = appointedAt(dossier);
  return isRunning(dossier) && at !== null && isSame(time, at);
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
export function whoHearsOfLateness(staff: readonly Officer[], task: Task): readonly string[] {
  return leadersOf(staff, task);
}

/**
 * Warns whoever has the dossier that its appointed time comes near. Nobody does it: time does.
 *
 * @param told officers who hear of it; the history names them
 * @returns `due time warned`, or a refusal: `wrong-state` unless it is near and nobody was warned of this time before
 */
export function warnOfDue(dossier: Dossier, { told }: { readonly told: readonly string[] }, facts: Facts): Decision<DossierEvent> {
  const dueAt = appointedAt(dossier);
  if (owedWarning(dossier, facts) !== 'near' || !dueAt) return refuse('wrong-state', { state: dossier.state });
  return [{ type: 'due time warned', at: facts.now, dueAt, told }];
}

/**
 * Reports a dossier whose appointed time is over to who leads the unit that has it. Nobody does it: time does.
 *
 * @param told officers who hear of it; the history names them
 * @returns `lateness reported`, or a refusal: `wrong-state` unless the time is over and was not reported before
 */
export function reportLateness(dossier: Dossier, { told }: { readonly told: readonly string[] }, facts: Facts): Decision<DossierEvent> {
  const dueAt = appointedAt(dossier);
  if (owedWarning(dossier, facts) !== 'late' || !dueAt) return refuse('wrong-state', { state: dossier.state });
  return [{ type: 'lateness reported', at: facts.now, dueAt, told }];
}

function isSame(one: Date | null, other: Date): boolean {
  return one?.getTime() === other.getTime();
}
