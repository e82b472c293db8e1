import { type Actor, citizen } from '#domain/access/actor.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { dossierCode, ruleSetOn } from '#domain/dossier/code.ts';
import type { Birth, Channel, Way } from '#domain/dossier/dossier.ts';
import type { DossierEvent, FileRef } from '#domain/dossier/events.ts';
import type { Facts } from '#domain/dossier/facts.ts';
import { type Application, submit } from '#domain/dossier/submit.ts';
import { applicantOf } from '#domain/form/applicant.ts';
import { contextOf } from '#domain/form/condition-context.ts';
import type { Answers, Applicant, Form } from '#domain/form/form.ts';
import { type Decision, isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { nationalPhone } from '#domain/text/phone.ts';
import { planSteps } from '#domain/workflow/plan.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import { routingOf } from '#domain/workflow/routing.ts';
import type { House } from '#server/house.ts';
import { appendDossierEvents, ensureCodeOfCommand, findCodeOfCommand, nextCodeNumber } from '#server/store/dossiers.ts';
import { newId } from '#server/store/ids.ts';
import type { Acted } from './act-on-dossier.ts';
import { referenceOf } from './reference.ts';
import { rememberDossier } from './remembered-dossiers.ts';

/** What somebody hands in, with the id of the command so that a second sending is known. */
export type NewDossier = {
  readonly commandId: string;
  readonly procedureId: string;
  readonly version: number;
  readonly receivingAgencyId: string;
  readonly answers: Answers;
  readonly files: readonly NamedFile[];
  /** Marked from its birth, counted nowhere. */
  readonly trial: boolean;
  /** Made for the demonstration. */
  readonly demo?: boolean;
};

export type NamedFile = FileRef & { readonly name: string };

/** A citizen hands in an application online. Sent twice, it is one dossier. */
export function submitDossier(
  house: House,
  form: Form,
  submission: NewDossier,
): Promise<(Acted & { readonly dossierId: string }) | Refusal> {
  return bearDossier(house, citizen, 'online', form, submission, submit);
}

/** Decides what a new dossier begins with: a submission, at the counter its receipt too. */
export type Begin = (application: Application, facts: Facts) => Decision<DossierEvent>;

/**
 * Gives a code and begins a history, in whichever way it comes in.
 * A crash after the code was given leaves a gap; the same command goes on with the same code.
 *
 * @returns id, code and version; or a refusal of the rule that begins it, `command-reused`
 */
export async function bearDossier(
  house: House,
  by: Actor,
  channel: Channel,
  form: Form,
  submission: NewDossier,
  begin: Begin,
): Promise<(Acted & { readonly dossierId: string }) | Refusal> {
  const { commandId, procedureId, receivingAgencyId, answers } = submission;
  const now = house.now();
  const reference = await referenceOf(house);
  const version = await reference.versionOf(procedureId, submission.version);
  const facts = { now, by, calendarOf: reference.calendarOf, version, mayHold: reference.mayHold };
  const applicant = applicantOf(answers);
  const how = { channel, trial: submission.trial, demo: submission.demo === true, receivingAgencyId, submittedAt: now };
  const draft = {
    birth: { ...birthOf(version, how, reference.unitOf), ...(await givenBy(house, version, form, answers)) },
    form,
    submission: { applicant, answers, fileNames: submission.files.map(({ name }) => name) },
    files: submission.files.map(({ componentNo, digest }) => ({ componentNo, digest })),
  };
  const tried = begin(draft, facts);
  const kept = await findCodeOfCommand(house.db, commandId);
  if (isRefusal(tried) && !kept) return tried;

  const { code, dossierId } = kept ?? (await takeCode(house, commandId, draft.birth));
  const decision = begin({ ...draft, birth: { ...draft.birth, code } }, facts);
  if (isRefusal(decision)) return decision;

  const labels = {
    fieldId: version.fieldId,
    ...labelsOf(applicant),
  };
  const reached = await appendDossierEvents(
    house.db,
    { dossierId, dossier: null, end: undefined },
    decision,
    { by, commandId, request: submission },
    labels,
  );
  if (reached) rememberDossier(house.db, reached);
  return reached === null ? refuse('command-reused') : { dossierId, code, version: reached.version };
}

/** By whom a dossier is listed and found. */
export function labelsOf({ name, identityNumber, phone }: Applicant): {
  readonly applicantName: string;
  readonly search: readonly string[];
} {
  return { applicantName: name, search: [identityNumber, nationalPhone(phone)] };
}

async function takeCode(house: House, commandId: string, { receivingAgencyId, ruleSet, submittedAt }: Birth) {
  const reference = await referenceOf(house);
  const day = dayOf(submittedAt);
  const number = await nextCodeNumber(house.db, receivingAgencyId, day);
  const code = dossierCode(reference.agencyOf(receivingAgencyId), ruleSet, day, number);
  return ensureCodeOfCommand(house.db, commandId, { code, dossierId: newId() });
}

/** All of a birth but its code, which is taken only when nothing stands against it. */
export function birthOf(
  published: PublishedVersion,
  how: Pick<Birth, 'channel' | 'trial' | 'demo' | 'receivingAgencyId' | 'submittedAt'>,
  unitOf: Parameters<typeof planSteps>[2],
): Birth {
  const { procedureId, committedTime, dueRule } = published;
  return {
    code: '',
    procedureId,
    ruleSet: ruleSetOn(dayOf(how.submittedAt)),
    ...how,
    ...wayOf(published, how.receivingAgencyId, unitOf),
    promised: { time: committedTime, rule: dueRule },
  };
}

/** The way that a dossier of this version takes, from this agency on; what its conditions give is not yet said. */
export function wayOf(
  { version, steps, workflow }: PublishedVersion,
  receivingAgencyId: string,
  unitOf: Parameters<typeof planSteps>[2],
): Way {
  const plan = planSteps(steps, receivingAgencyId, unitOf);
  return { procedureVersion: version, plan, ...(workflow ? { routing: routingOf(workflow) } : {}) };
}

/** What the conditions of a drawn way give over the answers, decided once; nothing where it has none. */
export async function givenBy(
  { conditions }: House,
  { workflow }: PublishedVersion,
  form: Form,
  answers: Answers,
): Promise<Pick<Way, 'given'>> {
  const asked = workflow?.flows.flatMap(({ id, condition }) => (condition === null ? [] : [[id, condition] as const])) ?? [];
  return asked.length === 0 ? {} : { given: await conditions.decide(Object.fromEntries(asked), contextOf(form, answers)) };
}
