import { shortDigest } from '#domain/text/digest.ts';
import { type Letterhead, letterhead, type PaperFacts } from '#server/papers/letterhead.ts';
import { momentInWords, size } from '#server/papers/wording.ts';

export type SubmissionFacts = PaperFacts & {
  /** The tracking secret in its groups, `K7QM 3TRD 9XWF`; null where it is told another way. */
  readonly secret: string | null;
  readonly trackAt: string;
  readonly applicant: string;
  readonly representative: string;
  readonly procedure: string;
  readonly submittedAt: Date;
  /** When the receiving officer answers at the latest. */
  readonly answerDueAt: Date;
  readonly files: readonly SubmittedFile[];
  /** What was answered, page by page of the form, in the words shown there. */
  readonly answers: readonly AnsweredPage[];
  readonly chainHead: string;
};

export type SubmittedFile = {
  readonly component: string;
  readonly name: string;
  /** One of a picture; null where the file is known no more. */
  readonly pages: number | null;
  readonly bytes: number;
  /** SHA-256, 64 hexadecimal digits. */
  readonly digest: string;
};

export type AnsweredPage = { readonly title: string; readonly rows: readonly { readonly label: string; readonly value: string }[] };

export type SubmissionContent = {
  readonly letterhead: Letterhead;
  readonly secret: string | null;
  readonly trackAt: string;
  readonly applicant: string;
  readonly representative: string;
  readonly procedure: string;
  readonly submittedAt: string;
  readonly files: readonly {
    readonly no: string;
    readonly component: string;
    readonly name: string;
    readonly pages: string;
    readonly size: string;
    readonly digest: string;
  }[];
  readonly answers: readonly AnsweredPage[];
  readonly next: readonly string[];
  readonly chainShort: string;
  readonly chainHead: string;
};

/** What the citizen has in hand right after he submitted online: proof of what was handed in. It is not the receipt, and says so. */
export function submission(facts: SubmissionFacts): SubmissionContent {
  return {
    letterhead: letterhead(facts),
    secret: facts.secret,
    trackAt: facts.trackAt,
    applicant: facts.applicant,
    representative: facts.representative,
    procedure: facts.procedure,
    submittedAt: momentInWords(facts.submittedAt),
    files: facts.files.map(({ component, name, pages, bytes, digest }, index) => ({
      no: String(index + 1),
      component,
      name,
      pages: pages === null ? '' : String(pages),
      size: size(bytes),
      digest,
    })),
    answers: answered(facts.answers),
    next: [
      `Cán bộ tiếp nhận xem hồ sơ và trả lời ông/bà chậm nhất lúc ${momentInWords(facts.answerDueAt)}.`,
      'Hồ sơ đủ thì ông/bà nhận được giấy tiếp nhận và hẹn trả kết quả, có ghi thời điểm hẹn trả. Thời hạn giải quyết tính từ khi tiếp nhận.',
      'Hồ sơ thiếu thì ông/bà nhận được một phiếu yêu cầu bổ sung, ghi rõ mọi giấy tờ còn thiếu và lý do.',
    ],
    chainShort: shortDigest(facts.chainHead),
    chainHead: facts.chainHead,
  };
}

/** A question that was left open is not shown, nor a page on which all were. */
function answered(pages: readonly AnsweredPage[]): readonly AnsweredPage[] {
  return pages.map(({ title, rows }) => ({ title, rows: rows.filter(({ value }) => value !== '') })).filter(({ rows }) => rows.length > 0);
}
