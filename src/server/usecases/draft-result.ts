import type { Officer } from '#domain/access/actor.ts';
import { draftResult as decide, type ResultDraft } from '#domain/dossier/result.ts';
import { maxFileBytes } from '#domain/form/papers.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import type { Loaded } from '#server/store/dossiers.ts';
import { ensureFile, holdFiles } from '#server/store/files.ts';
import { type Acted, actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';
import { keepPaper } from './issue-paper.ts';
import { makeResult } from './make-result.ts';
import { tryOnDossier } from './try-on-dossier.ts';

/** How the result comes to be: made from the dossier's answers, or a PDF that was written elsewhere. */
export type Drafting =
  | { readonly made: 'from the answers'; readonly conclusion: string }
  | { readonly made: 'uploaded'; readonly conclusion: string; readonly content: Uint8Array };

/**
 * The specialist lays down the result as it should be signed. Its file is kept before the history names it.
 *
 * @returns a refusal of the rule; for what was uploaded `file-empty`, `file-too-large`, `file-unreadable`, and
 *   `file-type-unknown` when it is no PDF; `undefined` when no dossier has this code
 */
export async function draftResult(house: House, officer: Officer, command: Command<Drafting>): Promise<Acted | Refusal | undefined> {
  const { code, request } = command;
  const { made, conclusion } = request;
  const by = byOfficer(officer, 'draft result');
  const draftOf = (digest: string): ResultDraft => ({ digest, made, conclusion });
  const tried = await tryOnDossier(house, by, { ...command, request: draftOf('') }, decide);
  if (!tried || isRefusal(tried)) return tried;

  const digest = request.made === 'uploaded' ? await keepUpload(house, request.content) : await keepMade(house, code, tried, conclusion);
  if (isRefusal(digest)) return digest;
  // What was asked for is the same however often the paper is made anew: only an upload is named by its content.
  const asked = request.made === 'uploaded' ? draftOf(digest) : { made, conclusion };
  // What is made of the answers is made of those of this version: were one corrected meanwhile, the paper would say what was wrong.
  const { seenVersion = made === 'uploaded' ? undefined : tried.end.version } = command;
  return actOnDossier(house, by, { ...command, seenVersion, request: asked }, (dossier, _, facts) =>
    decide(dossier, draftOf(digest), facts),
  );
}

async function keepMade(house: House, code: string, { end, done }: Loaded, conclusion: string): Promise<string | Refusal> {
  if (done) return '';
  const result = await makeResult(house, code, end.version, { conclusion, number: null, signedBy: null });
  return result ? (await keepPaper(house, result.pdf)).digest : refuse('result-missing');
}

async function keepUpload(house: House, content: Uint8Array): Promise<string | Refusal> {
  const kept = await house.files.receive(content, { maxBytes: maxFileBytes }, (row) => ensureFile(house.db, row, false, house.now()));
  if (isRefusal(kept)) return kept;
  if (kept.mediaType !== 'application/pdf') return refuse('file-type-unknown');
  await holdFiles(house.db, [kept.digest]);
  return kept.digest;
}
