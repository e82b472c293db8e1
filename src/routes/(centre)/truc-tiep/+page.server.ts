import { error } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import { readFigures } from '#server/usecases/read-figures.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  if (!locals.officer) error(401);
  const figures = await readFigures(house, locals.officer);
  if (isRefusal(figures)) error(403);
  return { figures };
};
