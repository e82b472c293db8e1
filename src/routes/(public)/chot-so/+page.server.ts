import { error } from '@sveltejs/kit';
import { isDay } from '#domain/calendar/day.ts';
import { house } from '#server/running.ts';
import { readClosings } from '#server/usecases/read-closings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
  const before = url.searchParams.get('truoc') ?? undefined;
  if (before !== undefined && !isDay(before)) error(404);
  return readClosings(house, before);
};
