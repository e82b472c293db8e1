import { compareWorkflows } from '#domain/workflow/compare-workflows.ts';
import { agencyNames, askedOf, foundOr404, laneNamesOf } from '#routes/(admin)/quan-tri/thu-tuc/lane-names.ts';
import { house } from '#server/running.ts';
import { readProcedureVersions } from '#server/usecases/read-controlled-procedures.ts';
import { readWorkflow } from '#server/usecases/read-workflow-file.ts';
import type { PageServerLoad } from './$types';

/** `?tu=1&den=2`; `nhap` is the draft. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { officer, procedureId } = askedOf(locals, params.id);
  const { versions } = foundOr404(await readProcedureVersions(house, officer, procedureId));
  const agencies = await agencyNames();
  const names = laneNamesOf(agencies);
  const [from, to] = [versionAsked(url.searchParams.get('tu')), versionAsked(url.searchParams.get('den'))];
  const before = foundOr404(await readWorkflow(house, officer, { procedureId, version: from }, names));
  const after = foundOr404(await readWorkflow(house, officer, { procedureId, version: to }, names));
  return {
    procedureId,
    name: versions[0]?.name ?? '',
    from,
    to,
    before,
    after,
    agencies,
    differences: compareWorkflows(before.workflow, after.workflow),
  };
};

function versionAsked(asked: string | null): number | null {
  return asked !== null && /^\d{1,9}$/.test(asked) ? Number(asked) : null;
}
