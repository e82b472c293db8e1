import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { type Decision, refuse } from '#domain/refusal.ts';
import { normaliseTyped } from '#domain/text/clean.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { FeedbackEvent } from './events.ts';
import type { Feedback } from './feedback.ts';
import { mayReceive, type Offices } from './route.ts';
import { feedbackDues } from './terms.ts';

/** What a decision on a feedback may know. */
export type FeedbackFacts = {
  readonly now: Date;
  readonly offices: Offices;
  readonly calendar: WorkingCalendar;
  /** What must not stand in anything that is published: names, numbers and codes of whom it is from and about. */
  readonly personal: readonly string[];
};

/** Longest answer, note or letter that is kept. */
export const longestText = 10_000;

/** Tells the giver that somebody has read it and that it will be answered. */
export function acknowledgeFeedback(feedback: Feedback, _request: object, { now }: FeedbackFacts): Decision<FeedbackEvent> {
  return feedback.acknowledgedAt ? refuse('wrong-state', { state: feedback.state }) : [{ type: 'acknowledged', at: now }];
}

export type HandOn = { readonly agencyId: string; readonly note: string; readonly keptOut: readonly string[] };

/**
 * Hands it to the agency that is to answer, and names who is complained of, if that shows only now.
 *
 * @returns `handed on`, or a refusal: `already-answered`, `complained-of` when the agency is the one complained of or nobody is left
 *   there who may answer, `answers-incomplete` with what is wrong at `agency` or `note`
 */
export function handFeedbackOn(feedback: Feedback, request: HandOn, { now, offices }: FeedbackFacts): Decision<FeedbackEvent> {
  if (feedback.answeredAt) return refuse('already-answered');
  const { agencyId } = request;
  const note = typedText(request.note);
  const isKnown = offices.agencies.some((agency) => agency.agencyId === agencyId);
  const at = { ...(isKnown ? {} : { agency: agencyId ? ('not-a-choice' as const) : ('missing' as const) }), ...wrongText('note', note, 0) };
  if (Object.keys(at).length > 0) return { refused: 'answers-incomplete', at };

  const keptOut = request.keptOut.filter((officerId) => offices.officers.some((officer) => officer.officerId === officerId));
  const concern = { ...feedback, keptOut: [...feedback.keptOut, ...keptOut] };
  if (!mayReceive(agencyId, concern, offices)) return refuse('complained-of');
  return [{ type: 'handed on', at: now, agencyId, keptOut, sealed: { note } }];
}

/** @returns `answered`, or a refusal: `already-answered`, `answers-incomplete` when there is no text */
export function answerFeedback(feedback: Feedback, request: { readonly text: string }, { now }: FeedbackFacts): Decision<FeedbackEvent> {
  if (feedback.answeredAt) return refuse('already-answered');
  const text = typedText(request.text);
  const at = wrongText('text', text, 1);
  return Object.keys(at).length > 0 ? { refused: 'answers-incomplete', at } : [{ type: 'answered', at: now, sealed: { text } }];
}

/**
 * Whoever gave it writes back, once, to an answer. It is to be answered again, within the same time anew.
 *
 * @returns `written back`, or a refusal: `wrong-state` before the answer, `already-written-back`, `answers-incomplete` when there is no text
 */
export function writeBack(
  feedback: Feedback,
  request: { readonly text: string },
  { now, calendar }: FeedbackFacts,
): Decision<FeedbackEvent> {
  if (feedback.writtenBack) return refuse('already-written-back');
  if (!feedback.answeredAt) return refuse('wrong-state', { state: feedback.state });
  const text = typedText(request.text);
  const at = wrongText('text', text, 1);
  if (Object.keys(at).length > 0) return { refused: 'answers-incomplete', at };
  return [{ type: 'written back', at: now, answerDueAt: feedbackDues(now, calendar).answerDueAt, sealed: { text } }];
}

/** Whoever gave it agrees to be published, or takes that back: then what is published is so no longer. Nothing, when it was so before. */
export function changeConsent(
  feedback: Feedback,
  { consent }: { readonly consent: boolean },
  { now }: FeedbackFacts,
): Decision<FeedbackEvent> {
  return consent === feedback.consent ? [] : [{ type: 'consent changed', at: now, consent }];
}

/** What was typed, with the line ends of one machine. */
export function typedText(text: string): string {
  return normaliseTyped(text.replaceAll('\r\n', '\n'));
}

/** What is wrong with a text, under the name of its question. */
export function wrongText(name: string, text: string, shortest: 0 | 1): Readonly<Record<string, 'missing' | 'not-storable' | 'too-long'>> {
  if (text.length < shortest) return { [name]: 'missing' };
  if (!isStorable(text)) return { [name]: 'not-storable' };
  return text.length > longestText ? { [name]: 'too-long' } : {};
}

/** The officers of the agency it is about who are not kept out yet: one of them may turn out to be the one complained of. */
export function nameable({ aboutAgencyId, keptOut }: Feedback, { officers }: Offices): Offices['officers'] {
  return officers.filter(
    ({ officerId, assignments }) => !keptOut.includes(officerId) && assignments.some(({ agencyId }) => agencyId === aboutAgencyId),
  );
}
