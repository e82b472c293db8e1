import { type Actor, citizen } from '#domain/access/actor.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { readCode } from '#domain/dossier/code.ts';
import { digest } from '#domain/dossier/history.ts';
import { tokenOf } from '#domain/dossier/secret.ts';
import { feedbackCode } from '#domain/feedback/code.ts';
import type { FeedbackChannel } from '#domain/feedback/feedback.ts';
import { feedbackForm, keptAnswers } from '#domain/feedback/form.ts';
import { giveFeedback as decide, type GiveFacts } from '#domain/feedback/give.ts';
import type { Answers, Form } from '#domain/form/form.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { findDossierId } from '#server/store/dossiers.ts';
import {
  appendFeedbackEvents,
  findFeedbackOfCommand,
  listOfficersOnDossier,
  newFeedbackId,
  nextFeedbackNumber,
} from '#server/store/feedbacks.ts';
import { takingAgencyId } from './feedback-facts.ts';
import { limitPace } from './limit-pace.ts';
import { referenceOf } from './reference.ts';

/** What was filled in, with the id of the command so that a second sending is known. Question → answer, as `feedbackForm` asks. */
export type NewFeedback = {
  readonly commandId: string;
  readonly answers: Answers;
  /** Where it comes from: counted for the limit, kept nowhere beside the feedback; absent when it is typed in here. */
  readonly address?: string;
  /** Made for the demonstration. */
  readonly demo?: boolean;
};

/** Code of the feedback, and the token of its pages. */
export type GivenFeedback = { readonly code: string; readonly token: string };

/** Anybody tells the city something by the web form. Sent twice, it is one feedback. */
export function giveFeedback(house: House, feedback: NewFeedback): Promise<GivenFeedback | Refusal> {
  return bearFeedback(house, citizen, 'web', feedback);
}

/**
 * Gives a code and begins a history, in whichever way it comes in.
 * Of whoever wants no name kept, what identifies goes no further than this call, not even into a digest.
 *
 * @returns code and token; or `answers-incomplete` with what is wrong at each question, `command-reused`, `too-much-sent`
 */
export async function bearFeedback(
  house: House,
  by: Actor,
  channel: FeedbackChannel,
  { commandId, answers, address, demo = false }: NewFeedback,
): Promise<GivenFeedback | Refusal> {
  const { agencies, officers, calendarOf } = await referenceOf(house);
  const form = feedbackForm(agencies.map(({ agencyId }) => agencyId));
  const request = requestOf(form, answers);
  const before = await answerBefore(house, commandId, request);
  if (before) return before;

  const now = house.now();
  const facts: GiveFacts = {
    now,
    form,
    offices: { agencies, officers },
    calendar: calendarOf(takingAgencyId(agencies)),
    channel,
    demo,
    code: '',
    dossier: await dossierNamed(house, keptAnswers(form, answers)('dossier')),
  };
  const tried = decide(answers, facts);
  if (isRefusal(tried)) return tried;
  const tooMuch = address === undefined ? null : await limitPace(house, 'feedback', address);
  if (tooMuch) return tooMuch;

  const day = dayOf(now);
  const code = feedbackCode(day, await nextFeedbackNumber(house.db, day));
  const decision = decide(answers, { ...facts, code });
  if (isRefusal(decision)) return decision;

  const feedbackId = newFeedbackId();
  const version = await appendFeedbackEvents(house.db, { feedbackId, history: [] }, decision, { by, commandId, request });
  // Sent twice at the same moment: the first one's answer is the answer to both.
  return version === null ? ((await answerBefore(house, commandId, request)) ?? refuse('command-reused')) : given(house, feedbackId, code);
}

function requestOf(form: Form, answers: Answers): object {
  const kept = keptAnswers(form, answers);
  const asked = ['kind', 'text', 'agency', 'whom', 'consent', ...(kept('named') === 'yes' ? ['dossier', 'name', 'phone', 'email'] : [])];
  return Object.fromEntries(asked.map((questionId) => [questionId, kept(questionId)]));
}

async function answerBefore(house: House, commandId: string, request: object): Promise<GivenFeedback | Refusal | undefined> {
  const before = await findFeedbackOfCommand(house.db, commandId);
  if (!before) return undefined;
  const isSame = before.request === null || before.request === digest(request);
  return isSame ? given(house, before.feedbackId, before.code) : refuse('command-reused');
}

function given({ key }: House, feedbackId: string, code: string): GivenFeedback {
  return { code, token: tokenOf(key, feedbackId) };
}

async function dossierNamed({ db }: House, typed: string): Promise<GiveFacts['dossier']> {
  const dossierId = typed && (await findDossierId(db, readCode(typed)));
  return dossierId ? { dossierId, actedBy: await listOfficersOnDossier(db, dossierId) } : null;
}
