import { error, json } from '@sveltejs/kit';
import { house } from '#server/running.ts';
import { readInclusion } from '#server/usecases/read-inclusion.ts';
import type { RequestHandler } from './$types';

/** The proof that anybody can check without us: see docs/check-inclusion.mjs. */
export const GET: RequestHandler = async ({ params: { code, token } }) => {
  const proof = await readInclusion(house, code, token);
  if (!proof) error(404);
  const headers = {
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex',
    'content-disposition': `attachment; filename="chung-cu-${code}.json"`,
  };
  return json(proof, { headers });
};
