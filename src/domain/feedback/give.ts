import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { Answers, Form } from '#domain/form/form.ts';
import type { Decision } from '#domain/refusal.ts';
import type { FeedbackEvent } from './events.ts';
import type { FeedbackChannel } from './feedback.ts';
import { checkFeedback, feedbackKindOf, keptAnswers } from './form.ts';
import { beginRoute, type Offices, officersNamedIn } from './route.ts';
import { feedbackDues } from './terms.ts';

/** What a decision on a new feedback may know. */
export type GiveFacts = {
  readonly now: Date;
  readonly form: Form;
  readonly offices: Offices;
  /** Of the agency that takes feedback in. */
  readonly calendar: WorkingCalendar;
  readonly channel: FeedbackChannel;
  readonly demo: boolean;
  readonly code: string;
  /** The dossier of the code that was typed, with all who acted on it; null when there is none. */
  readonly dossier: { readonly dossierId: string; readonly actedBy: readonly string[] } | null;
};

/**
 * Somebody tells the city something.
 *
 * Who acted on the dossier named, and whoever is named with his full name, is kept out from the first moment. Of who wants no name
 * kept, nothing that identifies is: no name, no way to be reached, and not the dossier, which tells whose it is.
 *
 * @returns `given`, or `answers-incomplete` with what is wrong at each question
 */
export function giveFeedback(answers: Answers, facts: GiveFacts): Decision<FeedbackEvent> {
  const { now, form, offices, calendar, channel, demo, code, dossier } = facts;
  const kept = keptAnswers(form, answers);
  const kind = feedbackKindOf(kept('kind'));
  const at = { ...(kept('dossier') && !dossier ? { dossier: 'not-known' as const } : {}), ...checkFeedback(form, answers, now) };
  if (Object.keys(at).length > 0 || !kind) return { refused: 'answers-incomplete', at };

  const [text, whom] = [kept('text'), kept('whom')];
  const named = officersNamedIn(`${whom}\n${text}`, offices.officers);
  const keptOut = [...new Set([...(dossier?.actedBy ?? []), ...named])].sort();
  const aboutAgencyId = kept('agency') || null;
  const anonymous = kept('named') !== 'yes';
  return [
    {
      type: 'given',
      at: now,
      code,
      kind,
      channel,
      demo,
      aboutAgencyId,
      dossierId: anonymous ? null : (dossier?.dossierId ?? null),
      anonymous,
      keptOut,
      ...beginRoute({ kind, aboutAgencyId, keptOut }, offices),
      ...feedbackDues(now, calendar),
      consent: kept('consent') === 'yes',
      sealed: {
        text,
        whom,
        dossierCode: anonymous ? '' : kept('dossier'),
        contact: anonymous ? null : { name: kept('name'), phone: kept('phone'), email: kept('email') },
      },
    },
  ];
}
