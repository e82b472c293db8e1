import { faultOfDate } from '#domain/form/date.ts';
import type { Question } from '#domain/form/form.ts';
import type { RefusalAt } from '#domain/refusal.ts';
import type { Words } from './words.ts';

/** What is wrong with an answer, in words: of a date, also why it is none, such as that April has 30 days. */
export function faultSaid({ wrong, dateWrong }: Words, kind: Question['kind'] | 'file', at: RefusalAt, answer = ''): string {
  const fault = kind === 'date' && at === 'not-a-date' ? faultOfDate(answer) : undefined;
  if (!fault) return wrong[at];
  return fault.wrong === 'month-too-short' ? dateWrong[fault.wrong](fault) : dateWrong[fault.wrong];
}
