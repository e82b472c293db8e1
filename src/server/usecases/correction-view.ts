import { receivedAfter, submissionAfter, whyNotCorrect } from '#domain/dossier/correct.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { CheckedComponent, DossierEvent } from '#domain/dossier/events.ts';
import type { Recorded } from '#domain/dossier/history.ts';
import { isPersonal, maskPersonal } from '#domain/dossier/personal.ts';
import { offeredOn } from '#domain/form/check.ts';
import type { Answers, Form, Question } from '#domain/form/form.ts';
import { answerAsSaid } from '#server/papers/wording.ts';

type Counts = Pick<CheckedComponent, 'originals' | 'copies' | 'inOrder'>;

type Fee = NonNullable<Extract<DossierEvent, { type: 'corrected' }>['fee']>;

/** What a correction changed, from what to what; personal numbers in part only. */
export type Change =
  | { readonly of: 'answer'; readonly label: string; readonly was: string; readonly is: string }
  | { readonly of: 'component'; readonly no: number; readonly was: Counts | null; readonly is: Counts }
  | { readonly of: 'fee'; readonly was: Fee; readonly is: Fee };

/** What can be corrected, as it stands: questions with their answers, and what was received. */
export type Correctable = {
  readonly pages: readonly { readonly title: string; readonly questions: readonly Question[] }[];
  /** Only of what is asked and not personal; of a personal number `parts` has the part that is shown. */
  readonly answers: Answers;
  readonly parts: Readonly<Record<string, string>>;
  readonly received: (Fee & { readonly components: readonly CheckedComponent[] }) | null;
};

/** Version of each correction → what it changed. */
export function changesOf(history: readonly Recorded[], form: Form | undefined): Readonly<Record<number, readonly Change[]>> {
  const events = history.map(({ event }) => event);
  const corrections = history.flatMap(({ event, version }, i) => {
    return event.type === 'corrected' ? [[version, changesBy(event, events.slice(0, i), form)] as const] : [];
  });
  return Object.fromEntries(corrections);
}

function changesBy(
  { components, fee, sealed }: Extract<DossierEvent, { type: 'corrected' }>,
  before: readonly DossierEvent[],
  form: Form | undefined,
): readonly Change[] {
  const answers = submissionAfter(before)?.answers ?? {};
  const received = receivedAfter(before);
  const questions = (form?.pages ?? []).flatMap((page) => page.questions);
  return [
    ...Object.entries(sealed?.answers ?? {}).map(([questionId, is]): Change => {
      const question = questions.find((one) => one.questionId === questionId);
      const said = (answer: string) => (question ? saidOf(question, answer) : answer);
      return { of: 'answer', label: question?.label ?? questionId, was: said(answers[questionId] ?? ''), is: said(is) };
    }),
    ...components.map(
      (is): Change => ({ of: 'component', no: is.no, was: received?.components.find(({ no }) => no === is.no) ?? null, is }),
    ),
    ...(fee && received ? [{ of: 'fee' as const, was: { feeVnd: received.feeVnd, feePaid: received.feePaid }, is: fee }] : []),
  ];
}

function saidOf(question: Question, answer: string): string {
  return isPersonal(question.kind) ? maskPersonal(question.kind, answer) : answerAsSaid(question, answer);
}

/** Null where nothing can be corrected, or what was typed has been wiped. */
export function correctableOf(history: readonly Recorded[], dossier: Dossier, form: Form | undefined): Correctable | null {
  const events = history.map(({ event }) => event);
  const submission = submissionAfter(events);
  if (!submission || !form || whyNotCorrect(dossier)) return null;
  const received = receivedAfter(events);
  const pages = form.pages.map((page) => ({ title: page.title, questions: offeredOn(page, form, submission.answers) }));
  const questions = pages.flatMap((page) => page.questions);
  const answerOf = ({ questionId }: Question) => submission.answers[questionId] ?? '';
  const personal = questions.filter(({ kind }) => isPersonal(kind));
  const shown = questions.filter(({ kind }) => !isPersonal(kind));
  return {
    pages,
    answers: Object.fromEntries(shown.map((question) => [question.questionId, answerOf(question)])),
    parts: Object.fromEntries(personal.map((question) => [question.questionId, saidOf(question, answerOf(question))])),
    received: received && { components: received.components, feeVnd: received.feeVnd, feePaid: received.feePaid },
  };
}
