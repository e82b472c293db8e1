import { fail, redirect } from '@sveltejs/kit';
import { feedbackKindOf } from '#domain/feedback/form.ts';
import { isRefusal } from '#domain/refusal.ts';
import { readFeedbackForm } from '#routes/read-feedback-form.ts';
import { house } from '#server/running.ts';
import { giveFeedback } from '#server/usecases/give-feedback.ts';
import { listAgencies } from '#server/usecases/list-agencies.ts';
import type { Actions, PageServerLoad } from './$types';

/** An address may bring what it is about: `?ho-so=…` from a dossier's page. Going back shows an empty form, not what another typed. */
export const load: PageServerLoad = async ({ setHeaders, url }) => {
  setHeaders({ 'cache-control': 'no-store' });
  const { searchParams } = url;
  const begun = { dossier: searchParams.get('ho-so') ?? '', kind: feedbackKindOf(searchParams.get('viec') ?? '') ?? '' };
  return { agencies: await listAgencies(house), commandId: crypto.randomUUID(), begun };
};

export const actions: Actions = {
  async default({ request, locals }) {
    const sent = readFeedbackForm(await request.formData());
    const answer = await giveFeedback(house, { ...sent, address: locals.visit.address });
    if (isRefusal(answer)) return fail(422, { ...sent, refused: answer.refused, at: answer.at ?? {} });
    redirect(303, `/phan-anh/da-gui/${answer.code}/${answer.token}`);
  },
};
