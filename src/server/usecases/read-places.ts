import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { House } from '#server/house.ts';
import { referenceOf } from './reference.ts';

/** The names of the agencies that settle a procedure and do its steps, by their id. Anyone may see them. */
export async function readPlaces(
  house: House,
  { decidingAgencyId, steps }: Pick<ProcedureVersion, 'decidingAgencyId' | 'steps'>,
): Promise<Readonly<Record<string, string>>> {
  const { agencyOf } = await referenceOf(house);
  const named = [decidingAgencyId, ...steps.map(({ agency }) => agency)].filter((id): id is string => id !== null && id !== 'receiving');
  return Object.fromEntries(named.map((id) => [id, agencyOf(id).name]));
}
