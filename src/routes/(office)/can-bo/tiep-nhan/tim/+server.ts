import { error, json } from '@sveltejs/kit';
import { house } from '#server/running.ts';
import { searchCounterProcedures } from '#server/usecases/search-counter-procedures.ts';
import type { RequestHandler } from './$types';

/** The procedures that fit what was typed so far, for the list at the counter. */
export const GET: RequestHandler = async ({ locals, url }) => {
  if (!locals.officer) error(401);
  return json(await searchCounterProcedures(house, locals.officer, url.searchParams.get('q') ?? ''));
};
