import { error } from '@sveltejs/kit';
import { answerFile } from '#routes/answer-file.ts';
import { house } from '#server/running.ts';
import { readFile } from '#server/usecases/read-file.ts';
import type { RequestHandler } from './$types';

/** A file of the dossier (handed in, a draft, the result), for an officer who may read it. */
export const GET: RequestHandler = async ({ locals, params: { code, digest }, url }) => {
  if (!locals.officer) error(404);
  return answerFile(await readFile(house, locals.officer, code, { digest, no: Number(url.searchParams.get('so')) }));
};
