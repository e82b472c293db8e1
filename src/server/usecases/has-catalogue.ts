import type { House } from '#server/house.ts';
import { referenceOf } from './reference.ts';

/** Whether agencies and procedures were imported yet: without them there is nothing to show and nothing to do. */
export async function hasCatalogue(house: House): Promise<boolean> {
  const { agencies } = await referenceOf(house);
  return agencies.some(({ kind }) => kind === 'centre');
}
