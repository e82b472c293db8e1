import type { Field } from '#domain/procedure/procedure.ts';
import type { House } from '#server/house.ts';
import { referenceOf } from './reference.ts';

/** Anyone sees the subjects that procedures belong to. */
export async function listFields(house: House): Promise<readonly Field[]> {
  return (await referenceOf(house)).fields;
}
