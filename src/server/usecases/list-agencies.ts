import type { Choice } from '#domain/form/form.ts';
import type { House } from '#server/house.ts';
import { referenceOf } from './reference.ts';

/** The agencies that a feedback can be about, in the order of the lists. */
export async function listAgencies(house: House): Promise<readonly Choice[]> {
  const { agencies } = await referenceOf(house);
  return agencies.map(({ agencyId, name }) => ({ value: agencyId, label: name }));
}
