import { joinDate, splitDate } from './date.ts';
import type { Answers, Question } from './form.ts';

/** The three boxes of a date, by the name of each. */
export const dateBoxes = ['day', 'month', 'year'] as const;

/**
 * The answers to these questions, from the boxes of a form that was sent. Every question gets an answer, if only an empty one,
 * so that what was wiped out is wiped out in the draft too. Line ends are those of one machine, letters are composed (NFC).
 *
 * @param typed what stands in the box of this name
 */
export function answersFrom(questions: readonly Question[], typed: (name: string) => string): Answers {
  const box = (name: string) => typed(name).replaceAll('\r\n', '\n').normalize('NFC');
  return Object.fromEntries(
    questions.map(({ questionId, kind }) => {
      const part = (name: (typeof dateBoxes)[number]) => box(`${questionId}-${name}`);
      const answer = kind === 'date' ? joinDate({ day: part('day'), month: part('month'), year: part('year') }) : box(questionId);
      return [questionId, answer];
    }),
  );
}

/** The other way round: what stands in each box for an answer. */
export function boxesOf({ questionId, kind }: Question, answer: string): Readonly<Record<string, string>> {
  if (kind !== 'date') return { [questionId]: answer };
  const boxes = splitDate(answer);
  return Object.fromEntries(dateBoxes.map((name) => [`${questionId}-${name}`, boxes[name]]));
}
