import { dueInstant } from '#domain/calendar/due.ts';
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { Feedback, FeedbackDues } from './feedback.ts';

/** Within how many working days after it was given each of these is owed. What is written back is answered within the last, anew. */
export const feedbackWorkingDays = { acknowledge: 2, handOn: 5, answer: 15 } as const;

/**
 * By when each step is owed, at the closing of its last day. The day on which it was given does not count.
 *
 * @example given on Monday 14 May: acknowledged by Wednesday 16, handed on by Monday 21, answered by Monday 4 June
 */
export function feedbackDues(givenAt: Date, calendar: WorkingCalendar): FeedbackDues {
  const within = (workingDays: number) =>
    dueInstant({ receivedAt: givenAt, time: { value: workingDays, unit: 'working-day' }, rule: 'end-of-day' }, calendar);
  return {
    acknowledgeDueAt: within(feedbackWorkingDays.acknowledge),
    handOnDueAt: within(feedbackWorkingDays.handOn),
    answerDueAt: within(feedbackWorkingDays.answer),
  };
}

/** What the office owes next, and by when; null once it is answered. */
export function owedNext(feedback: Feedback): { readonly what: keyof typeof feedbackWorkingDays; readonly dueAt: Date } | null {
  const { answeredAt, acknowledgedAt, handlerAgencyId, writtenBack, acknowledgeDueAt, handOnDueAt, answerDueAt } = feedback;
  if (answeredAt) return null;
  if (!acknowledgedAt) return { what: 'acknowledge', dueAt: acknowledgeDueAt };
  if (handlerAgencyId === null && !writtenBack) return { what: 'handOn', dueAt: handOnDueAt };
  return { what: 'answer', dueAt: answerDueAt };
}
