import type { Feedback, FeedbackBirth, FeedbackDues } from './feedback.ts';

/** What can have happened to a feedback. Free text and all that is personal stand in the `sealed` part, which can be wiped one day. */
export type FeedbackEvent =
  | (Happened<'given'> &
      FeedbackBirth &
      FeedbackDues &
      Pick<Feedback, 'keptOut' | 'handlerAgencyId' | 'consent'> & { readonly sealed: Told | null })
  | Happened<'acknowledged'>
  | (Happened<'handed on'> & {
      readonly agencyId: string;
      /** Who was recognised as complained of only now. */
      readonly keptOut: readonly string[];
      readonly sealed: { readonly note: string } | null;
    })
  | (Happened<'answered'> & { readonly sealed: { readonly text: string } | null })
  | (Happened<'written back'> & { readonly answerDueAt: Date; readonly sealed: { readonly text: string } | null })
  | (Happened<'consent changed'> & { readonly consent: boolean })
  | (Happened<'published'> & { readonly sealed: Published | null })
  | Happened<'publication withdrawn'>;

/** What was told. `contact` is null for whoever wants no name kept: then nothing of it is anywhere. */
export type Told = {
  readonly text: string;
  /** Whom it is about, in the giver's words. */
  readonly whom: string;
  readonly dossierCode: string;
  readonly contact: Contact | null;
};

export type Contact = { readonly name: string; readonly phone: string; readonly email: string };

/** The version that everybody may read: nothing personal is left in it. */
export type Published = { readonly text: string; readonly answer: string };

type Happened<Type extends string> = { readonly type: Type; readonly at: Date };
