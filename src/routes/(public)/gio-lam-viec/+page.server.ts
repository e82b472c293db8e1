import { house } from '#server/running.ts';
import { readAgencies } from '#server/usecases/read-agencies.ts';
import { readDaysOff } from '#server/usecases/read-days-off.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
  const { centre, communes } = await readAgencies(house);
  return { communes, daysOff: await readDaysOff(house, centre.agencyId) };
};
