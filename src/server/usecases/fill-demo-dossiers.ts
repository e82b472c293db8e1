import type { Simulated, Wanted } from '#domain/simulation/simulate.ts';
import type { House } from '#server/house.ts';
import { closeDays } from './close-days.ts';
import { findHindrance, type Invention, simulateDossiers } from './simulate-dossiers.ts';

/** What is told of the filling, and what else happens in it: with the clock handed in, as all that the filling plays. */
export type Filling = {
  readonly tell: (simulated: Simulated, done: number) => void;
  readonly also: (house: House) => Promise<void>;
};

/**
 * Fills the database with the demonstration's dossiers and closes the days that are over, all or nothing: broken off, it begins anew.
 * Where real dossiers are, or days are closed already, nothing is brought.
 *
 * @returns whether it was brought now
 */
export async function fillDemoDossiers(house: House, wanted: Wanted, invention: Invention, { tell, also }: Filling): Promise<boolean> {
  if (await findHindrance(house, wanted)) return false;
  await house.db.transaction().execute(async (db) => {
    const inside: House = { ...house, db };
    await simulateDossiers(inside, wanted, invention, tell);
    await also(inside);
    await closeDays(inside);
  });
  return true;
}
