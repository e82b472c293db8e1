import type { Question } from '#domain/form/form.ts';
import { agencyNames, askedOf, foundOr404, laneNamesOf } from '#routes/(admin)/quan-tri/thu-tuc/lane-names.ts';
import { answersInTrial, readTrialAddress } from '#routes/(admin)/quan-tri/thu-tuc/trial-address.ts';
import { house } from '#server/running.ts';
import { tryWorkflow } from '#server/usecases/try-workflow.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { officer, procedureId } = askedOf(locals, params.id);
  const agencies = await agencyNames();
  const at = readTrialAddress(url.searchParams);
  const asked = { procedureId, moves: at.moves, answersTo: (questions: readonly Question[]) => answersInTrial(questions, at) };
  return { tried: foundOr404(await tryWorkflow(house, officer, asked, laneNamesOf(agencies))), at, agencies };
};
