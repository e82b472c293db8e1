import { createHash } from 'node:crypto';
import { PDFDocument } from 'pdf-lib';
import type { Officer } from '#domain/access/actor.ts';
import type { Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import type { Acted, Command } from '#server/usecases/act-on-dossier.ts';
import { answerWithdrawal } from '#server/usecases/answer-withdrawal.ts';
import { apologise } from '#server/usecases/apologise.ts';
import { askPayment } from '#server/usecases/ask-payment.ts';
import { assignDossier } from '#server/usecases/assign-dossier.ts';
import type { Proof } from '#server/usecases/by.ts';
import { correctDossier } from '#server/usecases/correct-dossier.ts';
import { declineReceipt } from '#server/usecases/decline-receipt.ts';
import { draftResult } from '#server/usecases/draft-result.ts';
import { giveSupplement } from '#server/usecases/give-supplement.ts';
import { handOnDossier } from '#server/usecases/hand-on-dossier.ts';
import { numberResult } from '#server/usecases/number-result.ts';
import { receiveDossier } from '#server/usecases/receive-dossier.ts';
import { recordPayment } from '#server/usecases/record-payment.ts';
import { refuseDossier } from '#server/usecases/refuse-dossier.ts';
import { reopenDossier } from '#server/usecases/reopen-dossier.ts';
import { requestSupplement } from '#server/usecases/request-supplement.ts';
import { requestWithdrawal } from '#server/usecases/request-withdrawal.ts';
import { resumeDossier } from '#server/usecases/resume-dossier.ts';
import { returnResult } from '#server/usecases/return-result.ts';
import { sendBackDossier } from '#server/usecases/send-back-dossier.ts';
import { signResult } from '#server/usecases/sign-result.ts';
import { suspendDossier } from '#server/usecases/suspend-dossier.ts';
import { takeBackDossier } from '#server/usecases/take-back-dossier.ts';
import { takeDossier } from '#server/usecases/take-dossier.ts';
import { drafts, type Move, type OfficerName, type StepKind } from './dossier-model.ts';
import { receipt } from './lending-world.ts';

/** Who does a move: an officer, or the citizen by what he holds. */
export type Doing = {
  readonly officer: Officer;
  readonly proof: Proof;
  readonly idOf: (name: OfficerName) => string;
  readonly noOf: (step: StepKind) => number;
};

type Given = Omit<Command<never>, 'request'>;

/** Does a move of the model through the use case that a page calls for it. */
export function doMove(
  house: House,
  move: Move,
  { officer, proof, idOf, noOf }: Doing,
  given: Given,
): Promise<Acted | Refusal | undefined> {
  const asked = <Request>(request: Request): Command<Request> => ({ ...given, request });
  switch (move.act) {
    case 'receive':
      return receiveDossier(house, officer, asked(receipt));
    case 'decline':
      return declineReceipt(house, officer, asked(reasons));
    case 'ask supplement':
      return requestSupplement(house, officer, asked({ ...gaps, headReason: move.hasHeadReason ? 'Cần thêm một giấy' : '' }));
    case 'give supplement':
      return giveSupplement(house, proof, asked({ files: [], fileNames: [], note: 'Đã ký lại' }));
    case 'ask payment':
      return askPayment(house, officer, asked({ amountVnd: 120_000, setBy: 'Chi cục Thuế', ground: 'Thông báo số 7', how: 'Kho bạc' }));
    case 'record payment':
      return recordPayment(house, officer, asked({ proof: 'Giấy nộp tiền số 12' }));
    case 'suspend':
      return suspendDossier(house, officer, asked({ ground: 'Luật Nhạc cụ, Điều 9', reason }));
    case 'resume':
      return resumeDossier(house, officer, asked({ reason }));
    case 'take':
      return takeDossier(house, officer, asked({}));
    case 'assign':
      return assignDossier(house, officer, asked({ officerId: idOf(move.to) }));
    case 'hand on':
      return handOnDossier(house, officer, asked({ note: '', toOfficerId: move.to && idOf(move.to) }));
    case 'take back':
      return takeBackDossier(house, officer, asked({ reason }));
    case 'send back':
      return sendBackDossier(house, officer, asked({ toStepNo: noOf(move.to), reason }));
    case 'draft':
      return draftResult(house, officer, asked({ made: 'uploaded' as const, conclusion: '', content: pdfOf(move.draft) }));
    case 'sign':
      return signResult(house, officer, asked({ digest: digestOf(move.draft) }));
    case 'number':
      return numberResult(house, officer, asked({}));
    case 'refuse':
      return refuseDossier(house, officer, asked(reasons));
    case 'return':
      return returnResult(house, officer, asked({ recipient: 'Sùng Thị Dính', how: 'counter' as const }));
    case 'ask withdrawal':
      return requestWithdrawal(house, proof, asked({ reason }));
    case 'answer withdrawal':
      return answerWithdrawal(house, officer, asked({ granted: move.isGranted, reason }));
    case 'correct':
      return correctDossier(
        house,
        officer,
        asked({ boxes: { 'applicant-name': move.applicantName }, removed: [], components: null, fee: null, reason }),
      );
    case 'apologise':
      return apologise(house, officer, asked({ reason, promisedAt: lateInTheYear }));
    case 'reopen':
      return reopenDossier(house, officer, asked({ toStepNo: noOf(move.to), reason }));
  }
}

/** Under which digest a draft is kept. */
export function digestOf(draft: string): string {
  return createHash('sha256').update(pdfOf(draft)).digest('hex');
}

const reason = 'Có việc cần làm lại';
const lateInTheYear = new Date('2018-10-01T09:00+07:00');
const reasons = { reasons: ['Nhạc cụ đang sửa'], ground: 'Quy chế, Điều 3' };
const gaps = { gaps: [{ component: 'Đơn mượn nhạc cụ', why: 'thiếu chữ ký' }], explanation: '', answerDueAt: lateInTheYear };

/** Drafts as they are uploaded. */
const pdfs = new Map(await Promise.all(drafts.map(async (draft) => [draft, await writePdf(draft)] as const)));

function pdfOf(draft: string): Uint8Array {
  const pdf = pdfs.get(draft);
  if (!pdf) throw new RangeError(`no draft ${draft}`);
  return pdf;
}

async function writePdf(title: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  pdf.setTitle(title);
  return pdf.save();
}
