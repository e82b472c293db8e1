import { fail, redirect } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { typedIn } from '#routes/read-sent-form.ts';
import { house } from '#server/running.ts';
import { openFeedback } from '#server/usecases/open-feedback.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ setHeaders }) => setHeaders({ 'cache-control': 'no-store' });

export const actions: Actions = {
  async default({ locals, request }) {
    const typed = typedIn(await request.formData());
    const [code, secret] = [typed('ma').trim(), typed('so').trim()];
    const missing = { code: code === '', secret: secret === '' };
    if (missing.code || missing.secret) return fail(422, { code, secret, missing });

    const answer = await openFeedback(house, { code, secret }, locals.visit.address);
    if (!isRefusal(answer)) redirect(303, `/phan-anh/tra-loi/${answer.code}/${answer.token}`);
    const wait = answer.refused === 'too-many-tries' ? Number(answer.facts?.minutes ?? 0) : 0;
    return fail(wait > 0 ? 429 : 404, { code, secret, wait });
  },
};
