import { error } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import { listFigure } from '#server/usecases/list-figure.ts';
import { readFigureAddress } from '../figure-address.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const asked = readFigureAddress(url.searchParams);
  if (!locals.officer) error(401);
  if (!asked) error(404);
  const list = await listFigure(house, locals.officer, asked.figure, asked, asked.after ?? null);
  if (isRefusal(list)) error(403);
  return { asked, list, now: house.now() };
};
