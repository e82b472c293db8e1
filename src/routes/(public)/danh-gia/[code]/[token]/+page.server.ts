import { error, fail, redirect } from '@sveltejs/kit';
import { aspects } from '#domain/rating/rating.ts';
import { isRefusal } from '#domain/refusal.ts';
import { typedIn } from '#routes/read-sent-form.ts';
import { house } from '#server/running.ts';
import { rateDossier } from '#server/usecases/rate-dossier.ts';
import { readRating } from '#server/usecases/read-rating.ts';
import type { Actions, PageServerLoad } from './$types';

/** Whoever has the link may rate; no machine between keeps a copy. */
export const load: PageServerLoad = async ({ params, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  const view = await readRating(house, params.code, params.token);
  if (!view) error(404);
  return { view, dossierAt: `/ho-so/${encodeURIComponent(view.code)}/${params.token}` };
};

export const actions: Actions = {
  /** A second rating is not kept, and is told so; whether it says the same as the first is not: who has the link could guess that one. */
  async default({ params, request, url }) {
    const typed = typedIn(await request.formData());
    const given = {
      score: typed('score'),
      aspects: Object.fromEntries(aspects.map((aspect) => [aspect, typed(aspect)])),
      comment: typed('comment'),
    };
    const answer = await rateDossier(house, { ...params, ...given });
    if (!answer) error(404);
    if (isRefusal(answer) && answer.at) return fail(422, { ...given, at: answer.at });
    if (isRefusal(answer) && answer.refused === 'already-rated') return fail(409, { again: true });
    redirect(303, url.pathname);
  },
};
