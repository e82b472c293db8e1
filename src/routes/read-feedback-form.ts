import { feedbackForm } from '#domain/feedback/form.ts';
import type { Answers } from '#domain/form/form.ts';
import { answersFrom } from '#domain/form/typed.ts';
import { isUuid } from '#domain/text/storable.ts';
import { typedIn } from './read-sent-form.ts';

/** What was typed into the form of a feedback, and the id that the form carries; another one when it was no id. */
export function readFeedbackForm(form: FormData): { readonly answers: Answers; readonly commandId: string } {
  const typed = typedIn(form);
  const [page] = feedbackForm([]).pages;
  const commandId = typed('command');
  return { answers: answersFrom(page?.questions ?? [], typed), commandId: isUuid(commandId) ? commandId : crypto.randomUUID() };
}
