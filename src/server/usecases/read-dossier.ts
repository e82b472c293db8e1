import { mayDo, type Where } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { type Day, dayOf, minuteOfDay } from '#domain/calendar/day.ts';
import { type TimeLeft, timeLeft } from '#domain/calendar/time-left.ts';
import { addWorkingDays, hoursOf } from '#domain/calendar/working-calendar.ts';
import { outcomeOf } from '#domain/dossier/clock.ts';
import type { Dossier, Outcome, Share } from '#domain/dossier/dossier.ts';
import { firstBroken, type Recorded } from '#domain/dossier/history.ts';
import { placedOnWay } from '#domain/dossier/move-to-version.ts';
import { type OfficerAct, openActs, turnFor } from '#domain/dossier/open-acts.ts';
import { isPersonal, maskPersonal, type PersonalKind } from '#domain/dossier/personal.ts';
import { type Told, whoIsTold } from '#domain/dossier/told.ts';
import { askedOn } from '#domain/form/check.ts';
import type { Answers, Applicant, Form, Question } from '#domain/form/form.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { maskPhone } from '#domain/text/phone.ts';
import type { House } from '#server/house.ts';
import { answerAsSaid } from '#server/papers/wording.ts';
import { findDossierEnd, findDossierId, loadHistory } from '#server/store/dossiers.ts';
import { findForm } from '#server/store/forms.ts';
import { findProcedure } from '#server/store/procedures.ts';
import { appendReading } from '#server/store/read-logs.ts';
import { type Change, type Correctable, changesOf, correctableOf } from './correction-view.ts';
import { type DossierView, viewOf } from './dossier-view.ts';
import { lastOf } from './occasion.ts';
import { type Reference, referenceOf } from './reference.ts';
import { wayOf } from './submit-dossier.ts';
import { type WayView, wayViewOf } from './way-view.ts';

/** One answer as it is shown; `personal` names what may be asked for in whole, on the record. */
export type AnswerView = { readonly label: string; readonly value: string; readonly personal: string | null };

export type ShareView = Share & { readonly agencyName: string; readonly left: TimeLeft | null };

/** Another version of its procedure: the steps that its open tasks would go from and to, or what has no place there. */
export type NewerVersion = { readonly version: number } & (
  | { readonly steps: readonly { readonly taskNo: number; readonly from: string; readonly to: string }[] }
  | { readonly noPlaceFor: string }
);

/** A dossier as an officer sees it: personal numbers in part only. */
export type OfficerView = Omit<DossierView, 'submission'> &
  WayView & {
    /** The version in force, where it is another than the dossier's and who reads this may move it there; else null. */
    readonly newer: NewerVersion | null;
    /** The version of its history that this shows: forms carry it. */
    readonly atVersion: number;
    readonly applicant: Applicant | null;
    readonly pages: readonly { readonly title: string; readonly answers: readonly AnswerView[] }[];
    /** Components that the answers themselves make: nobody hands them in besides. */
    readonly madeFromAnswers: readonly number[];
    readonly openActs: readonly OfficerAct[];
    /** What was typed as it stands, for the form that corrects it; null where nothing can be. */
    readonly correctable: Correctable | null;
    /** Version of each correction → what it changed. */
    readonly changes: Readonly<Record<number, readonly Change[]>>;
    /** How the applicant hears of what concerns him; null once it is wiped. */
    readonly told: Told | null;
    readonly left: TimeLeft | null;
    readonly holderName: string | null;
    readonly shares: readonly ShareView[];
    /** Whether the agency that has it has asked for a supplement before. */
    readonly askedBefore: boolean;
    /** The next five working days: within them an answer to a supplement request is usual, up to this minute of the last. */
    readonly answerDays: readonly Day[];
    readonly answerMinute: number;
    /** How it would count if the result were ready now; null while the clock does not run. */
    readonly outcomeNow: Outcome | null;
    /** With which the result was drawn up last; empty when it was not yet. */
    readonly conclusion: string;
    /** Why and when the applicant asked to have it back, while nobody has answered. */
    readonly withdrawal: { readonly at: Date; readonly reason: string } | null;
    /** The first event that is not what was written down; null when the chain holds. */
    readonly brokenAt: number | null;
  };

/**
 * An officer opens a dossier of his agency’s tasks, or of an agency below his. That he read it is recorded.
 *
 * @returns the dossier, `not-yours` or `role-missing`, or `undefined` when no dossier has this code
 */
export async function readDossier(
  house: House,
  officer: Officer,
  code: string,
  taskNo?: number,
): Promise<OfficerView | Refusal | undefined> {
  const dossierId = await findDossierId(house.db, code);
  if (!dossierId) return undefined;
  const reference = await referenceOf(house);
  const history = await loadHistory(house.db, dossierId);
  const { submission, ...view } = turned(officer, await viewOf(house, history), taskNo);
  const by = mayDo(officer, 'read dossier', ...placesOf(view.dossier, reference));
  if (isRefusal(by)) return by;

  await appendReading(house.db, by, dossierId, 'dossier', house.now());
  const { dossier } = view;
  const { task } = dossier;
  const form = await findForm(house.db, view.version.formId);
  const fitting = openActs(officer, dossier);
  const newer = fitting.includes('move to version') ? await newerOf(house, dossier, reference) : null;
  const open = fitting.filter((act) => act !== 'move to version' || (newer !== null && 'steps' in newer));
  return {
    ...view,
    ...wayViewOf(dossier, reference),
    newer,
    atVersion: history.length,
    applicant: submission && maskedApplicant(submission.applicant),
    pages: submission && form ? answeredOn(form, submission.answers) : [],
    madeFromAnswers: form?.replaces ?? [],
    openActs: open,
    correctable: open.includes('correct dossier') ? correctableOf(history, dossier, form) : null,
    changes: changesOf(history, form),
    told: toldOf(dossier, submission?.applicant ?? null),
    left: leftOf(house, dossier, reference),
    holderName: task?.officerId ? reference.officerNameOf(task.officerId) : null,
    shares: dossier.shares.map((share) => shareView(house, share, dossier, reference)),
    ...answerTimeOf(house, dossier, reference),
    ...wordsIn(history, dossier),
    askedBefore: task ? (dossier.supplementsAsked[task.agencyId] ?? 0) > 0 : false,
    outcomeNow: dossier.dueAt && !dossier.readyAt ? outcomeOf(house.now(), dossier.dueAt) : null,
    brokenAt: await brokenIn(house, dossierId, history),
  };
}

/** A dossier lies wherever one of its steps is done, and where its receiver is; for those above, with the agencies above. */
export function placesOf({ plan, task, receivingAgencyId }: Dossier, reference: Reference): Where[] {
  const places = [...plan, ...(task ? [task] : []), { agencyId: receivingAgencyId }];
  return places.map((place) => ({ ...place, agenciesAbove: reference.agenciesAbove(place.agencyId) }));
}

/** The value of what is shown in part; `undefined` when there is no such thing. */
export function personalValue({ applicant, answers }: { applicant: Applicant; answers: Answers }, form: Form | undefined, what: string) {
  const ofApplicant = applicantParts(applicant)[what];
  if (ofApplicant) return ofApplicant.value;
  const question = form?.pages.flatMap(({ questions }) => questions).find(({ questionId }) => questionId === what);
  return question && isPersonal(question.kind) ? answers[what] : undefined;
}

/** Looked at by the task that the officer means. */
function turned<View extends Pick<DossierView, 'dossier'>>(officer: Officer, view: View, taskNo: number | undefined): View {
  return { ...view, dossier: turnFor(officer, view.dossier, taskNo) };
}

/** The version in force, where it is another than the dossier's, and whether the dossier has its place there. */
async function newerOf({ db, now }: House, dossier: Dossier, { unitOf }: Reference): Promise<NewerVersion | null> {
  const inForce = await findProcedure(db, dossier.procedureId, dayOf(now()));
  if (!inForce || inForce.version === dossier.procedureVersion) return null;
  const { version } = inForce;
  const placed = placedOnWay(dossier, wayOf(inForce, dossier.receivingAgencyId, unitOf), { now: now() });
  if (isRefusal(placed)) return { version, noPlaceFor: String(placed.facts?.place ?? '') };
  return { version, steps: placed.steps.map(({ task, from, to }) => ({ taskNo: task.no, from: from.name, to: to.name })) };
}

function applicantParts({ identityNumber, phone, email }: Applicant): Readonly<Record<string, { kind: PersonalKind; value: string }>> {
  return {
    identityNumber: { kind: 'identity', value: identityNumber },
    phone: { kind: 'phone', value: phone },
    email: { kind: 'email', value: email },
  };
}

function maskedApplicant(applicant: Applicant): Applicant {
  const parts = Object.entries(applicantParts(applicant)).map(([name, { kind, value }]) => [name, maskPersonal(kind, value)]);
  return { ...applicant, ...Object.fromEntries(parts) };
}

function answeredOn(form: Form, answers: Answers): OfficerView['pages'] {
  return form.pages.map((page) => ({
    title: page.title,
    answers: askedOn(page, form, answers).map((question) => answerView(question, answers)),
  }));
}

function answerView(question: Question, answers: Answers): AnswerView {
  const { questionId, kind, label } = question;
  const answer = answers[questionId] ?? '';
  if (!isPersonal(kind)) return { label, value: answerAsSaid(question, answer), personal: null };
  return { label, value: maskPersonal(kind, answer), personal: answer === '' ? null : questionId };
}

/** How he is reached at all; whether an act tells him is the act's. */
function toldOf(dossier: Dossier, applicant: Applicant | null): Told | null {
  const told = whoIsTold('received', dossier, applicant);
  return told?.by === 'telephone' ? { by: 'telephone', phone: told.phone && maskPhone(told.phone) } : told;
}

function leftOf(house: House, { dueAt, readyAt, receivingAgencyId }: Dossier, { calendarOf }: Reference): TimeLeft | null {
  return dueAt && !readyAt ? timeLeft(house.now(), dueAt, calendarOf(receivingAgencyId)) : null;
}

function shareView(house: House, share: Share, { dueAt }: Dossier, { agencyOf, calendarOf }: Reference): ShareView {
  const runs = dueAt && share.dueAt && !share.doneAt;
  const left = runs ? timeLeft(house.now(), share.dueAt, calendarOf(share.agencyId)) : null;
  return { ...share, agencyName: agencyOf(share.agencyId).shortName, left };
}

function answerTimeOf(house: House, { task, receivingAgencyId }: Dossier, { calendarOf }: Reference) {
  const calendar = calendarOf(task?.agencyId ?? receivingAgencyId);
  const today = dayOf(house.now());
  const answerDays = [1, 2, 3, 4, 5].map((no) => addWorkingDays(today, no, calendar));
  const closesAt = hoursOf(answerDays.at(-1) ?? today, calendar)?.closesAt;
  return { answerDays, answerMinute: closesAt ? minuteOfDay(closesAt) : 0 };
}

/** What was written with the last events of a kind, as far as forms need it. */
function wordsIn(history: readonly Recorded[], { withdrawalAsked }: Dossier) {
  const drafted = lastOf(history, 'result drafted');
  const asked = withdrawalAsked ? lastOf(history, 'withdrawal requested') : undefined;
  return {
    conclusion: drafted?.sealed?.conclusion ?? '',
    withdrawal: asked ? { at: asked.at, reason: asked.sealed?.reason ?? '' } : null,
  };
}

async function brokenIn({ db }: House, dossierId: string, history: readonly Recorded[]): Promise<number | null> {
  const end = await findDossierEnd(db, dossierId);
  return firstBroken(history, end?.hash ?? '') ?? null;
}
