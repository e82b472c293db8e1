import { agencyNames, askedOf, foundOr404, laneNamesOf } from '#routes/(admin)/quan-tri/thu-tuc/lane-names.ts';
import { readTrialAddress } from '#routes/(admin)/quan-tri/thu-tuc/trial-address.ts';
import { house } from '#server/running.ts';
import { tryWorkflow } from '#server/usecases/try-workflow.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { officer, procedureId } = askedOf(locals, params.id);
  const agencies = await agencyNames();
  const moves = readTrialAddress(url.searchParams);
  const tried = foundOr404(await tryWorkflow(house, officer, { procedureId, moves }, laneNamesOf(agencies)));
  return { tried, moves, agencies };
};
