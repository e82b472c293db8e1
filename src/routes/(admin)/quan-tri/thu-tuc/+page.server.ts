import { error } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import { readControlledProcedures } from '#server/usecases/read-controlled-procedures.ts';
import type { PageServerLoad } from './$types';
import { readControlAddress } from './control-address.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.officer) error(401);
  const asked = readControlAddress(url.searchParams);
  const found = await readControlledProcedures(house, locals.officer, asked);
  if (isRefusal(found)) error(403);
  return { asked, found };
};
