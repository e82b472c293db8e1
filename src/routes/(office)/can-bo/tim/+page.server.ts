import { error, redirect } from '@sveltejs/kit';
import { readCode } from '#domain/dossier/code.ts';
import { isRefusal } from '#domain/refusal.ts';
import { isStorable } from '#domain/text/storable.ts';
import { house } from '#server/running.ts';
import { searchDossiers } from '#server/usecases/search-dossiers.ts';
import type { PageServerLoad } from './$types';

/** Who types a whole code means this dossier: it opens at once. */
export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.officer) error(401);
  const typed = (url.searchParams.get('q') ?? '').trim().slice(0, longest);
  const query = isStorable(typed) ? typed : '';
  const found = await searchDossiers(house, locals.officer, query);
  if (isRefusal(found)) return { query, found: null };

  const [only, ...others] = found.lines;
  if (only && others.length === 0 && only.code === readCode(query)) redirect(303, `/can-bo/ho-so/${only.code}`);
  return { query, found };
};

const longest = 200;
