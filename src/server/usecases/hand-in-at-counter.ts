import type { Officer } from '#domain/access/actor.ts';
import { type NotedAtCounter, reasonsAtCounter, receiptAtCounter, supplementAtCounter } from '#domain/dossier/at-counter.ts';
import { askedAnswers, checkForm, type Faults } from '#domain/form/check.ts';
import type { Answers, Form } from '#domain/form/form.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import type { Acted } from './act-on-dossier.ts';
import { declineAtCounter } from './decline-at-counter.ts';
import { readForm } from './read-form.ts';
import { readProcedure } from './read-procedure.ts';
import { receiveAtCounter } from './receive-at-counter.ts';
import { referenceOf } from './reference.ts';
import { requestSupplementAtCounter } from './request-supplement-at-counter.ts';
import { receivingAgencyOf } from './search-counter-procedures.ts';
import type { NewDossier } from './submit-dossier.ts';

/** The page of the counter as it was filled in. */
export type FilledCounter = NotedAtCounter & {
  readonly commandId: string;
  readonly procedureId: string;
  /** The version that the page showed. */
  readonly version: number;
  readonly answers: Answers;
  readonly supplement: { readonly others: string; readonly explanation: string; readonly answerOn: string };
  readonly decline: { readonly reasons: string; readonly ground: string };
};

/** What the officer does with it: take it in, hand it back with what is missing, not accept it. */
export type CounterOutcome = 'receive' | 'supplement' | 'decline';

type HandedIn = Acted & { readonly dossierId: string };

/**
 * Ends what a citizen came to the counter for, one way or another. All that is wrong is said at once; sent twice, it is one dossier.
 *
 * @returns id, code and version; or a refusal: `answers-incomplete` with every place, `procedure-not-in-force` when the page showed
 *   another version or no procedure, `procedure-not-received-here`, or that of the act
 */
export async function handInAtCounter(
  house: House,
  officer: Officer,
  filled: FilledCounter,
  outcome: CounterOutcome,
): Promise<HandedIn | Refusal> {
  const version = await readProcedure(house, filled.procedureId);
  if (!version) return { refused: 'answers-incomplete', at: { procedure: 'missing' } };
  if (version.version !== filled.version) return refuse('procedure-not-in-force');
  const receivingAgencyId = receivingAgencyOf(version, officer, await referenceOf(house));
  if (!receivingAgencyId) return refuse('procedure-not-received-here');

  const form = await readForm(house, version);
  const at = checkForm(form, filled.answers, house.now());
  const submission = {
    commandId: filled.commandId,
    procedureId: version.procedureId,
    version: version.version,
    receivingAgencyId,
    answers: askedAnswers(form, filled.answers),
    files: [],
    trial: false,
  };
  return act(house, officer, { filled, version, form, submission, at }, outcome);
}

type Prepared = {
  readonly filled: FilledCounter;
  readonly version: ProcedureVersion;
  readonly form: Form;
  readonly submission: NewDossier;
  /** What is wrong with the answers. */
  readonly at: Faults;
};

async function act(
  house: House,
  officer: Officer,
  { filled, version, form, submission, at }: Prepared,
  outcome: CounterOutcome,
): Promise<HandedIn | Refusal> {
  switch (outcome) {
    case 'receive': {
      const { receipt, faults } = receiptAtCounter(version, filled);
      return incomplete({ ...at, ...faults }) ?? receiveAtCounter(house, officer, form, submission, receipt);
    }
    case 'supplement': {
      const { calendarOf } = await referenceOf(house);
      const when = { now: house.now(), calendar: calendarOf(submission.receivingAgencyId) };
      const { request, faults } = supplementAtCounter(version, filled.papers, filled.supplement, when);
      return incomplete({ ...at, ...faults }) ?? requestSupplementAtCounter(house, officer, form, submission, request);
    }
    case 'decline': {
      const { reasons, faults } = reasonsAtCounter(filled.decline);
      return incomplete({ ...at, ...faults }) ?? declineAtCounter(house, officer, form, submission, reasons);
    }
  }
}

function incomplete(at: Faults): Refusal | undefined {
  return Object.keys(at).length > 0 ? { refused: 'answers-incomplete', at } : undefined;
}
