import { error } from '@sveltejs/kit';
import { isRefusal } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import { readFeedbackList } from '#server/usecases/read-feedback-list.ts';
import type { PageServerLoad } from './$types';
import { readFeedbackAddress } from './feedback-address.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
  if (!locals.officer) error(401);
  const asked = readFeedbackAddress(url.searchParams);
  const list = await readFeedbackList(house, locals.officer, asked.view, asked.after);
  if (isRefusal(list)) error(403);
  return { asked, list, now: house.now() };
};
