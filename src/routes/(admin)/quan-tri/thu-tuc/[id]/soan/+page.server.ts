import { fail } from '@sveltejs/kit';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import { drawnAs } from '#domain/workflow/read-drawing.ts';
import { wordsFor } from '#lib/words/words.ts';
import { agencyNames, askedOf, foundOr404, laneNamesOf } from '#routes/(admin)/quan-tri/thu-tuc/lane-names.ts';
import { readDraftForm } from '#routes/(admin)/quan-tri/thu-tuc/read-workflow-form.ts';
import { house } from '#server/running.ts';
import { readWorkflowDraft } from '#server/usecases/read-workflow-draft.ts';
import { saveWorkflowDraft } from '#server/usecases/save-workflow-draft.ts';
import type { Actions, PageServerLoad } from './$types';

/** `?loi=2`: the way to the second problem is drawn. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { officer, procedureId } = askedOf(locals, params.id);
  const agencies = await agencyNames();
  const draft = foundOr404(await readWorkflowDraft(house, officer, procedureId, laneNamesOf(agencies)));
  return { draft, agencies, ...(await readDrawn(draft.document)), shown: Number(url.searchParams.get('loi') ?? 0) };
};

export const actions: Actions = {
  async save({ locals, params, request }) {
    const { officer, procedureId } = askedOf(locals, params.id);
    const names = laneNamesOf(await agencyNames());
    const sent = await readDraftForm(await request.formData(), names, wordsFor('vi').editor.newStep);
    const kept = foundOr404(await saveWorkflowDraft(house, officer, { procedureId, ...sent }, names));
    if ('draftVersion' in kept) return { saved: true };
    const typed = { ...sent, ...(await readDrawn(sent.document)) };
    return 'moved' in kept
      ? fail(409, { moved: kept.moved, typed: { ...typed, draftVersion: kept.moved.draftVersion } })
      : fail(400, { unread: kept.unread, typed });
  },
};

/** What a drawing says, and where; null when it cannot be read. */
async function readDrawn(document: string) {
  const read = await readBpmn(document);
  return 'workflow' in read ? drawnAs(read) : { workflow: null, drawing: undefined };
}
