import type { Officer } from '#domain/access/actor.ts';
import { type AsItStands, type Correction, correct, receivedAfter, submissionAfter } from '#domain/dossier/correct.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { replay } from '#domain/dossier/evolve.ts';
import type { Facts } from '#domain/dossier/facts.ts';
import { isPersonal } from '#domain/dossier/personal.ts';
import type { Answers, Form, Question } from '#domain/form/form.ts';
import { answersFrom, boxesOf } from '#domain/form/typed.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { updateApplicant } from '#server/store/applicants.ts';
import type { Db } from '#server/store/db.ts';
import { findDossierId, loadHistory } from '#server/store/dossiers.ts';
import { findForm } from '#server/store/forms.ts';
import { type Acted, actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';
import { referenceOf } from './reference.ts';
import { labelsOf } from './submit-dossier.ts';

/** A correction as it was typed: the boxes of the form's questions by their names, and personal numbers that nothing takes the place of. */
export type TypedCorrection = Omit<Correction, 'answers'> & {
  readonly boxes: Readonly<Record<string, string>>;
  readonly removed: readonly string[];
};

/**
 * Who has the task, or who received it, corrects what was typed wrongly. By whom it is listed and found follows in the same transaction;
 * receipt and message follow from the outbox.
 */
export async function correctDossier(
  house: House,
  officer: Officer,
  command: Command<TypedCorrection>,
): Promise<Acted | Refusal | undefined> {
  const dossierId = await findDossierId(house.db, command.code);
  if (!dossierId) return undefined;
  const { version, standing } = await standingOf(house, dossierId);
  const { boxes, removed, ...rest } = command.request;
  const correction = { ...rest, answers: answersIn(boxes, removed, standing) };
  // What it is compared with is this version's; a form that showed another is told so.
  const { seenVersion = version } = command;

  return house.db.transaction().execute(async (db) => {
    const decide = (dossier: Dossier, _request: TypedCorrection, facts: Facts) => correct(dossier, correction, facts, standing);
    const answer = await actOnDossier({ ...house, db }, byOfficer(officer, 'correct dossier'), { ...command, seenVersion }, decide);
    if (answer && !isRefusal(answer)) await relabel(db, dossierId, command.code);
    return answer;
  });
}

async function standingOf(house: House, dossierId: string): Promise<{ readonly version: number; readonly standing: AsItStands }> {
  const events = (await loadHistory(house.db, dossierId)).map(({ event }) => event);
  const { procedureId, procedureVersion } = replay(events);
  const { formId } = await (await referenceOf(house)).versionOf(procedureId, procedureVersion);
  const form = (await findForm(house.db, formId)) ?? null;
  return { version: events.length, standing: { form, submission: submissionAfter(events), received: receivedAfter(events) } };
}

/** A personal number that was left empty stays, unless it is removed: its box shows a part of it beside, never the whole in it. */
function answersIn(boxes: TypedCorrection['boxes'], removed: TypedCorrection['removed'], { form, submission }: AsItStands): Answers | null {
  const questions = form && submission ? offeredIn(form, boxes) : [];
  if (!submission || questions.length === 0) return null;
  const typed = answersFrom(questions, (name) => boxes[name] ?? '');
  const isKept = ({ questionId, kind }: Question) => isPersonal(kind) && typed[questionId]?.trim() === '' && !removed.includes(questionId);
  const kept = questions.filter(isKept);
  return { ...typed, ...Object.fromEntries(kept.map(({ questionId }) => [questionId, submission.answers[questionId] ?? ''])) };
}

function offeredIn({ pages }: Form, boxes: TypedCorrection['boxes']) {
  const questions = pages.flatMap((page) => page.questions);
  return questions.filter((question) => Object.keys(boxesOf(question, '')).some((name) => Object.hasOwn(boxes, name)));
}

async function relabel(db: Db, dossierId: string, code: string): Promise<void> {
  const submission = submissionAfter((await loadHistory(db, dossierId)).map(({ event }) => event));
  if (submission) await updateApplicant(db, { dossierId, code }, labelsOf(submission.applicant));
}
