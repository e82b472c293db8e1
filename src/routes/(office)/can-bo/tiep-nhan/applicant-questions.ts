import { type Day, isDay, yearOf } from '#domain/calendar/day.ts';
import { answerTo } from '#domain/form/check.ts';
import type { Answers, FormPage, Question } from '#domain/form/form.ts';
import { identityWarnings, normaliseIdentity, readIdentityNumber } from '#domain/text/identity.ts';
import { formatPhone, normalisePhone } from '#domain/text/phone.ts';
import type { Words } from '#lib/words/words.ts';

/** In the order in which an officer reads them off an identity card. */
const order = [
  'applicant-kind',
  'applicant-identity',
  'applicant-name',
  'applicant-born-on',
  'representative-name',
  'organisation-name',
  'organisation-number',
  'applicant-phone',
  'applicant-email',
  'applicant-address',
];

/** How the result is collected: asked at the end, beside the fee. */
const collectionIds = ['collection', 'delivery-address'];

/** The applicant's questions in an officer's few words, with a hint where a number tells something. */
export function applicantQuestions({ questions }: FormPage, answers: Answers, today: Day, { counter }: Words): readonly Question[] {
  const labels: Readonly<Record<string, string>> = {
    'applicant-kind': counter.kind,
    'applicant-identity': counter.identity,
    'applicant-name': counter.name,
    'applicant-born-on': counter.bornOn,
    'representative-name': counter.representative,
    'organisation-name': counter.organisationName,
    'organisation-number': counter.organisationNumber,
    'applicant-phone': counter.phone,
    'applicant-email': counter.email,
    'applicant-address': counter.address,
  };
  const choices: Readonly<Record<string, string>> = { self: counter.self, other: counter.other, organisation: counter.organisation };
  const place = (questionId: string) => order.indexOf(questionId) + 1 || order.length + 1;
  return questions
    .filter(({ questionId }) => !collectionIds.includes(questionId))
    .toSorted((a, b) => place(a.questionId) - place(b.questionId))
    .map((question) => ({
      ...question,
      label: labels[question.questionId] ?? question.label,
      hint: hintOf(question.questionId, answers, today, counter),
      choices: question.choices.map(({ value, label }) => ({ value, label: choices[value] ?? label })),
    }));
}

/** How the result is collected, in a few words. */
export function collectionQuestions({ questions }: FormPage, { counter }: Words): readonly Question[] {
  const choices: Readonly<Record<string, string>> = {
    counter: counter.byCounter,
    post: counter.byPost,
    electronic: counter.electronic,
  };
  return questions
    .filter(({ questionId }) => collectionIds.includes(questionId))
    .map((question) => ({
      ...question,
      label: question.questionId === 'collection' ? counter.collection : question.label,
      choices: question.choices.map(({ value, label }) => ({ value, label: choices[value] ?? label })),
    }));
}

/** What a number tells; never a reason to turn somebody away. */
function hintOf(questionId: string, answers: Answers, today: Day, counter: Words['counter']): string | null {
  if (questionId === 'applicant-identity') return identityHint(answers, today, counter);
  if (questionId !== 'applicant-phone') return null;
  const typed = answerTo(questionId, answers);
  const kept = normalisePhone(typed);
  return kept && formatPhone(kept).replaceAll(' ', '') !== typed.replaceAll(/\D/g, '') && /^\D*01/.test(typed)
    ? counter.phoneConverted({ phone: formatPhone(kept) })
    : null;
}

function identityHint(answers: Answers, today: Day, counter: Words['counter']): string | null {
  const number = normaliseIdentity(answerTo('applicant-identity', answers));
  if (number === '') return null;
  const bornOn = answerTo('applicant-born-on', answers);
  const known = { year: yearOf(today), ...(isDay(bornOn) && { birthYear: yearOf(bornOn) }) };
  const said = readIdentityNumber(number);
  const [warning] = identityWarnings(number, known);
  if (warning) return warning === 'birth-year-differs' ? counter[warning]({ year: String(said?.birthYear ?? '') }) : counter[warning];
  if (!said) return counter.identityNine;
  return counter.identityFits({ sex: counter[said.sex], year: String(said.birthYear) });
}
