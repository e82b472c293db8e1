import { type Actor, citizen, type Officer } from '#domain/access/actor.ts';
import { readCode } from '#domain/dossier/code.ts';
import { digest } from '#domain/dossier/history.ts';
import { isSame, tokenOf } from '#domain/dossier/secret.ts';
import type { FeedbackEvent } from '#domain/feedback/events.ts';
import type { Feedback } from '#domain/feedback/feedback.ts';
import type { FeedbackFacts } from '#domain/feedback/handle.ts';
import { type FeedbackAct, mayHandle } from '#domain/feedback/route.ts';
import { type Decision, isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { appendFeedbackEvents, type LoadedFeedback, loadFeedback } from '#server/store/feedbacks.ts';
import type { Acted, Command } from './act-on-dossier.ts';
import { nobodys } from './by.ts';
import { feedbackFactsFor, withWhoActed } from './feedback-facts.ts';

/** Whether somebody may act on a feedback: as whom the history will name him, or why not. */
export type FeedbackBy = { readonly personId: string; readonly actorFor: (loaded: LoadedFeedback) => Actor | Refusal };

export type DecideFeedback<Request> = (feedback: Feedback, request: Request, facts: FeedbackFacts) => Decision<FeedbackEvent>;

/** An officer handles it, unless he is the one complained of. */
export function byHandler(officer: Officer, act: FeedbackAct): FeedbackBy {
  return { personId: officer.officerId, actorFor: ({ feedback }) => mayHandle(officer, act, feedback) };
}

/** Whoever holds the token of its pages gave it. */
export function byGiver({ key }: House, token: string): FeedbackBy {
  return {
    personId: citizen.personId,
    actorFor: ({ feedbackId }) => (isSame(token, tokenOf(key, feedbackId ?? nobodys)) ? citizen : refuse('not-yours')),
  };
}

/**
 * Load, decide, append: the one way a feedback changes.
 *
 * Nothing is locked while deciding. If the feedback moved meanwhile, it is decided once more on what is there now; if it moved again,
 * the answer is `dossier-moved`. A command sent twice has one effect; with another request under the same id it is refused, `command-reused`.
 *
 * @returns the version reached, a refusal, or `undefined` when no feedback has this code
 */
export async function actOnFeedback<Request extends object>(
  house: House,
  by: FeedbackBy,
  command: Command<Request>,
  decide: DecideFeedback<Request>,
): Promise<Acted | Refusal | undefined> {
  const answer = await decideAndAppend(house, by, command, decide);
  if (answer !== 'stale') return answer;

  const again = await decideAndAppend(house, by, command, decide);
  return again === 'stale' ? refuse('dossier-moved') : again;
}

async function decideAndAppend<Request extends object>(
  house: House,
  { personId, actorFor }: FeedbackBy,
  { code, commandId, request }: Command<Request>,
  decide: DecideFeedback<Request>,
): Promise<Acted | Refusal | 'stale' | undefined> {
  const found = await loadFeedback(house.db, readCode(code));
  if (!found) return undefined;
  const loaded = await withWhoActed(house, found);

  const done = loaded.history.findLast((one) => one.commandId === commandId && one.by.personId === personId);
  if (done) {
    const asked = loaded.requests.get(commandId) ?? null;
    return asked === null || asked === digest(request) ? { code, version: done.version } : refuse('command-reused');
  }

  const actor = actorFor(loaded);
  if (isRefusal(actor)) return actor;

  const decision = decide(loaded.feedback, request, await feedbackFactsFor(house, loaded));
  if (isRefusal(decision)) return decision;
  if (decision.length === 0) return { code, version: loaded.history.length };

  const version = await appendFeedbackEvents(house.db, loaded, decision, { by: actor, commandId, request });
  return version === null ? 'stale' : { code, version };
}
