import { type Letterhead, letterhead, type PaperFacts } from '#server/papers/letterhead.ts';
import { momentInWords, shortMoment } from '#server/papers/wording.ts';

export type TransferSlipFacts = PaperFacts & {
  readonly applicant: string;
  readonly procedure: string;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly transfers: readonly Transfer[];
};

/** One step: who handed the dossier to whom, how long it was to take and took. */
export type Transfer = {
  readonly step: string;
  readonly from: Hand;
  readonly to: Hand;
  readonly handedAt: Date;
  readonly dueAt: Date;
  /** In words, "1 ngày 4 giờ làm việc". */
  readonly planned: string;
  /** Null while he still has it. */
  readonly doneAt: Date | null;
  readonly result: 'early' | 'on time' | 'late' | null;
  readonly note: string;
};

export type Hand = { readonly agency: string; readonly officer: string };

export type TransferSlipContent = {
  readonly letterhead: Letterhead;
  readonly applicant: string;
  readonly procedure: string;
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly transfers: readonly {
    readonly no: string;
    readonly step: string;
    readonly from: Hand;
    readonly to: Hand;
    readonly handedAt: string;
    readonly planned: string;
    readonly dueAt: string;
    readonly doneAt: string;
    readonly result: string;
    readonly note: string;
  }[];
};

const results = { early: 'Trước hạn', 'on time': 'Đúng hạn', late: 'Quá hạn' };

/**
 * Who had the dossier from when to when, one row a step; it goes with the dossier.
 *
 * @law TT-01-2018-VPCP form 5
 * @law TT-03-2025-VPCP form 6
 */
export function transferSlip(facts: TransferSlipFacts): TransferSlipContent {
  return {
    letterhead: letterhead(facts),
    applicant: facts.applicant,
    procedure: facts.procedure,
    receivedAt: momentInWords(facts.receivedAt),
    dueAt: momentInWords(facts.dueAt),
    transfers: facts.transfers.map(({ step, from, to, handedAt, dueAt, planned, doneAt, result, note }, index) => ({
      no: String(index + 1),
      step,
      from,
      to,
      handedAt: shortMoment(handedAt),
      planned,
      dueAt: shortMoment(dueAt),
      doneAt: doneAt ? shortMoment(doneAt) : '',
      result: result ? results[result] : 'Đang giải quyết',
      note,
    })),
  };
}
