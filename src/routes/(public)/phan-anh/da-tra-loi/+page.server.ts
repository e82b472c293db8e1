import { house } from '#server/running.ts';
import { readPublishedFeedback } from '#server/usecases/read-published-feedback.ts';
import type { PageServerLoad } from './$types';
import { readPublishedAddress } from './published-address.ts';

export const load: PageServerLoad = async ({ url }) => {
  const after = readPublishedAddress(url.searchParams);
  return { after, published: await readPublishedFeedback(house, after) };
};
