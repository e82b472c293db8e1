import type { Officer } from '#domain/access/actor.ts';
import type { OfficerAct } from '#domain/dossier/open-acts.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { house } from '#server/running.ts';
import type { Acted, Command } from '#server/usecases/act-on-dossier.ts';
import { answerWithdrawal } from '#server/usecases/answer-withdrawal.ts';
import { apologise } from '#server/usecases/apologise.ts';
import { askPayment } from '#server/usecases/ask-payment.ts';
import { assignDossier } from '#server/usecases/assign-dossier.ts';
import { correctDossier } from '#server/usecases/correct-dossier.ts';
import { declineReceipt } from '#server/usecases/decline-receipt.ts';
import { type Drafting, draftResult } from '#server/usecases/draft-result.ts';
import { handOnDossier } from '#server/usecases/hand-on-dossier.ts';
import { moveDossier } from '#server/usecases/move-dossier.ts';
import { numberResult } from '#server/usecases/number-result.ts';
import { type Planned, previewPaper } from '#server/usecases/preview-paper.ts';
import { receiveDossier } from '#server/usecases/receive-dossier.ts';
import { recordMessage } from '#server/usecases/record-message.ts';
import { recordPayment } from '#server/usecases/record-payment.ts';
import { refuseDossier } from '#server/usecases/refuse-dossier.ts';
import { reopenDossier } from '#server/usecases/reopen-dossier.ts';
import { requestSupplement } from '#server/usecases/request-supplement.ts';
import { resumeDossier } from '#server/usecases/resume-dossier.ts';
import { returnResult } from '#server/usecases/return-result.ts';
import { sendBackDossier } from '#server/usecases/send-back-dossier.ts';
import { signResult } from '#server/usecases/sign-result.ts';
import { suspendDossier } from '#server/usecases/suspend-dossier.ts';
import { takeBackDossier } from '#server/usecases/take-back-dossier.ts';
import { takeDossier } from '#server/usecases/take-dossier.ts';
import {
  readApology,
  readAssignment,
  readCorrection,
  readDrafting,
  readHandOn,
  readMade,
  readMessage,
  readMove,
  readPaymentProof,
  readPaymentRequest,
  readReason,
  readReasons,
  readReceipt,
  readReopening,
  readReturn,
  readSendBack,
  readSigning,
  readSupplementRequest,
  readSuspension,
  readWithdrawalAnswer,
} from './read-act-form.ts';
import type { Typed } from './typed.ts';

/** A form as it was sent: what was typed, and the file of a result that was uploaded. */
export type Sent = { readonly typed: Typed; readonly file: Uint8Array };

type Answer = Promise<Acted | Refusal | undefined>;

/** Reads the form of an act and does it. */
export function doAct(act: OfficerAct, officer: Officer, code: string, sent: Sent): Answer {
  const made = readMade(sent.typed);
  return isRefusal(made) ? Promise.resolve(made) : doing[act](officer, { code, ...made }, sent);
}

/** The paper of an act as its form is filled in now; null when it has none, or its boxes say nothing yet that could stand on it. */
export async function paperOf(act: OfficerAct, officer: Officer, code: string, typed: Typed) {
  const planned = plannedOf(act, typed);
  const paper = planned && (await previewPaper(house, officer, code, planned));
  return !paper || isRefusal(paper) ? null : paper;
}

const doing = {
  'receive dossier': by(readReceipt, receiveDossier),
  'draft result': by(readResult, draftResult),
  'sign result': by(readSigning, signResult),
  'number result': by(nothing, numberResult),
  'hand on dossier': by(readHandOn, handOnDossier),
  'return result': by(readReturn, returnResult),
  'request supplement': by(readSupplementRequest, requestSupplement),
  'ask payment': by(readPaymentRequest, askPayment),
  'record payment': by(readPaymentProof, recordPayment),
  'suspend dossier': by(readSuspension, suspendDossier),
  'resume dossier': by(readReason, resumeDossier),
  'correct dossier': by(readCorrection, correctDossier),
  'record message': by(readMessage, recordMessage),
  'move to version': by(readMove, moveDossier),
  'reopen dossier': by(readReopening, reopenDossier),
  'not accept dossier': by(readReasons, declineReceipt),
  'take back dossier': by(readReason, takeBackDossier),
  'send back dossier': by(readSendBack, sendBackDossier),
  'refuse dossier': by(readReasons, refuseDossier),
  'take dossier': by(nothing, takeDossier),
  'assign dossier': by(readAssignment, assignDossier),
  'answer withdrawal': by(readWithdrawalAnswer, answerWithdrawal),
  apologise: by(readApology, apologise),
} as const satisfies Record<OfficerAct, (officer: Officer, made: Omit<Command<object>, 'request'>, sent: Sent) => Answer>;

function by<Request extends object>(
  read: (typed: Typed, file: Uint8Array) => Request | Refusal,
  act: (houseOfAct: typeof house, officer: Officer, command: Command<Request>) => Answer,
) {
  return (officer: Officer, made: Omit<Command<object>, 'request'>, { typed, file }: Sent): Answer => {
    const request = read(typed, file);
    return isRefusal(request) ? Promise.resolve(request) : act(house, officer, { ...made, request });
  };
}

function nothing(): object {
  return {};
}

function readResult(typed: Typed, content: Uint8Array): Drafting | Refusal {
  const drafting = readDrafting(typed);
  if (isRefusal(drafting)) return drafting;
  const { made, conclusion } = drafting;
  return made === 'uploaded' ? { made, conclusion, content } : { made, conclusion };
}

function plannedOf(act: OfficerAct, typed: Typed): Planned | null {
  switch (act) {
    case 'receive dossier':
      return plan(act, readReceipt(typed));
    case 'request supplement':
      return plan(act, readSupplementRequest(typed));
    case 'not accept dossier':
    case 'refuse dossier':
      return plan(act, readReasons(typed));
    case 'answer withdrawal':
      return plan(act, readWithdrawalAnswer(typed));
    case 'apologise':
      return plan(act, readApology(typed));
    default:
      return null;
  }
}

function plan<Act, Request>(act: Act, request: Request | Refusal) {
  return isRefusal(request) ? null : { act, request };
}
