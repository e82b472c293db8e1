import { error } from '@sveltejs/kit';
import { house } from '#server/running.ts';
import { trackDossier } from '#server/usecases/track-dossier.ts';
import type { LayoutServerLoad } from './$types';

/** Whoever has the address has the dossier; no machine between keeps a copy, and no search engine finds it. */
export const load: LayoutServerLoad = async ({ params: { code, token }, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  const view = await trackDossier(house, code, { token });
  if (!view) error(404);
  return { view, home: `/ho-so/${encodeURIComponent(code)}/${token}` };
};
