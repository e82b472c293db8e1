import { answerTo, askedAnswers, checkForm, type Faults } from '#domain/form/check.ts';
import type { Answers, Form, Question, QuestionKind } from '#domain/form/form.ts';
import { normaliseTyped } from '#domain/text/clean.ts';
import { type FeedbackKind, feedbackKinds } from './feedback.ts';

/** Kinds that are complaints about what an agency did: which one has to be said. */
const aboutAnAgency: readonly string[] = ['settlement', 'conduct'] satisfies FeedbackKind[];

/**
 * The questions of the form, the same on the page and on the telephone. What they are called stands in the words of each language.
 * Name and ways to be reached are asked only of who wants to be named: what else was once typed there goes no further.
 */
export function feedbackForm(agencyIds: readonly string[]): Form {
  const named = { questionId: 'named', is: ['yes'] };
  const questions = [
    ask('kind', 'choice', { required: true, choices: [...feedbackKinds] }),
    ask('text', 'long text', { required: true, maxLength: 5000 }),
    ask('agency', 'choice', { choices: agencyIds }),
    ask('dossier', 'text', { maxLength: 60 }),
    ask('whom', 'text', { maxLength: 300 }),
    ask('named', 'choice', { required: true, choices: ['no', 'yes'] }),
    ask('name', 'text', { required: true, maxLength: 300, when: named }),
    ask('phone', 'phone', { when: named }),
    ask('email', 'email', { when: named, maxLength: 254 }),
    ask('consent', 'choice', { required: true, choices: ['yes', 'no'] }),
  ];
  return { formId: 'feedback', version: 1, pages: [{ pageId: 'feedback', title: '', intro: null, questions }] };
}

/** What is wrong at which question. */
export function checkFeedback(form: Form, answers: Answers, now: Date): Faults {
  const agencyMissing = aboutAnAgency.includes(answerTo('kind', answers)) && answerTo('agency', answers) === '';
  return { ...checkForm(form, answers, now), ...(agencyMissing ? { agency: 'missing' } : {}) };
}

/** What is kept of the answers: of what was asked, composed and without blanks around it. */
export function keptAnswers(form: Form, answers: Answers): (questionId: string) => string {
  const asked = askedAnswers(form, answers);
  return (questionId) => normaliseTyped(asked[questionId] ?? '');
}

export function feedbackKindOf(answer: string): FeedbackKind | undefined {
  return feedbackKinds.find((kind) => kind === answer);
}

type Asking = { required?: boolean; maxLength?: number; choices?: readonly string[]; when?: NonNullable<Question['when']> };

function ask(questionId: string, kind: QuestionKind, { required = false, maxLength = 60, choices = [], when }: Asking): Question {
  const choosing = choices.map((value) => ({ value, label: '' }));
  return { questionId, kind, label: '', hint: null, required, maxLength, choices: choosing, when: when ?? null };
}
