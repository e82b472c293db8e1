import { house } from '#server/running.ts';
import { listFields } from '#server/usecases/list-fields.ts';
import { searchProcedures } from '#server/usecases/search-procedures.ts';
import type { PageServerLoad } from './$types';
import { readSearch } from './search-address.ts';

export const load: PageServerLoad = async ({ url }) => {
  const asked = readSearch(url.searchParams);
  const fields = await listFields(house);
  const { procedures, ...found } = await searchProcedures(house, asked);

  const hits = procedures.map(({ procedureId, name, fieldName, level, committedTime, fees, reception }) => ({
    procedureId,
    name,
    fieldName,
    level,
    committedTime,
    fees: fees.map(({ feeVnd }) => feeVnd),
    reception,
  }));
  return { asked, fields, found, hits };
};
