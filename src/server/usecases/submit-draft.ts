import { askedAnswers, checkForm } from '#domain/form/check.ts';
import { checkPapers, papersOf, takesFiles } from '#domain/form/papers.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { findCodeOfCommand } from '#server/store/dossiers.ts';
import { type Draft, markDraftSubmitted } from '#server/store/drafts.ts';
import { holdFiles } from '#server/store/files.ts';
import { openDraft } from './open-draft.ts';
import { submitDossier } from './submit-dossier.ts';

/**
 * Hands a draft in: from here on it is a dossier with a code. Sent twice, at once or later, it is one dossier and one answer.
 *
 * @returns the code, or what is still wrong at which question or component; `undefined` when no draft has this token
 */
export async function submitDraft(house: House, token: string): Promise<{ readonly code: string } | Refusal | undefined> {
  const draft = await openDraft(house, token);
  if (!draft) return undefined;
  if (draft.submittedAs !== null) return { code: draft.submittedAs };

  const papers = papersOf(draft.version.components, draft.form);
  const at = { ...checkForm(draft.form, draft.answers, house.now()), ...checkPapers(papers, draft.files) };
  if (Object.keys(at).length > 0) return { refused: 'answers-incomplete', at };

  const taken = new Set(papers.filter(takesFiles).map(({ component }) => component.no));
  return handIn(
    house,
    draft,
    draft.files.filter(({ componentNo }) => taken.has(componentNo)),
  );
}

/** Files are held before the dossier names them: one that is held in vain does no harm, one that is swept would. */
async function handIn(house: House, draft: Draft, files: Draft['files']): Promise<{ readonly code: string } | Refusal> {
  await holdFiles(
    house.db,
    files.map(({ digest }) => digest),
  );
  const { commandId, receivingAgencyId, form, answers } = draft;
  const { procedureId, version } = draft.version;
  const answer = await submitDossier(house, form, {
    commandId,
    procedureId,
    version,
    receivingAgencyId,
    answers: askedAnswers(form, answers),
    files: files.map(({ componentNo, digest, name }) => ({ componentNo, digest, name })),
    trial: false,
  });
  // Another tab changed an answer between two sendings: what was handed in first stands.
  const before = isRefusal(answer) && answer.refused === 'command-reused' ? await findCodeOfCommand(house.db, commandId) : undefined;
  const done = before ?? answer;
  if (!isRefusal(done)) await markDraftSubmitted(house.db, draft.draftId, done.code);
  return isRefusal(done) ? done : { code: done.code };
}
