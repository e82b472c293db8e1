import { agencyNames, askedOf, foundOr404, laneNamesOf } from '#routes/(admin)/quan-tri/thu-tuc/lane-names.ts';
import { house } from '#server/running.ts';
import { readWorkflowFile } from '#server/usecases/read-workflow-file.ts';
import type { RequestHandler } from './$types';

/** A version, or the draft, as a BPMN file. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { officer, procedureId } = askedOf(locals, params.id);
  const version = /^\d{1,9}$/.exec(url.searchParams.get('ban') ?? '')?.[0];
  const names = laneNamesOf(await agencyNames());
  const file = foundOr404(
    await readWorkflowFile(house, officer, { procedureId, version: version === undefined ? null : Number(version) }, names),
  );
  return new Response(file.document, {
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'content-disposition': `attachment; filename="${procedureId.replaceAll(/[^\w.-]/g, '_')}${version ? `-${version}` : ''}.bpmn"`,
    },
  });
};
