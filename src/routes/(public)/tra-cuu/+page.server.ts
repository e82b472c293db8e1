import { fail, redirect } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { typedIn } from '#routes/read-sent-form.ts';
import { house } from '#server/running.ts';
import { openDossier } from '#server/usecases/open-dossier.ts';
import type { Actions, PageServerLoad } from './$types';

/** The code may stand in an address; the secret never does. */
export const load: PageServerLoad = ({ setHeaders, url }) => {
  setHeaders({ 'cache-control': 'no-store' });
  return { code: url.searchParams.get('ma') ?? '' };
};

export const actions: Actions = {
  async default({ locals, request }) {
    const typed = typedIn(await request.formData());
    const [code, secret] = [typed('ma').trim(), typed('so').trim()];
    const missing = { code: code === '', secret: secret === '' };
    if (missing.code || missing.secret) return fail(422, { code, secret, missing });

    const answer = await openDossier(house, { code, secret }, locals.visit.address);
    if (!isRefusal(answer)) redirect(303, `/ho-so/${encodeURIComponent(answer.code)}/${answer.token}`);
    const wait = answer.refused === 'too-many-tries' ? Number(answer.facts?.minutes ?? 0) : 0;
    return fail(wait > 0 ? 429 : 422, { code, secret, wait });
  },
};
