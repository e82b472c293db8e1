import type { Agency } from '#domain/agency/agency.ts';
import type { Reception } from '#domain/procedure/procedure.ts';
import { receiversOf } from '#domain/procedure/receivers.ts';
import type { House } from '#server/house.ts';
import { referenceOf } from './reference.ts';

/** Anyone sees where a procedure can be handed in; nowhere when only the agency itself receives it. */
export async function listReceivers(house: House, version: { readonly reception: Reception }): Promise<readonly Agency[]> {
  const { agencies } = await referenceOf(house);
  return receiversOf(version, agencies);
}
