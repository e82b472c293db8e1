import { answerFile } from '#routes/answer-file.ts';
import { house } from '#server/running.ts';
import { readOwnResult } from '#server/usecases/read-file.ts';
import type { RequestHandler } from './$types';

/** The result, once it is ready, for whoever has the dossier's address. */
export const GET: RequestHandler = async ({ params: { code, token } }) => answerFile(await readOwnResult(house, { token }, code));
