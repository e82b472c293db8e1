import { readingsOf } from '#domain/workflow/condition.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import type { Form, Question } from './form.ts';

/** The questions that the conditions of a workflow read, in the order of the form; each by itself, whatever is asked before it, and never owed. */
export function questionsRead({ flows }: Workflow, form: Form): readonly Question[] {
  const questions = form.pages.flatMap((page) => page.questions);
  const known = questions.map(({ questionId }) => questionId);
  const read = new Set(flows.flatMap(({ condition }) => readingsOf(condition ?? '', known).map(({ name }) => name)));
  return questions.flatMap((question) => (read.has(question.questionId) ? [{ ...question, required: false, when: null }] : []));
}
