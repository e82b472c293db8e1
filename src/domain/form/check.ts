import { dayOf, isDay } from '#domain/calendar/day.ts';
import type { RefusalAt } from '#domain/refusal.ts';
import { isIdentityNumber, normaliseIdentity } from '#domain/text/identity.ts';
import { parseTypedNumber } from '#domain/text/numbers.ts';
import { normalisePhone } from '#domain/text/phone.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { Answers, Form, FormPage, Question } from './form.ts';

/** Question → what is wrong with its answer; a question without a fault is not in it. */
export type Faults = Readonly<Record<string, RefusalAt>>;

/**
 * What has to be put right on one page before it is done. Only what is asked is checked: a question whose
 * condition does not hold is not looked at, whatever was once typed there.
 *
 * @param now the day of today is taken from it: a birth or a death lies not after it
 */
export function checkPage(form: Form, pageId: string, answers: Answers, now: Date): Faults {
  const page = form.pages.find((one) => one.pageId === pageId);
  return page ? check(askedOn(page, form, answers), answers, now) : {};
}

/** The same for the whole form: what is wrong anywhere. */
export function checkForm(form: Form, answers: Answers, now: Date): Faults {
  const asked = form.pages.flatMap((page) => askedOn(page, form, answers));
  return check(asked, answers, now);
}

/** The questions of a page that are asked, given what was answered so far. */
export function askedOn(page: FormPage, form: Form, answers: Answers): readonly Question[] {
  return page.questions.filter((question) => isAsked(question, form, answers));
}

/**
 * The questions that stand on a page: those asked, and those that a choice made on this very page would bring,
 * so that nobody has to send a page twice to see them.
 */
export function offeredOn(page: FormPage, form: Form, answers: Answers): readonly Question[] {
  const here = new Set(page.questions.map(({ questionId }) => questionId));
  return page.questions.filter((question) => (question.when && here.has(question.when.questionId)) || isAsked(question, form, answers));
}

/**
 * What is handed in: the answers to what was asked, without blanks around them, and nothing else.
 * An answer to a question that is no longer asked stays in the draft but goes no further.
 */
export function askedAnswers(form: Form, answers: Answers): Answers {
  const asked = form.pages.flatMap((page) => askedOn(page, form, answers));
  const given = asked.map(({ questionId }) => [questionId, answerTo(questionId, answers)] as const);
  return Object.fromEntries(given.filter(([, answer]) => answer !== ''));
}

/** What was typed, without the blanks around it; empty when nothing was. */
export function answerTo(questionId: string, answers: Answers): string {
  return Object.hasOwn(answers, questionId) ? (answers[questionId] ?? '').trim() : '';
}

/** A condition holds only when the question it looks at is itself asked. */
function isAsked({ when }: Question, form: Form, answers: Answers): boolean {
  if (!when) return true;
  const before = form.pages.flatMap(({ questions }) => questions).find(({ questionId }) => questionId === when.questionId);
  return before !== undefined && isAsked(before, form, answers) && when.is.includes(answerTo(when.questionId, answers));
}

function check(asked: readonly Question[], answers: Answers, now: Date): Faults {
  const faults = asked.map((question) => [question.questionId, faultOf(question, answerTo(question.questionId, answers), now)] as const);
  return Object.fromEntries(faults.filter((fault): fault is [string, RefusalAt] => fault[1] !== undefined));
}

function faultOf(question: Question, answer: string, now: Date): RefusalAt | undefined {
  if (answer === '') return question.required ? 'missing' : undefined;
  if (!isStorable(answer)) return 'not-storable';
  if (answer.length > question.maxLength) return 'too-long';
  return faultsOfKind[question.kind](answer, question, now);
}

type Judge = (answer: string, question: Question, now: Date) => RefusalAt | undefined;

const faultsOfKind: Readonly<Record<Question['kind'], Judge>> = {
  text: () => undefined,
  'long text': () => undefined,
  number: (answer) => (isCount(answer) ? undefined : 'not-a-number'),
  date: (answer, { past }, now) => {
    if (!isDay(answer) || answer < '1850') return 'not-a-date';
    return past && answer > dayOf(now) ? 'in-the-future' : undefined;
  },
  choice: (answer, { choices }) => (choices.some(({ value }) => value === answer) ? undefined : 'not-a-choice'),
  identity: (answer) => (isIdentity(answer) ? undefined : 'not-an-identity'),
  phone: (answer) => (isPhone(answer) ? undefined : 'not-a-phone'),
  email: (answer) => (isEmail(answer) ? undefined : 'not-an-email'),
};

/** Amounts and counts have neither sign nor decimals. */
function isCount(answer: string): boolean {
  const number = parseTypedNumber(answer);
  return number !== undefined && Number.isInteger(number) && number >= 0;
}

/** A citizen's number, or a passport's letters and figures. Whether it agrees with sex and year is never a block. */
function isIdentity(answer: string): boolean {
  const number = normaliseIdentity(answer);
  return isIdentityNumber(number) || /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9]{6,12}$/.test(number);
}

/** A number of this country, or one from abroad with its country before it. */
function isPhone(answer: string): boolean {
  return normalisePhone(answer) !== undefined || /^\+(?!84)\d{8,15}$/.test(answer.replace(/[ .()-]/g, ''));
}

/** As browsers check it, with a dot in the domain: one address, nothing that a mail's head could take for a second. */
function isEmail(answer: string): boolean {
  return answer.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(answer);
}
