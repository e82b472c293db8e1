import type { FeedbackEvent } from './events.ts';
import type { Feedback } from './feedback.ts';

/** Builds a feedback from all that happened to it. @throws Error when it does not begin with being given: a fault in the history */
export function replayFeedback(events: readonly FeedbackEvent[]): Feedback {
  const [first, ...rest] = events;
  if (first?.type !== 'given') throw new Error('A history of a feedback begins with its being given');
  const { type: _, at, sealed: __, ...born } = first;
  return rest.reduce(evolveFeedback, {
    ...born,
    state: 'given',
    givenAt: at,
    acknowledgedAt: null,
    answeredAt: null,
    writtenBack: false,
    publishedAt: null,
  });
}

/** Applies one fact. Never refuses: what has happened has happened. */
export function evolveFeedback(feedback: Feedback, event: FeedbackEvent): Feedback {
  switch (event.type) {
    case 'given':
      return feedback;
    case 'acknowledged':
      return { ...feedback, state: stateInHand(feedback), acknowledgedAt: event.at };
    case 'handed on':
      return {
        ...feedback,
        state: 'handed on',
        handlerAgencyId: event.agencyId,
        keptOut: [...new Set([...feedback.keptOut, ...event.keptOut])],
        acknowledgedAt: feedback.acknowledgedAt ?? event.at,
      };
    case 'answered':
      return { ...feedback, state: 'answered', acknowledgedAt: feedback.acknowledgedAt ?? event.at, answeredAt: event.at };
    case 'written back':
      return { ...feedback, state: stateInHand(feedback), answeredAt: null, answerDueAt: event.answerDueAt, writtenBack: true };
    case 'consent changed':
      return { ...feedback, consent: event.consent, publishedAt: event.consent ? feedback.publishedAt : null };
    case 'published':
      return { ...feedback, publishedAt: event.at };
    case 'publication withdrawn':
      return { ...feedback, publishedAt: null };
    default:
      return unknownEvent(event);
  }
}

function stateInHand({ handlerAgencyId }: Feedback): Feedback['state'] {
  return handlerAgencyId === null ? 'acknowledged' : 'handed on';
}

function unknownEvent(event: never): never {
  throw new Error(`No rule for feedback event ${JSON.stringify(event)}`);
}
