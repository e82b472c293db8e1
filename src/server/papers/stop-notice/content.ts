import { type Letterhead, letterhead, type PaperFacts, type Signature, type SignatureFacts, signature } from '#server/papers/letterhead.ts';
import { dateInWords, momentInWords } from '#server/papers/wording.ts';

export type StopNoticeFacts = PaperFacts & {
  readonly applicant: string;
  readonly address: string;
  readonly procedure: string;
  readonly handedInAt: Date;
  readonly stop: Stop;
  /** What becomes of originals and fees; may be empty. */
  readonly handedBack: string;
  readonly officer: SignatureFacts;
};

/** The applicant's request to withdraw is granted or denied, or a supplement was not given in time. */
export type Stop =
  | { readonly kind: 'withdrawn'; readonly askedAt: Date; readonly reason: string }
  | { readonly kind: 'withdrawal denied'; readonly askedAt: Date; readonly reason: string }
  | { readonly kind: 'supplement not given'; readonly askedAt: Date; readonly answerDueAt: Date };

export type StopNoticeContent = {
  readonly letterhead: Letterhead;
  readonly title: string;
  readonly subtitle: string;
  readonly applicant: string;
  readonly address: string;
  readonly procedure: string;
  readonly handedInOn: string;
  readonly because: string;
  readonly answer: string;
  readonly reason: string;
  readonly handedBack: string;
  readonly recipients: readonly string[];
  readonly officerSignature: Signature;
};

/**
 * Answers a request to withdraw, or tells that an incomplete dossier is closed.
 *
 * @law TT-03-2025-VPCP form 5; before it there was no form, and a plain notice was sent
 */
export function stopNotice(facts: StopNoticeFacts): StopNoticeContent {
  const denied = facts.stop.kind === 'withdrawal denied';
  const form = !denied && facts.ruleSet === '2025';
  return {
    letterhead: letterhead(facts),
    title: form ? 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ' : 'THÔNG BÁO',
    subtitle: form ? '' : denied ? 'Về việc không đồng ý cho rút hồ sơ' : 'Về việc dừng giải quyết hồ sơ',
    applicant: facts.applicant,
    address: facts.address,
    procedure: facts.procedure,
    handedInOn: dateInWords(facts.handedInAt),
    because: becauseOf(facts.stop),
    answer: denied
      ? `${facts.agency} chưa thể đồng ý cho rút hồ sơ, và tiếp tục giải quyết theo thời hạn đã hẹn.`
      : `${facts.agency} dừng giải quyết hồ sơ này từ ${momentInWords(facts.at)}.`,
    reason: 'reason' in facts.stop ? facts.stop.reason : '',
    handedBack: facts.handedBack,
    recipients: ['Như trên;', `Lưu hồ sơ ${facts.code}.`],
    officerSignature: signature(facts.officer, facts.at),
  };
}

function becauseOf(stop: Stop): string {
  if (stop.kind !== 'supplement not given') return `Ông/bà đề nghị rút hồ sơ lúc ${momentInWords(stop.askedAt)}.`;
  return `Hồ sơ được yêu cầu bổ sung ${dateInWords(stop.askedAt)}. Đến hết ${momentInWords(stop.answerDueAt)}, cơ quan chưa nhận được giấy tờ bổ sung.`;
}
