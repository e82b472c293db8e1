import type { Officer } from '#domain/access/actor.ts';
import { readCode } from '#domain/dossier/code.ts';
import { nameable } from '#domain/feedback/handle.ts';
import { type FeedbackAct, feedbackActs, mayHandle, mayReceive, routeFeedback } from '#domain/feedback/route.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { appendFeedbackReading, loadFeedback } from '#server/store/feedbacks.ts';
import { withWhoActed } from './feedback-facts.ts';
import { type FeedbackView, feedbackViewOf } from './feedback-view.ts';
import { referenceOf } from './reference.ts';

export type HandlerView = FeedbackView & {
  readonly openActs: readonly FeedbackAct[];
  /** Where it can be handed to, and where the rule would have it; null when it leaves the choice. */
  readonly targets: readonly { readonly agencyId: string; readonly name: string }[];
  readonly proposedAgencyId: string | null;
  /** Officers who may turn out to be the one complained of. */
  readonly nameable: readonly { readonly officerId: string; readonly name: string }[];
  /** Whom the feedback is kept from. */
  readonly keptOutNames: readonly string[];
};

/**
 * An officer opens a feedback that he may handle. That he read it is recorded.
 *
 * @returns the feedback; `role-missing`, `not-yours`, or `complained-of` for whoever it complains of; `undefined` when none has this code
 */
export async function readFeedback(house: House, officer: Officer, code: string): Promise<HandlerView | Refusal | undefined> {
  const found = await loadFeedback(house.db, readCode(code));
  if (!found) return undefined;
  const loaded = await withWhoActed(house, found);
  const { feedback, feedbackId } = loaded;
  const by = mayHandle(officer, 'read feedback', feedback);
  if (isRefusal(by)) return by;

  await appendFeedbackReading(house.db, by, feedbackId, house.now());
  const { agencies, officers, officerNameOf } = await referenceOf(house);
  const offices = { agencies, officers };
  return {
    ...(await feedbackViewOf(house, loaded)),
    openActs: feedbackActs.filter((act) => isOpen(act, feedback) && !isRefusal(mayHandle(officer, act, feedback))),
    targets: agencies.filter(({ agencyId }) => mayReceive(agencyId, feedback, offices)).map(({ agencyId, name }) => ({ agencyId, name })),
    proposedAgencyId: routeFeedback(feedback, offices),
    nameable: nameable(feedback, offices).map(({ officerId, name }) => ({ officerId, name })),
    keptOutNames: feedback.keptOut.flatMap((officerId) => officerNameOf(officerId) ?? []),
  };
}

/** Whether the feedback is where the act makes sense, whoever does it. */
function isOpen(act: FeedbackAct, { acknowledgedAt, answeredAt, consent }: FeedbackView['feedback']): boolean {
  switch (act) {
    case 'acknowledge feedback':
      return acknowledgedAt === null && answeredAt === null;
    case 'hand feedback on':
    case 'answer feedback':
      return answeredAt === null;
    case 'publish feedback':
      return answeredAt !== null && consent;
    case 'read feedback':
      return true;
  }
}
