import { error } from '@sveltejs/kit';
import { answerFile } from '#routes/answer-file.ts';
import { house } from '#server/running.ts';
import { readTransferSlip } from '#server/usecases/read-transfer-slip.ts';
import type { RequestHandler } from './$types';

/** The slip that goes with the dossier, for an officer who may read it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  if (!locals.officer) error(404);
  return answerFile(await readTransferSlip(house, locals.officer, params.code));
};
