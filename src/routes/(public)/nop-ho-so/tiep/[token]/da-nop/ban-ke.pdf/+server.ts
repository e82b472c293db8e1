import { error } from '@sveltejs/kit';
import { house } from '#server/running.ts';
import { readDraftPaper } from '#server/usecases/read-draft-paper.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
  const paper = await readDraftPaper(house, params.token);
  if (!paper) error(404);
  const headers = {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="ho-so-${paper.code}.pdf"`,
    'cache-control': 'no-store',
  };
  return new Response(new Uint8Array(paper.pdf), { headers });
};
