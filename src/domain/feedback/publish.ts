import { type Decision, refuse } from '#domain/refusal.ts';
import { fold } from '#domain/text/fold.ts';
import { normalisePhone } from '#domain/text/phone.ts';
import type { FeedbackEvent, Published, Told } from './events.ts';
import type { Feedback } from './feedback.ts';
import { type FeedbackFacts, typedText, wrongText } from './handle.ts';

/**
 * Publishes question and answer in a version in which nothing personal is left. May be done again, to correct it.
 *
 * @returns `published`, or a refusal: `wrong-state` before it is answered, `consent-missing`, `answers-incomplete` when a text is missing,
 *   `personal-data-left` when a name, number or code of whom it is from or about still stands in it
 */
export function publishFeedback(feedback: Feedback, request: Published, { now, personal }: FeedbackFacts): Decision<FeedbackEvent> {
  if (!feedback.answeredAt) return refuse('wrong-state', { state: feedback.state });
  if (!feedback.consent) return refuse('consent-missing');
  const [text, answer] = [typedText(request.text), typedText(request.answer)];
  const at = { ...wrongText('text', text, 1), ...wrongText('answer', answer, 1) };
  if (Object.keys(at).length > 0) return { refused: 'answers-incomplete', at };

  const left = personalLeft(`${text}\n${answer}`, personal);
  return left === undefined ? [{ type: 'published', at: now, sealed: { text, answer } }] : refuse('personal-data-left', { what: left });
}

/** Takes it from the public page. */
export function withdrawPublication(feedback: Feedback, _request: object, { now }: FeedbackFacts): Decision<FeedbackEvent> {
  return feedback.publishedAt ? [{ type: 'publication withdrawn', at: now }] : refuse('wrong-state', { state: feedback.state });
}

/** What of a feedback is personal, so that it must not be read by everybody. */
export function personalOf(told: Told | null, keptOutNames: readonly string[]): readonly string[] {
  const { name = '', phone = '', email = '' } = told?.contact ?? {};
  return [name, phone, email, told?.dossierCode ?? '', ...keptOutNames].filter((one) => one !== '');
}

/** The first of these that still stands in the text, however its marks, spaces and signs are written. A name of one word is often a word. */
function personalLeft(text: string, personal: readonly string[]): string | undefined {
  const [folded, figures] = [` ${fold(text)} `, figuresIn(text)];
  return personal.find((one) => {
    if (normalisePhone(one)) return figures.includes(figuresIn(one).replace(/^(84|0)/, ''));
    return fold(one).includes(' ') ? folded.includes(` ${fold(one)} `) : text.includes(one);
  });
}

function figuresIn(text: string): string {
  return text.replaceAll(/\D/g, '');
}
