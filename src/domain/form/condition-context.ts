import { parseTypedNumber } from '#domain/text/numbers.ts';
import type { Answers, Form } from './form.ts';

/** The answers as conditions read them: numbers as numbers, all else as text, what was not answered as null. A date is text for `date(…)`. */
export function contextOf(form: Form, answers: Answers): Readonly<Record<string, string | number | null>> {
  const questions = form.pages.flatMap((page) => page.questions);
  return Object.fromEntries(
    questions.map(({ questionId, kind }) => {
      const answer = answers[questionId] ?? '';
      if (kind === 'number') return [questionId, parseTypedNumber(answer) ?? null];
      return [questionId, answer === '' ? null : answer];
    }),
  );
}
