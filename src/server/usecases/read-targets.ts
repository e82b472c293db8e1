import { dayOf } from '#domain/calendar/day.ts';
import { type Counted, type Measure, type Standing, standingOf, type Target } from '#domain/indicator/targets.ts';
import type { CatalogueTotals } from '#domain/procedure/catalogue-totals.ts';
import { satisfaction } from '#domain/rating/rating.ts';
import type { House } from '#server/house.ts';
import { countProcedures } from '#server/store/procedures.ts';
import { countDone } from '#server/store/reports/done-counts.ts';
import { countFeedback } from '#server/store/reports/feedback-counts.ts';
import { countRatings, type Period } from '#server/store/reports/rating-counts.ts';
import { listTargets } from '#server/store/targets.ts';
import { readAgencies } from './read-agencies.ts';

export type TargetView = Target & { readonly counted: Counted | null; readonly standing: Standing };

export type Targets = {
  readonly now: Date;
  readonly since: Date;
  readonly targets: readonly TargetView[];
  readonly totals: CatalogueTotals;
};

/** The target is about officers, so their aspect is counted, not the mark for the whole: who waited too long for a kind officer says both. */
export const officersPart = 'officer';

/** Anyone reads what the city has promised and how far it is: every figure counted now, from the rows themselves. */
export async function readTargets(house: House): Promise<Targets> {
  const { now, period } = lastTwelveMonths(house);
  const totals = await countProcedures(house.db, dayOf(now));
  const [targets, counts] = await Promise.all([listTargets(house.db), countAll(house, totals, period)]);
  return {
    now,
    since: period.from,
    totals,
    targets: targets.map((target) => {
      const counted = target.measure && counts[target.measure];
      return { ...target, counted, standing: standingOf(target, counted) };
    }),
  };
}

/** What figures of a year are counted over. */
export function lastTwelveMonths(house: House): { readonly now: Date; readonly period: Period } {
  const now = house.now();
  const from = new Date(now);
  from.setUTCFullYear(from.getUTCFullYear() - 1);
  return { now, period: { from, until: now } };
}

async function countAll(house: House, { district }: CatalogueTotals, period: Period): Promise<Readonly<Record<Measure, Counted | null>>> {
  const [ratings, done, feedback, { centre, communes }] = await Promise.all([
    countRatings(house.db, period, officersPart),
    countDone(house.db, period),
    countFeedback(house.db, period, house.now()),
    readAgencies(house),
  ]);
  const { satisfied, all } = satisfaction(ratings);
  const places = [centre, ...communes];
  return {
    published: { part: district.procedures, of: district.procedures },
    'time cut': { part: district.cut, of: district.procedures },
    received: { part: district.received, of: district.procedures },
    'three levels': { part: district.threeLevel, of: null },
    // Whatever is received at a counter can be applied for on these pages, and its result be had electronically.
    online: { part: district.received, of: district.procedures },
    'in time': done.done > 0 ? { part: done.inTime, of: done.done } : null,
    satisfaction: all > 0 ? { part: satisfied, of: all } : null,
    hotlines: { part: places.filter(({ phone }) => phone !== '').length, of: places.length },
    'feedback on regulations': { part: feedback.find(({ kind }) => kind === 'regulation')?.given ?? 0, of: null },
  };
}
