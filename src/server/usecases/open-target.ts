import { dayOf } from '#domain/calendar/day.ts';
import type { Measure } from '#domain/indicator/targets.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import { satisfaction } from '#domain/rating/rating.ts';
import type { House } from '#server/house.ts';
import { listProceduresOfLevel } from '#server/store/procedures.ts';
import { countDoneByField } from '#server/store/reports/done-counts.ts';
import { type CountedFeedback, listCountedFeedback } from '#server/store/reports/feedback-counts.ts';
import { countRatingsBy } from '#server/store/reports/rating-counts.ts';
import { readAgencies } from './read-agencies.ts';
import { lastTwelveMonths, officersPart, readTargets, type TargetView } from './read-targets.ts';
import { referenceOf } from './reference.ts';

/** What stands behind a figure: procedures, shares by field, places, or what was said to the city. */
export type Behind =
  | { readonly type: 'procedures'; readonly counted: readonly ProcedureLine[]; readonly left: readonly ProcedureLine[] }
  | { readonly type: 'fields'; readonly rows: readonly { readonly name: string; readonly part: number; readonly of: number }[] }
  | { readonly type: 'places'; readonly rows: readonly { readonly name: string; readonly phone: string }[] }
  | { readonly type: 'feedback'; readonly rows: readonly CountedFeedback[] }
  | { readonly type: 'nothing' };

export type ProcedureLine = Pick<ProcedureVersion, 'procedureId' | 'name' | 'fieldName' | 'legalTime' | 'committedTime'>;

/** Fewer ratings than this would tell who gave them. */
const fewestShown = 5;

/** Anyone opens a figure of the targets’ page to what was counted. `undefined` when there is no such target. */
export async function openTarget(
  house: House,
  targetId: string,
): Promise<{ readonly target: TargetView; readonly now: Date; readonly since: Date; readonly behind: Behind } | undefined> {
  const { targets, now, since } = await readTargets(house);
  const target = targets.find((one) => one.targetId === targetId);
  return target && { target, now, since, behind: target.measure ? await behind(house, target.measure) : { type: 'nothing' } };
}

async function behind(house: House, measure: Measure): Promise<Behind> {
  switch (measure) {
    case 'published':
      return procedures(house, () => true);
    case 'time cut':
      return procedures(house, ({ committedTime, legalTime }) => committedTime.value < legalTime.value);
    case 'received':
    case 'online':
      return procedures(house, ({ reception }) => reception !== 'agency');
    case 'three levels':
      return { ...(await procedures(house, ({ interlink }) => interlink === 'three-level')), left: [] };
    case 'in time':
      return { type: 'fields', rows: await inTimeByField(house) };
    case 'satisfaction':
      return { type: 'fields', rows: await satisfiedByField(house) };
    case 'hotlines':
      return { type: 'places', rows: await places(house) };
    case 'feedback on regulations':
      return { type: 'feedback', rows: await listCountedFeedback(house.db, 'regulation', lastTwelveMonths(house).period) };
  }
}

async function procedures({ db, now }: House, isCounted: (version: ProcedureVersion) => boolean) {
  const all = await listProceduresOfLevel(db, 'district', dayOf(now()));
  const line = ({ procedureId, name, fieldName, legalTime, committedTime }: ProcedureVersion): ProcedureLine => ({
    procedureId,
    name,
    fieldName,
    legalTime,
    committedTime,
  });
  return {
    type: 'procedures',
    counted: all.filter(isCounted).map(line),
    left: all.filter((version) => !isCounted(version)).map(line),
  } as const;
}

async function inTimeByField(house: House) {
  const rows = await countDoneByField(house.db, lastTwelveMonths(house).period);
  const { fields } = await referenceOf(house);
  return rows.map(({ fieldId, inTime, done }) => ({
    name: fields.find((field) => field.fieldId === fieldId)?.name ?? fieldId,
    part: inTime,
    of: done,
  }));
}

async function satisfiedByField(house: House) {
  const rows = await countRatingsBy(house.db, 'field', lastTwelveMonths(house).period, officersPart);
  const { fields } = await referenceOf(house);
  return rows
    .map(({ id, scores }) => ({ name: fields.find((field) => field.fieldId === id)?.name ?? id, ...satisfaction(scores) }))
    .filter(({ all }) => all >= fewestShown)
    .map(({ name, satisfied, all }) => ({ name, part: satisfied, of: all }));
}

async function places(house: House) {
  const { centre, communes } = await readAgencies(house);
  return [centre, ...communes].map(({ name, phone }) => ({ name, phone }));
}
