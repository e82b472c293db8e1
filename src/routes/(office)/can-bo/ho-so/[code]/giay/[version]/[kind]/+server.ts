import { error } from '@sveltejs/kit';
import { answerFile } from '#routes/answer-file.ts';
import { house } from '#server/running.ts';
import { paperKindOf, readPaper } from '#server/usecases/read-paper.ts';
import type { RequestHandler } from './$types';

/** A paper of the dossier, for an officer who may read it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { code, version, kind } = params;
  const paperKind = paperKindOf(kind);
  if (!locals.officer || !paperKind) error(404);
  return answerFile(await readPaper(house, locals.officer, { code, version: Number(version), kind: paperKind }));
};
