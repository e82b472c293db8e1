import type { DossierState } from '#domain/dossier/dossier.ts';
import type { Arrivals } from './arrivals.ts';

/**
 * A dossier that is to be found in a state in which none stays for long: one of the last that come is for this procedure, goes its way
 * to this state and lies there.
 */
export type Exhibit = {
  readonly procedureId: string;
  readonly state: DossierState;
  /** It came at least so many days before the end, so that it is there by then. */
  readonly daysBefore: number;
  /** How it comes; absent: either way. */
  readonly online?: boolean;
};

const dayMs = 86_400_000;

/** Which arrival stands for which exhibit: the last ones that fit, each for one. Where too few come, the rest is left out. */
export function exhibitsAmong({ at, online }: Arrivals, exhibits: readonly Exhibit[], end: number): ReadonlyMap<number, Exhibit> {
  const chosen = new Map<number, Exhibit>();
  for (const exhibit of exhibits) {
    const fits = (no: number) =>
      !chosen.has(no) &&
      (at[no] ?? end) <= end - exhibit.daysBefore * dayMs &&
      (exhibit.online === undefined || exhibit.online === (online[no] === 1));
    let no = at.length - 1;
    while (no >= 0 && !fits(no)) no--;
    if (no >= 0) chosen.set(no, exhibit);
  }
  return chosen;
}
