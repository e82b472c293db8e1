import { type Letterhead, letterhead, type PaperFacts, type Signature, type SignatureFacts, signature } from '#server/papers/letterhead.ts';
import { dateInWords, momentInWords } from '#server/papers/wording.ts';

export type ApologyFacts = PaperFacts & {
  readonly applicant: string;
  readonly address: string;
  readonly procedure: string;
  readonly receivedAt: Date;
  /** What the receipt promised. */
  readonly dueAt: Date;
  readonly promisedAt: Date;
  readonly reason: string;
  readonly head: SignatureFacts;
};

export type ApologyContent = {
  readonly letterhead: Letterhead;
  readonly title: string;
  readonly applicant: string;
  readonly address: string;
  readonly procedure: string;
  readonly agency: string;
  readonly receivedOn: string;
  readonly dueAt: string;
  readonly lateness: string;
  readonly reason: string;
  readonly promise: string;
  readonly promisedAt: string;
  readonly recipients: readonly string[];
  readonly headSignature: Signature;
};

/**
 * Owed when a dossier is, or will be, late: why, and when the result comes instead. It moves the promise, never the measure.
 *
 * @law TT-01-2018-VPCP form 4
 * @law TT-03-2025-VPCP form 4, an apology and a request for more time
 */
export function apology(facts: ApologyFacts): ApologyContent {
  const newer = facts.ruleSet === '2025';
  const agency = facts.agency;
  return {
    letterhead: letterhead(facts),
    title: newer ? 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT' : 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
    applicant: facts.applicant,
    address: facts.address,
    procedure: facts.procedure,
    agency,
    receivedOn: dateInWords(facts.receivedAt),
    dueAt: momentInWords(facts.dueAt),
    lateness:
      facts.at < facts.dueAt
        ? `Tuy nhiên, ${agency} không thể trả kết quả đúng thời điểm đã hẹn, với lý do:`
        : `Tuy nhiên, đến nay ${agency} chưa trả kết quả đúng thời điểm đã hẹn, với lý do:`,
    reason: facts.reason,
    promise: newer ? `${agency} đề nghị gia hạn và sẽ trả kết quả lúc:` : `${agency} hẹn lại và sẽ trả kết quả lúc:`,
    promisedAt: momentInWords(facts.promisedAt),
    recipients: ['Như trên;', `Lưu hồ sơ ${facts.code}.`],
    headSignature: signature(facts.head, facts.at),
  };
}
