import { fail, redirect } from '@sveltejs/kit';
import { parseTyped } from '#domain/calendar/typed.ts';
import { isRefusal } from '#domain/refusal.ts';
import { isStorable } from '#domain/text/storable.ts';
import { compareWorkflows } from '#domain/workflow/compare-workflows.ts';
import { procedureAddress } from '#routes/(admin)/quan-tri/thu-tuc/control-address.ts';
import { agencyNames, askedOf, foundOr404, laneNamesOf } from '#routes/(admin)/quan-tri/thu-tuc/lane-names.ts';
import { readDraftVersion } from '#routes/(admin)/quan-tri/thu-tuc/read-workflow-form.ts';
import { typedIn } from '#routes/read-sent-form.ts';
import { house } from '#server/running.ts';
import { publishWorkflow } from '#server/usecases/publish-workflow.ts';
import { readWorkflowDraft } from '#server/usecases/read-workflow-draft.ts';
import { readWorkflow } from '#server/usecases/read-workflow-file.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { officer, procedureId } = askedOf(locals, params.id);
  const agencies = await agencyNames();
  const names = laneNamesOf(agencies);
  const draft = foundOr404(await readWorkflowDraft(house, officer, procedureId, names));
  const before = foundOr404(await readWorkflow(house, officer, { procedureId, version: draft.newest.version }, names));
  const after = foundOr404(await readWorkflow(house, officer, { procedureId, version: null }, names));
  return { draft, agencies, ...after, differences: compareWorkflows(before.workflow, after.workflow) };
};

const longest = 1000;

export const actions: Actions = {
  async publish({ locals, params, request }) {
    const { officer, procedureId } = askedOf(locals, params.id);
    const form = await request.formData();
    const box = (name: string) => typedIn(form)(name).normalize('NFC').trim().slice(0, longest);
    const typed = { day: box('day'), ground: box('ground') };
    const inForceFrom = parseTyped(typed.day);
    if (!inForceFrom || !isStorable(typed.ground)) return fail(400, { typed, wrong: { day: !inForceFrom, ground: false } });
    if (typed.ground === '') return fail(400, { typed, wrong: { day: false, ground: true } });

    const asked = { procedureId, draftVersion: readDraftVersion(form), inForceFrom, ground: typed.ground };
    const answer = await publishWorkflow(house, officer, asked, laneNamesOf(await agencyNames()));
    if (answer && 'published' in answer) redirect(303, `${procedureAddress(procedureId)}?da-ban-hanh=${answer.published}`);
    if (answer && isRefusal(answer)) return fail(400, { typed, refused: answer.refused });
    return fail(answer && 'moved' in answer ? 409 : 400, { typed, ...foundOr404(answer) });
  },
};
