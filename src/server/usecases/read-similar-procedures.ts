import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { House } from '#server/house.ts';
import { searchProcedures } from './search-procedures.ts';

const mostSimilar = 5;

/** Procedures of the same subject that are called alike: where somebody else's case may belong. Anyone may see them. */
export async function readSimilarProcedures(
  house: House,
  { procedureId, name, fieldId }: Pick<ProcedureVersion, 'procedureId' | 'name' | 'fieldId'>,
): Promise<readonly Pick<ProcedureVersion, 'procedureId' | 'name' | 'level'>[]> {
  const beginning = name.split(' ').slice(0, 4).join(' ');
  const { procedures } = await searchProcedures(house, { query: beginning, filters: { fieldId }, limit: mostSimilar + 1 });
  return procedures.filter((one) => one.procedureId !== procedureId).slice(0, mostSimilar);
}
