import type { Role } from '#domain/access/actor.ts';
import type { FeedbackEvent, Told } from '#domain/feedback/events.ts';
import type { Feedback } from '#domain/feedback/feedback.ts';
import { owedNext } from '#domain/feedback/terms.ts';
import type { House } from '#server/house.ts';
import type { LoadedFeedback } from '#server/store/feedbacks.ts';
import { referenceOf } from './reference.ts';

/** One thing that happened, as pages show it. */
export type FeedbackHistoryLine = {
  readonly version: number;
  readonly type: FeedbackEvent['type'];
  readonly at: Date;
  readonly role: Role;
  readonly agencyName: string;
  /** Null for whoever gave it. */
  readonly officerName: string | null;
  /** Where it was handed. */
  readonly toAgencyName: string | null;
  /** What was written: an answer, a letter back, a note. */
  readonly text: string;
};

/** A feedback with all that its pages show, for the office and for whoever gave it; who may see what of it is their business. */
export type FeedbackView = {
  readonly feedback: Feedback;
  /** Null once it is wiped. */
  readonly told: Told | null;
  readonly aboutAgencyName: string | null;
  readonly handlerAgencyName: string | null;
  readonly owed: ReturnType<typeof owedNext>;
  readonly lines: readonly FeedbackHistoryLine[];
};

export async function feedbackViewOf(house: House, { feedback, history }: LoadedFeedback): Promise<FeedbackView> {
  const { agencyOf, officerNameOf } = await referenceOf(house);
  const nameOf = (agencyId: string | null) => (agencyId ? agencyOf(agencyId).name : null);
  const first = history[0]?.event;
  return {
    feedback,
    told: first?.type === 'given' ? first.sealed : null,
    aboutAgencyName: nameOf(feedback.aboutAgencyId),
    handlerAgencyName: nameOf(feedback.handlerAgencyId),
    owed: owedNext(feedback),
    lines: history.map(({ version, by, event }) => ({
      version,
      type: event.type,
      at: event.at,
      role: by.role,
      agencyName: nameOf(by.agencyId) ?? '',
      officerName: by.role === 'citizen' ? null : officerNameOf(by.personId),
      toAgencyName: event.type === 'handed on' ? nameOf(event.agencyId) : null,
      text: textOf(event),
    })),
  };
}

function textOf(event: FeedbackEvent): string {
  switch (event.type) {
    case 'given':
    case 'answered':
    case 'written back':
      return event.sealed?.text ?? '';
    case 'handed on':
      return event.sealed?.note ?? '';
    default:
      return '';
  }
}
