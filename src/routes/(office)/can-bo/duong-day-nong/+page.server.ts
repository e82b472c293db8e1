import { error, fail } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { readFeedbackForm } from '#routes/read-feedback-form.ts';
import { house } from '#server/running.ts';
import { listAgencies } from '#server/usecases/list-agencies.ts';
import { trackFeedback } from '#server/usecases/track-feedback.ts';
import { typeInFeedback } from '#server/usecases/type-in-feedback.ts';
import type { Actions, PageServerLoad } from './$types';

/** The form carries its command's id, so that a double click keeps one call. */
export const load: PageServerLoad = async () => ({ agencies: await listAgencies(house), commandId: crypto.randomUUID() });

export const actions: Actions = {
  /** The codes are shown in the answer itself and have no address: the next call may be typed in at the same desk. */
  async default({ locals, request }) {
    if (!locals.officer) error(401);
    const sent = readFeedbackForm(await request.formData());
    const answer = await typeInFeedback(house, locals.officer, sent);
    if (isRefusal(answer)) return fail(422, { ...sent, refused: answer.refused, at: answer.at ?? {} });

    const view = await trackFeedback(house, answer.code, answer.token);
    if (!view) error(404);
    return { kept: { code: answer.code, secret: view.secret } };
  },
};
