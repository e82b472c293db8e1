import type { Answers, Question } from '#domain/form/form.ts';
import { type Paper, paperId } from '#domain/form/papers.ts';
import type { RefusalAt } from '#domain/refusal.ts';
import type { Wrong } from '#lib/ui/ErrorSummary.svelte';
import { faultSaid } from '#lib/words/faults.ts';
import type { Words } from '#lib/words/words.ts';

/** What is asked besides the questions of the form, in the order of the page. */
const moneyPlaces = ['fee', 'fee-paid', 'fee-reason', 'note'] as const;
const notNowPlaces = ['gaps', 'explanation', 'answer-on', 'reasons', 'ground'] as const;

type OwnPlace = (typeof moneyPlaces)[number] | (typeof notNowPlaces)[number];

/** What the page asks, in its order, and what was answered. */
type Asked = {
  readonly applicant: readonly Question[];
  readonly papers: readonly Paper[];
  readonly collection: readonly Question[];
  readonly questions: readonly Question[];
  readonly answers: Answers;
};

/** All that is to be put right, from the top of the page to its end: what is said beside the place, and in the summary. */
export function counterFaults(
  at: Readonly<Record<string, RefusalAt>>,
  { applicant, papers, collection, questions, answers }: Asked,
  words: Words,
): readonly (Wrong & { readonly beside: string })[] {
  const { counter, wrong } = words;
  const labels: Readonly<Record<OwnPlace, string>> = {
    fee: counter.fee,
    'fee-paid': counter.paid,
    'fee-reason': counter.exemptReason,
    note: counter.note,
    gaps: counter.handBack,
    explanation: counter.explanation,
    'answer-on': counter.answerOn,
    reasons: counter.reasons,
    ground: counter.ground,
  };
  const place = (id: string, label: string, beside: string) => {
    return { id, beside, words: label.endsWith('?') ? `${label} ${beside}` : `${label}: ${lower(beside)}` };
  };
  const answered = (asked: readonly Question[]) =>
    asked.flatMap(({ questionId, kind, label }) => {
      const fault = at[questionId];
      return fault ? [place(questionId, label, faultSaid(words, kind, fault, answers[questionId]))] : [];
    });
  const own = (ids: readonly OwnPlace[]) =>
    ids.flatMap((id) => {
      const fault = at[id];
      return fault ? [place(id, labels[id], wrong[fault])] : [];
    });
  return [
    ...answered(applicant),
    ...(at.procedure ? [{ id: 'procedure', beside: counter.procedureMissing, words: counter.procedureMissing }] : []),
    ...papers.flatMap(({ component: { no, name } }) => {
      const fault = at[paperId(no)];
      return fault ? [place(paperId(no), name, wrong[fault])] : [];
    }),
    ...own(moneyPlaces),
    ...answered(collection),
    ...answered(questions),
    ...own(notNowPlaces),
  ];
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLocaleLowerCase('vi') + sentence.slice(1);
}
