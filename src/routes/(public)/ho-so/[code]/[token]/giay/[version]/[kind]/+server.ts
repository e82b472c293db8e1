import { error } from '@sveltejs/kit';
import { answerFile } from '#routes/answer-file.ts';
import { house } from '#server/running.ts';
import { paperKindOf, readOwnPaper } from '#server/usecases/read-paper.ts';
import type { RequestHandler } from './$types';

/** A paper of the dossier, for whoever has its address. */
export const GET: RequestHandler = async ({ params }) => {
  const { code, token, version, kind } = params;
  const paperKind = paperKindOf(kind);
  if (!paperKind) error(404);
  return answerFile(await readOwnPaper(house, { token }, { code, version: Number(version), kind: paperKind }));
};
