import { error, fail, redirect } from '@sveltejs/kit';
import { paperId } from '#domain/form/papers.ts';
import { answersFrom } from '#domain/form/typed.ts';
import { isRefusal } from '#domain/refusal.ts';
import { droppedIn, filesIn, isTooLarge, type NamedFile, typedIn } from '#routes/read-sent-form.ts';
import { house } from '#server/running.ts';
import { keepDraftFiles } from '#server/usecases/keep-draft-files.ts';
import type { SentFile } from '#server/usecases/keep-files.ts';
import { type DraftView, readDraft } from '#server/usecases/read-draft.ts';
import { removeDraftFile } from '#server/usecases/remove-draft-file.ts';
import { saveDraft } from '#server/usecases/save-draft.ts';
import { submitDraft } from '#server/usecases/submit-draft.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ params, parent, url }) => {
  const { draft, home } = await parent();
  if (draft.submitted) redirect(303, `${home}/da-nop`);
  const step = draft.steps[Number(params.buoc) - 1];
  if (!step) error(404);
  return { at: Number(params.buoc), step, back: url.searchParams.has(backToReview) };
};

export const actions: Actions = {
  /** Keeps the answers as they were typed; goes on only when nothing is wrong, or when the rest is for later. */
  async answers(event) {
    const draft = await openedDraft(event);
    const step = draft.steps[Number(event.params.buoc) - 1];
    if (step?.kind !== 'questions') error(404);
    const form = await event.request.formData();
    const typed = answersFrom(step.page.offered, typedIn(form));

    const answer = await saveDraft(house, event.params.token, step.page.pageId, typed);
    if (!answer) error(404);
    if (isRefusal(answer)) return answer.at ? fail(400, { at: answer.at, typed }) : redirect(303, homeOf(event));
    if (form.get('go') === 'later') redirect(303, `${homeOf(event)}?luu`);
    if (Object.keys(answer.faults).length > 0) return fail(422, { at: answer.faults, typed });
    redirect(303, nextOf(event, draft));
  },

  /** Files of one component, kept or taken off at once; each that failed is named. */
  async files(event) {
    const { params, request, url } = event;
    const componentNo = Number(url.searchParams.get('giay-to'));
    const id = paperId(componentNo);
    let dropped: readonly NamedFile[] = [];
    let chosen = 0;
    const read = async (): Promise<readonly SentFile[]> => {
      const form = await request.formData();
      dropped = droppedIn(form);
      const files = filesIn(form);
      chosen = files.length;
      return files;
    };

    try {
      const answer = await keepDraftFiles(house, params.token, componentNo, read);
      if (!answer || (isRefusal(answer) && answer.refused === 'component-unknown')) error(404);
      if (isRefusal(answer)) redirect(303, homeOf(event));
      for (const file of dropped) await removeDraftFile(house, params.token, { ...file, componentNo });
      if (answer.failed.length > 0) {
        const failed = answer.failed.map(({ name, refusal }) => ({ name, refused: refusal.refused }));
        return fail(422, { files: { id, failed, kept: answer.kept } });
      }
      if (chosen === 0 && dropped.length === 0) return fail(422, { files: { id, failed: [], kept: 0 } });
    } catch (fault) {
      if (isTooLarge(fault)) return fail(413, { files: { id, tooLarge: true, failed: [], kept: 0 } });
      throw fault;
    }
    redirect(303, `${url.pathname}${url.searchParams.has(backToReview) ? `?${backToReview}` : ''}#${id}`);
  },

  /** Leaves the papers' page. */
  async papers(event) {
    const draft = await openedDraft(event);
    const form = await event.request.formData();
    if (form.get('go') === 'later') redirect(303, `${homeOf(event)}?luu`);
    if (Object.keys(draft.paperFaults).length > 0) return fail(422, { at: draft.paperFaults });
    redirect(303, nextOf(event, draft));
  },

  async submit(event) {
    const answer = await submitDraft(house, event.params.token);
    if (!answer) error(404);
    if (isRefusal(answer)) return fail(422, { refused: answer.refused, at: answer.at ?? {} });
    redirect(303, `${homeOf(event)}/da-nop`);
  },
};

/** In the address of a page that was opened from the last one, to go back there. */
const backToReview = 'xem-lai';

async function openedDraft({ params }: RequestEvent): Promise<DraftView> {
  const draft = await readDraft(house, params.token);
  if (!draft) error(404);
  return draft;
}

function homeOf({ params }: RequestEvent): string {
  return `/nop-ho-so/tiep/${params.token}`;
}

function nextOf(event: RequestEvent, { steps }: DraftView): string {
  const next = event.url.searchParams.has(backToReview) ? steps.length : Number(event.params.buoc) + 1;
  return `${homeOf(event)}/${next}`;
}
