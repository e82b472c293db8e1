import { type Letterhead, letterhead, type PaperFacts, type Signature, type SignatureFacts, signature } from '#server/papers/letterhead.ts';
import { dateInWords, momentInWords } from '#server/papers/wording.ts';

export type SupplementRequestFacts = PaperFacts & {
  readonly applicant: string;
  readonly address: string;
  readonly procedure: string;
  /** When it was handed in, or received. */
  readonly handedInAt: Date;
  readonly gaps: readonly { readonly component: string; readonly why: string }[];
  /** In the officer's words; may be empty. */
  readonly explanation: string;
  /** The head's reason for asking a second time; empty for the first. */
  readonly secondReason: string;
  readonly answerDueAt: Date;
  /** When it is closed without an answer; null when one waits for ever. */
  readonly closesAt: Date | null;
  /** "Trung tâm Hành chính công thành phố, hoặc gửi qua trang tra cứu hồ sơ" */
  readonly handInAt: string;
  /** What becomes of the time to settle: it begins when the dossier is complete, or goes on from where it stood. */
  readonly afterwards: 'begins' | 'goes on';
  readonly contact: { readonly name: string; readonly phone: string };
  readonly officer: SignatureFacts;
};

export type SupplementRequestContent = {
  readonly letterhead: Letterhead;
  readonly applicant: string;
  readonly address: string;
  readonly procedure: string;
  readonly handedInOn: string;
  readonly gaps: readonly { readonly component: string; readonly why: string }[];
  readonly explanation: string;
  readonly secondReason: string;
  readonly answerDueAt: string;
  readonly handInAt: string;
  readonly afterwards: string;
  readonly unanswered: string;
  readonly contact: string;
  readonly recipients: readonly string[];
  readonly officerSignature: Signature;
};

/**
 * Names every gap at once, and why, so that the applicant comes back once.
 *
 * @law TT-01-2018-VPCP form 2
 * @law TT-03-2025-VPCP form 2, a dossier that is not completed in time is closed with a notice
 */
export function supplementRequest(facts: SupplementRequestFacts): SupplementRequestContent {
  const { contact } = facts;
  return {
    letterhead: letterhead(facts),
    applicant: facts.applicant,
    address: facts.address,
    procedure: facts.procedure,
    handedInOn: dateInWords(facts.handedInAt),
    gaps: facts.gaps,
    explanation: facts.explanation,
    secondReason: facts.secondReason,
    answerDueAt: momentInWords(facts.answerDueAt),
    handInAt: facts.handInAt,
    afterwards:
      facts.afterwards === 'begins'
        ? 'Thời hạn giải quyết tính từ khi nhận đủ hồ sơ.'
        : 'Thời gian chờ bổ sung không tính vào thời hạn giải quyết.',
    unanswered: facts.closesAt
      ? `Quá ${momentInWords(facts.closesAt)} mà hồ sơ chưa được bổ sung, cơ quan dừng giải quyết và thông báo cho ông/bà.`
      : '',
    contact: contact.phone ? `${contact.name}, điện thoại ${contact.phone}` : contact.name,
    recipients: ['Như trên;', `Lưu hồ sơ ${facts.code}.`],
    officerSignature: signature(facts.officer, facts.at),
  };
}
