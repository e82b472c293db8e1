import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { addDays, dayOf, instantAt } from '#domain/calendar/day.ts';
import type { Outcome } from '#domain/dossier/dossier.ts';
import type { FigureCounts } from '#domain/indicator/figures.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { countFigures, countFiguresByField, countFiguresByUnit, countSharesDone, type DayLooked } from '#server/store/reports/figures.ts';
import { referenceOf } from './reference.ts';

export type Figures = {
  readonly now: Date;
  readonly all: FigureCounts;
  readonly byField: readonly ({ readonly fieldId: string; readonly name: string } & FigureCounts)[];
  readonly byUnit: readonly ({ readonly unitId: string; readonly name: string } & FigureCounts)[];
  /** What agencies' shares came to. */
  readonly shares: readonly ({ readonly agencyId: string; readonly name: string } & Readonly<Record<Outcome, number>>)[];
};

/** The director, or who watches over him, reads the day as it stands. */
export async function readFigures(house: House, officer: Officer): Promise<Figures | Refusal> {
  const by = mayDo(officer, 'read figures');
  if (isRefusal(by)) return by;

  const now = house.now();
  const day = dayLooked(now);
  const [all, byField, byUnit, shares, { fields, agencyOf, units }] = await Promise.all([
    countFigures(house.db, day),
    countFiguresByField(house.db, day),
    countFiguresByUnit(house.db, day),
    countSharesDone(house.db, day),
    referenceOf(house),
  ]);
  return {
    now,
    all,
    byField: byField.map((row) => ({ ...row, name: fields.find(({ fieldId }) => fieldId === row.fieldId)?.name ?? row.fieldId })),
    byUnit: byUnit.map((row) => ({
      ...row,
      name: `${agencyOf(row.agencyId).shortName}, ${units.find(({ unitId }) => unitId === row.unitId)?.name ?? row.unitId}`,
    })),
    shares: shares.map((row) => ({ ...row, name: agencyOf(row.agencyId).shortName })),
  };
}

/** The day of a moment, from midnight to midnight. */
export function dayLooked(now: Date): DayLooked {
  const today = dayOf(now);
  return { from: instantAt(today, 0), until: instantAt(addDays(today, 1), 0), now };
}
