import { comparedIn, unreadableFrom } from '#domain/workflow/condition.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import type { Form } from './form.ts';

/** A condition that compares a question with what the question does not offer; `at`: where that stands in it, counted from 0. */
export type ConditionDoubt = {
  readonly kind: 'condition-compares-unoffered';
  readonly element: string;
  readonly at: number;
  readonly name: string;
  readonly value: string;
  readonly offered: readonly string[];
};

/**
 * Comparisons that come out the same whatever is answered: with an option that the question does not have. Mostly a slip of the pen,
 * or the option's words in place of its value. It is doubtful only, for the form's next version may offer that option.
 */
export function conditionDoubts({ flows }: Workflow, form: Form | null): readonly ConditionDoubt[] {
  const questions = form?.pages.flatMap((page) => page.questions) ?? [];
  const known = questions.map(({ questionId }) => questionId);
  return flows.flatMap(({ id: element, condition }) => {
    if (condition === null || unreadableFrom(condition) !== null) return [];
    return comparedIn(condition, known).flatMap(({ name, text: value, from: at }): readonly ConditionDoubt[] => {
      const question = questions.find(({ questionId }) => questionId === name);
      const offered = question?.choices.map((choice) => choice.value) ?? [];
      if (question?.kind !== 'choice' || offered.includes(value)) return [];
      return [{ kind: 'condition-compares-unoffered', element, at, name, value, offered }];
    });
  });
}
