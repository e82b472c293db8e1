import type { Faults } from '#domain/form/check.ts';
import type { Answers } from '#domain/form/form.ts';
import { paperId } from '#domain/form/papers.ts';
import { faultSaid } from '#lib/words/faults.ts';
import type { Words } from '#lib/words/words.ts';
import { type FilesAnswer, filesSaid } from '#routes/files-said.ts';
import type { DraftView } from '#server/usecases/read-draft.ts';

/** A place to put right: what is said beside the question, and in the summary on top. */
export type WrongPlace = { readonly id: string; readonly page?: string; readonly beside: string; readonly words: string };

type Step = DraftView['steps'][number];

/** What is wrong with the answers of a page. */
export function wrongAnswers(step: Step, faults: Faults, answers: Answers, words: Words): WrongPlace[] {
  if (step.kind !== 'questions') return [];
  return step.page.offered.flatMap(({ questionId, kind, label }) => {
    const at = faults[questionId];
    return at ? [place(questionId, label, faultSaid(words, kind, at, answers[questionId]))] : [];
  });
}

/** What is wrong with the papers: files that failed, files that are missing. */
export function wrongPapers(
  { papers }: Pick<DraftView, 'papers'>,
  faults: Faults,
  files: FilesAnswer | undefined,
  words: Words,
): WrongPlace[] {
  return papers.flatMap(({ component: { no, name } }) => {
    const id = paperId(no);
    const at = faults[id];
    if (files?.id === id) return [place(id, name, filesSaid(files, words))];
    return at ? [place(id, name, faultSaid(words, 'file', at))] : [];
  });
}

/** All that stands against handing it in, each with the page where it is put right. */
export function wrongAnywhere(draft: DraftView, home: string, words: Words): WrongPlace[] {
  return draft.steps.flatMap((step, i) => {
    const wrong = step.kind === 'questions' ? wrongAnswers(step, step.page.faults, draft.answers, words) : [];
    const missing = step.kind === 'papers' ? wrongPapers(draft, draft.paperFaults, undefined, words) : [];
    return [...wrong, ...missing].map((one) => ({ ...one, page: `${home}/${i + 1}?xem-lai` }));
  });
}

function place(id: string, label: string, beside: string): WrongPlace {
  const words = label.endsWith('?') ? `${label} ${beside}` : `${label}: ${beside.charAt(0).toLocaleLowerCase('vi')}${beside.slice(1)}`;
  return { id, beside, words };
}
