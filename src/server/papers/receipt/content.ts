import { shortDigest } from '#domain/text/digest.ts';
import {
  handSignature,
  type Letterhead,
  letterhead,
  type PaperFacts,
  type Signature,
  type SignatureFacts,
  signature,
} from '#server/papers/letterhead.ts';
import { dong, momentInWords } from '#server/papers/wording.ts';

export type ReceiptFacts = PaperFacts & {
  /** The tracking secret in its groups, `K7QM 3TRD 9XWF`; null where it is told another way. */
  readonly secret: string | null;
  readonly trackAt: string;
  /** Where the citizen rates the service after the return; empty when there is no such link. */
  readonly rateAt: string;
  readonly applicant: {
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    readonly email: string;
    /** Who hands it in for the applicant; empty when he does so himself. */
    readonly representative: string;
  };
  readonly procedure: string;
  /** Named since 2025, when any centre may receive what another agency decides; empty when it is the receiving one. */
  readonly decidingAgency: string;
  readonly components: readonly ReceivedComponent[];
  readonly sets: number;
  /** In words, "2,5 ngày làm việc (20 giờ)". */
  readonly timeToSettle: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly dueExplanation: DueSaid;
  /** "tại quầy 6, Trung tâm Hành chính công thành phố" */
  readonly collection: string;
  readonly feeVnd: number;
  readonly feePaid: 'cash' | 'transfer' | 'exempt' | null;
  readonly officer: SignatureFacts;
  /** Head of the dossier's chain of hashes at that moment, 64 hexadecimal digits. */
  readonly chainHead: string;
};

/** Why it is owed when it is, as `dueInWords` says it; may be empty. */
export type DueSaid = { readonly vietnamese: string; readonly english: string };

export type ReceivedComponent = { readonly name: string; readonly originals: number; readonly copies: number };

export type ReceiptContent = {
  readonly letterhead: Letterhead;
  readonly secret: string | null;
  readonly trackAt: string;
  readonly rateAt: string;
  readonly applicant: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly representative: string;
  readonly procedure: string;
  readonly decidingAgency: string;
  readonly components: readonly { readonly no: string; readonly name: string; readonly originals: string; readonly copies: string }[];
  readonly sets: string;
  readonly timeToSettle: string;
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly dueExplanation: DueSaid;
  readonly collection: string;
  readonly fee: string;
  readonly applicantSignature: Signature;
  readonly officerSignature: Signature;
  readonly chainShort: string;
  readonly chainHead: string;
};

/**
 * The paper with the dossier's code and the appointed time.
 *
 * @law TT-01-2018-VPCP form 1
 * @law TT-03-2025-VPCP form 1, which also names the agency that decides
 */
export function receipt(facts: ReceiptFacts): ReceiptContent {
  const { applicant } = facts;
  return {
    letterhead: letterhead(facts),
    secret: facts.secret,
    trackAt: facts.trackAt,
    rateAt: facts.rateAt,
    applicant: applicant.name,
    address: applicant.address,
    phone: applicant.phone,
    email: applicant.email,
    representative: applicant.representative,
    procedure: facts.procedure,
    decidingAgency: facts.ruleSet === '2025' ? facts.decidingAgency : '',
    components: facts.components.map(({ name, originals, copies }, index) => ({
      no: String(index + 1),
      name,
      originals: count(originals),
      copies: count(copies),
    })),
    sets: String(facts.sets).padStart(2, '0'),
    timeToSettle: facts.timeToSettle,
    receivedAt: momentInWords(facts.receivedAt),
    dueAt: momentInWords(facts.dueAt),
    dueExplanation: facts.dueExplanation,
    collection: facts.collection,
    fee: feeInWords(facts),
    applicantSignature: handSignature('Người nộp hồ sơ', applicant.representative || applicant.name),
    officerSignature: signature(facts.officer, facts.at),
    chainShort: shortDigest(facts.chainHead),
    chainHead: facts.chainHead,
  };
}

/** A nought reads as if something were missing, so it is left out. */
function count(copies: number): string {
  return copies === 0 ? '' : String(copies);
}

function feeInWords({ feeVnd, feePaid }: ReceiptFacts): string {
  if (feePaid === 'exempt') return 'Được miễn phí, lệ phí.';
  if (feeVnd === 0) return 'Không thu phí, lệ phí.';
  if (feePaid === null) return `Phí, lệ phí phải nộp: ${dong(feeVnd)} (chưa thu).`;
  return `Đã thu phí, lệ phí: ${dong(feeVnd)} (${feePaid === 'cash' ? 'tiền mặt' : 'chuyển khoản'}).`;
}
