import { addWorkingMinutes, nextOpening } from '#domain/calendar/working-calendar.ts';
import { checkForm } from '#domain/form/check.ts';
import type { Form } from '#domain/form/form.ts';
import { checkPapers, papersOf } from '#domain/form/papers.ts';
import { type Decision, refuse } from '#domain/refusal.ts';
import { answerWithinMinutes } from './clock.ts';
import type { Birth } from './dossier.ts';
import type { DossierEvent, FileRef, Submission } from './events.ts';
import type { Facts } from './facts.ts';

/** All that an application holds when it is handed in. */
export type Application = {
  readonly birth: Birth;
  readonly form: Form;
  readonly submission: Submission;
  readonly files: readonly FileRef[];
};

/**
 * Hands in an application. From here on it is a dossier with a code and a history, and the receiving officer's turn;
 * he answers within 8 working hours.
 *
 * @returns `submitted`, or a refusal: `procedure-not-received-here` for what only the agency itself receives,
 *   `answers-incomplete` with what is wrong at each question and which paper has no file, `component-unknown` for a file that belongs to no component
 * @law TT-01-2018-VPCP an online application is answered within 8 working hours
 */
export function submit({ birth, form, submission, files }: Application, { now, calendarOf, version }: Facts): Decision<DossierEvent> {
  if (version.reception === 'agency') return refuse('procedure-not-received-here');
  // At the counter the papers are in the officer's hands; online they are files.
  const papers = birth.channel === 'online' ? checkPapers(papersOf(version.components, form), files) : {};
  const at = { ...checkForm(form, submission.answers, now), ...papers };
  if (Object.keys(at).length > 0) return { refused: 'answers-incomplete', at };
  const unknown = files.find(({ componentNo }) => !version.components.some(({ no }) => no === componentNo));
  if (unknown) return refuse('component-unknown', { component: unknown.componentNo });

  const [first] = birth.plan;
  if (!first) throw new RangeError(`${birth.procedureId} has no steps`);
  const calendar = calendarOf(first.agencyId);
  const task = {
    no: 1,
    stepNo: first.no,
    agencyId: first.agencyId,
    unitId: first.unitId,
    role: first.role,
    officerId: null,
    openedAt: now,
    takenAt: null,
    plannedAt: addWorkingMinutes(nextOpening(now, calendar), answerWithinMinutes, calendar),
  };
  const { submittedAt, ...born } = birth;
  return [{ type: 'submitted', at: submittedAt, ...born, task, files, sealed: submission }];
}
