import { fail } from '@sveltejs/kit';
import { dayOf } from '#domain/calendar/day.ts';
import { isRefusal } from '#domain/refusal.ts';
import { agencyNames, askedOf, foundOr404, laneNamesOf } from '#routes/(admin)/quan-tri/thu-tuc/lane-names.ts';
import { readBpmnFile, readDraftVersion } from '#routes/(admin)/quan-tri/thu-tuc/read-workflow-form.ts';
import { house } from '#server/running.ts';
import { discardWorkflowDraft } from '#server/usecases/discard-workflow-draft.ts';
import { readProcedureVersions } from '#server/usecases/read-controlled-procedures.ts';
import { importWorkflow } from '#server/usecases/save-workflow-draft.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { officer, procedureId } = askedOf(locals, params.id);
  const procedure = foundOr404(await readProcedureVersions(house, officer, procedureId));
  return { procedure, today: dayOf(house.now()), published: url.searchParams.get('da-ban-hanh') };
};

export const actions: Actions = {
  async import({ locals, params, request }) {
    const { officer, procedureId } = askedOf(locals, params.id);
    const form = await request.formData();
    const document = await readBpmnFile(form);
    if (typeof document !== 'string') return fail(400, document);
    const names = laneNamesOf(await agencyNames());
    const answer = await importWorkflow(house, officer, { procedureId, draftVersion: readDraftVersion(form), document }, names);
    const kept = foundOr404(answer);
    if ('draftVersion' in kept) return { imported: true };
    return fail('moved' in kept ? 409 : 400, kept);
  },

  async discard({ locals, params, request }) {
    const { officer, procedureId } = askedOf(locals, params.id);
    const draftVersion = readDraftVersion(await request.formData());
    const answer = await discardWorkflowDraft(house, officer, { procedureId, draftVersion }, laneNamesOf(await agencyNames()));
    if (isRefusal(answer)) return fail(400, { refused: answer.refused });
    return 'moved' in answer ? fail(409, { moved: answer.moved }) : { discarded: true };
  },
};
