import type { Question } from './form.ts';

/** A question with those that its choices bring, in groups that are brought by the same choices. */
export type Asked = { readonly question: Question; readonly groups: readonly Group[] };

export type Group = { readonly is: readonly string[]; readonly questions: readonly Question[] };

/**
 * Puts what is asked only after a choice under that choice, in the order in which it was written down.
 * A question whose choice stands on another page, or is itself asked only after a choice, stands by itself.
 */
export function groupQuestions(questions: readonly Question[]): readonly Asked[] {
  const parents = questions.filter((question) => !parentOf(question, questions));
  return parents.map((question) => {
    const groups: { is: readonly string[]; questions: Question[] }[] = [];
    for (const child of questions) {
      if (child.when?.questionId !== question.questionId) continue;
      const last = groups.at(-1);
      if (last && sameChoices(last.is, child.when.is)) last.questions.push(child);
      else groups.push({ is: child.when.is, questions: [child] });
    }
    return { question, groups };
  });
}

function parentOf({ when }: Question, questions: readonly Question[]): Question | undefined {
  const parent = when && questions.find(({ questionId }) => questionId === when.questionId);
  return parent && !parentOf(parent, questions) ? parent : undefined;
}

function sameChoices(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
