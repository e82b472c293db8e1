import type { House } from '#server/house.ts';
import { countDemo } from '#server/store/dossiers.ts';

/** How many dossiers were made for the demonstration. */
export function countDemoDossiers({ db }: House): Promise<number> {
  return countDemo(db);
}
