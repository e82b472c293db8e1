import { house } from '#server/running.ts';
import { countCatalogue } from '#server/usecases/count-catalogue.ts';
import { readAgencies } from '#server/usecases/read-agencies.ts';
import { readCentreDay } from '#server/usecases/read-centre-day.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const { communes } = await readAgencies(house);
  return { communes: communes.length, totals: await countCatalogue(house), day: await readCentreDay(house) };
};
