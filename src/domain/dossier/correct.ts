import { applicantOf } from '#domain/form/applicant.ts';
import { askedAnswers, checkForm } from '#domain/form/check.ts';
import type { Answers, Applicant, Form } from '#domain/form/form.ts';
import { type Decision, isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { Dossier } from './dossier.ts';
import type { CheckedComponent, DossierEvent, Submission } from './events.ts';
import type { Facts } from './facts.ts';
import { beginsAt } from './life.ts';
import { isOwed } from './receive.ts';

type Received = Extract<DossierEvent, { type: 'received' }>;

export type FeeTaken = Pick<Received, 'feeVnd' | 'feePaid'>;

/** What should have been typed: whole answers and counts, of which only what differs is written down. `null`: as it is. */
export type Correction = {
  readonly answers: Answers | null;
  readonly components: readonly CheckedComponent[] | null;
  readonly fee: FeeTaken | null;
  readonly reason: string;
};

/** What stands now, corrected as far as it was; `null` where there is nothing, or it has been wiped. */
export type AsItStands = { readonly form: Form | null; readonly submission: Submission | null; readonly received: Received | null };

/**
 * Corrects what was typed wrongly: answers and with them the applicant's data, counts of components and the fee as they were received.
 * The event says only what changed; what was before stays in the history. A draft that was made of other answers stands no more.
 *
 * What follows from rules is not corrected: a due time is moved by an apology or a recount, a signed result goes back or is reopened first,
 * a code stays for ever.
 *
 * @returns `corrected`, or a refusal: `wrong-state` once it is settled, `corrected-after-signing`, `reason-missing`,
 *   `answers-incomplete` with what is wrong now and was not before, `component-unknown`, `component-missing` when one that is owed
 *   would not be in order, `nothing-corrected`
 */
export function correct(dossier: Dossier, correction: Correction, facts: Facts, standing: AsItStands): Decision<DossierEvent> {
  const refused = whyNotCorrect(dossier);
  if (refused) return refused;
  if (correction.reason === '') return refuse('reason-missing');

  const answers = correction.answers ? answersCorrected(correction.answers, facts, standing) : {};
  if (isRefusal(answers)) return answers;
  const components = correction.components ? componentsCorrected(correction.components, facts, standing) : [];
  if (isRefusal(components)) return components;
  const fee = correction.fee && standing.received && !isSameFee(correction.fee, standing.received) ? correction.fee : null;

  const isAnswered = Object.keys(answers).length > 0;
  if (!isAnswered && components.length === 0 && !fee) return refuse('nothing-corrected');
  return [{ type: 'corrected', at: facts.now, isAnswered, components, fee, sealed: { reason: correction.reason, answers } }];
}

/** What stands against it; null when something may be corrected. */
export function whyNotCorrect({ state, result }: Pick<Dossier, 'state' | 'result'>): Refusal | null {
  if (result?.signedAt) return refuse('corrected-after-signing');
  return beginsAt('correct dossier', state) ? null : refuse('wrong-state', { state });
}

/** What was handed in, with all that was corrected since; null once any of it is wiped. */
export function submissionAfter(events: readonly DossierEvent[]): Submission | null {
  const [first] = events;
  let submission = first?.type === 'submitted' ? first.sealed : null;
  for (const event of events) {
    if (event.type === 'corrected' && event.isAnswered)
      submission = submission && event.sealed && answered(submission, event.sealed.answers);
  }
  return submission;
}

/** The receipt, with all that was corrected since; null before receipt. */
export function receivedAfter(events: readonly DossierEvent[]): Received | null {
  let received: Received | null = null;
  for (const event of events) {
    if (event.type === 'received') received = event;
    if (event.type !== 'corrected' || !received) continue;
    const { components, fee } = event;
    const corrected = received.components.map((was) => components.find(({ no }) => no === was.no) ?? was);
    const added = components.filter(({ no }) => !corrected.some((was) => was.no === no));
    received = { ...received, ...fee, components: [...corrected, ...added] };
  }
  return received;
}

function answered(submission: Submission, corrected: Answers): Submission {
  const before = applicantOf(submission.answers);
  const answers = Object.fromEntries(Object.entries({ ...submission.answers, ...corrected }).filter(([, answer]) => answer !== ''));
  return { ...submission, answers, applicant: { ...submission.applicant, ...changed(before, applicantOf(answers)) } };
}

/** Only what the answers changed: what was known of him otherwise stays. */
function changed(before: Applicant, after: Applicant): Partial<Applicant> {
  const were = new Map<string, string>(Object.entries(before));
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => were.get(name) !== value));
}

/** The answers that differ, the one that is not asked any more as an empty one. What was wrong before is not held against a correction. */
function answersCorrected(typed: Answers, { now }: Facts, { form, submission }: AsItStands): Answers | Refusal {
  if (!form || !submission) return {};
  const was = submission.answers;
  const after = askedAnswers(form, { ...was, ...typed });
  const before = checkForm(form, was, now);
  const faults = Object.entries(checkForm(form, after, now)).filter(([questionId, fault]) => before[questionId] !== fault);
  if (faults.length > 0) return { refused: 'answers-incomplete', at: Object.fromEntries(faults) };

  const asked = form.pages.flatMap(({ questions }) => questions.map(({ questionId }) => questionId));
  const differing = asked.filter((questionId) => (after[questionId] ?? '') !== (was[questionId] ?? ''));
  return Object.fromEntries(differing.map((questionId) => [questionId, after[questionId] ?? '']));
}

function componentsCorrected(
  typed: readonly CheckedComponent[],
  { version }: Facts,
  { received }: AsItStands,
): readonly CheckedComponent[] | Refusal {
  if (!received) return [];
  for (const { no, inOrder } of typed) {
    const component = version.components.find((one) => one.no === no);
    if (!component) return refuse('component-unknown');
    if (isOwed(component) && !inOrder) return refuse('component-missing', { component: component.name });
  }
  return typed.filter(({ no, originals, copies, inOrder }) => {
    const was = received.components.find((one) => one.no === no) ?? { originals: 0, copies: 0, inOrder: false };
    return was.originals !== originals || was.copies !== copies || was.inOrder !== inOrder;
  });
}

function isSameFee(one: FeeTaken, other: FeeTaken): boolean {
  return one.feeVnd === other.feeVnd && one.feePaid === other.feePaid;
}
