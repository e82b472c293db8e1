import type { Choice, Form, FormPage, Question, QuestionKind } from './form.ts';

const kinds: readonly QuestionKind[] = ['text', 'long text', 'number', 'date', 'choice', 'identity', 'phone', 'email'];

/** How long an answer may be where the form does not say. */
const usualLength: Readonly<Record<QuestionKind, number>> = {
  text: 300,
  'long text': 4000,
  number: 20,
  date: 40,
  choice: 60,
  identity: 20,
  phone: 30,
  email: 254,
};

/**
 * A form as it is written down: what is usual is left out there and filled in here. Every form begins with the applicant's page.
 *
 * @param applicantPage the page that all forms share, as it is written down
 * @throws RangeError with the place, when it is not such a form: a fault in the data, never the citizen's
 */
export function readForm(written: unknown, applicantPage: unknown): Form {
  const { formId, version, pages, replaces } = object(written, 'form');
  const form = {
    formId: text(formId, 'formId'),
    version: count(version, 'version'),
    pages: [readPage(applicantPage, 'applicant'), ...list(pages, 'pages').map((page, i) => readPage(page, `pages.${i}`))],
    replaces: list(replaces ?? [], 'replaces').map((no) => count(no, 'replaces')),
  };
  checkOrder(form.pages);
  return form;
}

function readPage(written: unknown, at: string): FormPage {
  const { pageId, title, intro, questions } = object(written, at);
  return {
    pageId: text(pageId, `${at}.pageId`),
    title: text(title, `${at}.title`),
    intro: textOrNull(intro, `${at}.intro`),
    questions: list(questions, `${at}.questions`).map((question, i) => readQuestion(question, `${at}.questions.${i}`)),
  };
}

function readQuestion(written: unknown, at: string): Question {
  const { questionId, kind: kindWritten, label, hint, optional, maxLength, choices, past, when } = object(written, at);
  const kind = kinds.find((one) => one === kindWritten);
  if (!kind) throw new RangeError(`${at}.kind: ${String(kindWritten)}`);
  return {
    questionId: text(questionId, `${at}.questionId`),
    kind,
    label: text(label, `${at}.label`),
    hint: textOrNull(hint, `${at}.hint`),
    required: optional !== true,
    maxLength: maxLength === undefined ? usualLength[kind] : count(maxLength, `${at}.maxLength`),
    choices: list(choices ?? [], `${at}.choices`).map((choice, i) => readChoice(choice, `${at}.choices.${i}`)),
    past: past === true,
    when: when === undefined ? null : readCondition(when, `${at}.when`),
  };
}

function readChoice(written: unknown, at: string): Choice {
  const { value, label } = object(written, at);
  return { value: text(value, `${at}.value`), label: text(label, `${at}.label`) };
}

function readCondition(written: unknown, at: string): NonNullable<Question['when']> {
  const { questionId, is } = object(written, at);
  return { questionId: text(questionId, `${at}.questionId`), is: list(is, `${at}.is`).map((value) => text(value, `${at}.is`)) };
}

/** A question is asked once, and its condition looks at a choice that was offered before it. */
function checkOrder(pages: readonly FormPage[]): void {
  const before = new Map<string, Question>();
  for (const question of pages.flatMap(({ questions }) => questions)) {
    const { questionId, kind, choices, when } = question;
    if (before.has(questionId)) throw new RangeError(`${questionId}: asked twice`);
    if (kind === 'choice' && choices.length < 2) throw new RangeError(`${questionId}: nothing to choose`);
    const offered = when && before.get(when.questionId)?.choices.map(({ value }) => value);
    if (when && !when.is.every((value) => offered?.includes(value))) throw new RangeError(`${questionId}: no such choice before it`);
    before.set(questionId, question);
  }
}

function object(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RangeError(`${at}: not an object`);
  return { ...value };
}

function list(value: unknown, at: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new RangeError(`${at}: not a list`);
  return value;
}

function text(value: unknown, at: string): string {
  if (typeof value !== 'string' || value === '') throw new RangeError(`${at}: no text`);
  return value;
}

function textOrNull(value: unknown, at: string): string | null {
  return value === undefined ? null : text(value, at);
}

function count(value: unknown, at: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) throw new RangeError(`${at}: not a number from 1`);
  return value;
}
