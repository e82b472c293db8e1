import { error } from '@sveltejs/kit';
import { house } from '#server/running.ts';
import { trackFeedback } from '#server/usecases/track-feedback.ts';
import type { PageServerLoad } from './$types';

/** Whoever has the address has the secret; no machine between keeps a copy. */
export const load: PageServerLoad = async ({ params, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  const view = await trackFeedback(house, params.code, params.token);
  if (!view) error(404);
  return { view, answerAt: `/phan-anh/tra-loi/${view.feedback.code}/${params.token}` };
};
