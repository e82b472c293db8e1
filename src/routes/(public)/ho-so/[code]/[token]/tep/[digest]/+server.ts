import { answerFile } from '#routes/answer-file.ts';
import { house } from '#server/running.ts';
import { readOwnFile } from '#server/usecases/read-file.ts';
import type { RequestHandler } from './$types';

/** A file that was handed in, for whoever has the dossier's address. */
export const GET: RequestHandler = async ({ params: { code, token, digest }, url }) =>
  answerFile(await readOwnFile(house, { token }, code, { digest, no: Number(url.searchParams.get('so')) }));
