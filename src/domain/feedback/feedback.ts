/** What somebody wants to tell the city. The first two are complaints about what was done. */
export const feedbackKinds = ['settlement', 'conduct', 'regulation', 'idea', 'thanks'] as const;

export type FeedbackKind = (typeof feedbackKinds)[number];

/** How it came; a call is typed in by the officer on hotline duty. */
export type FeedbackChannel = 'web' | 'hotline';

export const feedbackStates = ['given', 'acknowledged', 'handed on', 'answered'] as const;

export type FeedbackState = (typeof feedbackStates)[number];

/** Who hands it on and publishes the answer: the director, or, where he is kept out, the leader of the agency that handles it. */
export type Overseer = 'director' | 'handler';

/** By when the office owes what, counted from the moment it was given. */
export type FeedbackDues = { readonly acknowledgeDueAt: Date; readonly handOnDueAt: Date; readonly answerDueAt: Date };

/** What is known from the first moment and never changes. */
export type FeedbackBirth = {
  readonly code: string;
  readonly kind: FeedbackKind;
  readonly channel: FeedbackChannel;
  /** Made for the demonstration; counted, and shown as such. */
  readonly demo: boolean;
  /** The agency it is about; null when it is about none in particular. */
  readonly aboutAgencyId: string | null;
  /** Null when none was named, and for whoever wants no name kept: a dossier tells whose it is. */
  readonly dossierId: string | null;
  readonly anonymous: boolean;
  readonly overseer: Overseer;
};

export type Feedback = FeedbackBirth &
  FeedbackDues & {
    readonly state: FeedbackState;
    readonly givenAt: Date;
    /** Officers who may neither see nor handle it. */
    readonly keptOut: readonly string[];
    /** The agency whose head or leader answers; null while it lies with the director. */
    readonly handlerAgencyId: string | null;
    readonly acknowledgedAt: Date | null;
    readonly answeredAt: Date | null;
    /** Whoever gave it may write back once, after the first answer. */
    readonly writtenBack: boolean;
    readonly consent: boolean;
    readonly publishedAt: Date | null;
  };
