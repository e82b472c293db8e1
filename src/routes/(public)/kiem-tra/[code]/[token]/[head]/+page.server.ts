import { error } from '@sveltejs/kit';
import { house } from '#server/running.ts';
import { readPrintedHead, verifyHistory } from '#server/usecases/verify-history.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params: { code, token, head }, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  const printed = readPrintedHead(head);
  const verdict = printed && (await verifyHistory(house, code, token, printed));
  if (!verdict) error(404);
  return { verdict };
};
