import { type Letterhead, letterhead, type PaperFacts, type Signature, type SignatureFacts, signature } from '#server/papers/letterhead.ts';
import { dateInWords } from '#server/papers/wording.ts';

export type RefusalFacts = PaperFacts & {
  /** Before receipt the dossier is not accepted; after it the request is refused. */
  readonly refusing: 'to accept' | 'to settle';
  readonly applicant: string;
  readonly address: string;
  readonly procedure: string;
  readonly handedInAt: Date;
  readonly reasons: readonly string[];
  /** The law it rests on. */
  readonly ground: string;
  /** Where the applicant can go instead, or what he can do; may be empty. */
  readonly instead: string;
  /** Who hears a complaint, with address or telephone. */
  readonly complainTo: string;
  readonly officer: SignatureFacts;
};

export type RefusalContent = {
  readonly letterhead: Letterhead;
  readonly title: string;
  readonly subtitle: string;
  readonly announcement: string;
  readonly applicant: string;
  readonly address: string;
  readonly procedure: string;
  readonly handedInOn: string;
  readonly reasons: readonly string[];
  readonly ground: string;
  readonly instead: string;
  readonly complainTo: string;
  readonly recipients: readonly string[];
  readonly officerSignature: Signature;
};

/**
 * A dossier is not accepted, or the request is refused: why, by which law, and where to complain.
 *
 * @law TT-01-2018-VPCP form 3
 * @law TT-03-2025-VPCP form 3
 */
export function refusal(facts: RefusalFacts): RefusalContent {
  const accepting = facts.refusing === 'to accept';
  return {
    letterhead: letterhead(facts),
    title: accepting ? 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ' : 'THÔNG BÁO',
    subtitle: accepting ? '' : 'Về việc từ chối giải quyết hồ sơ',
    announcement: accepting
      ? `Qua xem xét, ${facts.agency} không tiếp nhận, giải quyết hồ sơ này, với lý do cụ thể như sau:`
      : `Qua thẩm tra, ${facts.agency} không giải quyết được yêu cầu này, với lý do cụ thể như sau:`,
    applicant: facts.applicant,
    address: facts.address,
    procedure: facts.procedure,
    handedInOn: dateInWords(facts.handedInAt),
    reasons: facts.reasons,
    ground: facts.ground,
    instead: facts.instead,
    complainTo: facts.complainTo,
    recipients: ['Như trên;', `Lưu hồ sơ ${facts.code}.`],
    officerSignature: signature(facts.officer, facts.at),
  };
}
