import { error } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import { readCounterDossier } from '#server/usecases/read-counter-dossier.ts';
import type { PageServerLoad } from './$types';

/** What the customer leaves with; `?in` right after the act, so that it is printed without another key. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  if (!locals.officer) error(401);
  const dossier = await readCounterDossier(house, locals.officer, params.code);
  if (!dossier) error(404);
  if (isRefusal(dossier)) error(403);
  return { dossier, printNow: url.searchParams.has('in') };
};
