import { type Letterhead, letterhead, type PaperFacts, type Signature, type SignatureFacts, signature } from '#server/papers/letterhead.ts';

export type DecisionFacts = PaperFacts & {
  /** What the procedure's catalogue calls the result: "Quyết định hỗ trợ chi phí mai táng", "Giấy phép xây dựng". */
  readonly result: string;
  readonly procedure: string;
  /** Who decides, as a decision names him: "Giám đốc Sở Lao động - Thương binh và Xã hội". */
  readonly authority: string;
  /** The law it rests on, an item each: "Nghị định 31/2013/NĐ-CP". */
  readonly grounds: readonly string[];
  /** On whose proposal; empty when on nobody's. */
  readonly proposedBy: string;
  readonly applicant: { readonly name: string; readonly bornOn: string; readonly identityNumber: string; readonly address: string };
  /** What was asked for and is now granted, page by page of the form, in the words shown there. */
  readonly answers: readonly { readonly title: string; readonly rows: readonly { readonly label: string; readonly value: string }[] }[];
  /** The specialist's conclusion, in a sentence or more. */
  readonly conclusion: string;
  /** Who carries it out besides the applicant; empty when nobody. */
  readonly carriedOutBy: string;
  readonly signer: SignatureFacts;
};

export type DecisionContent = {
  readonly letterhead: Letterhead;
  readonly title: string;
  readonly subtitle: string;
  /** Grounds and articles when it is a decision; a document of another kind certifies. */
  readonly decides: boolean;
  readonly authority: string;
  readonly grounds: readonly string[];
  readonly opening: string;
  readonly applicantRows: readonly { readonly label: string; readonly value: string }[];
  readonly answers: DecisionFacts['answers'];
  readonly conclusion: string;
  readonly closing: readonly string[];
  readonly recipients: readonly string[];
  readonly signerSignature: Signature;
};

/**
 * The result of a procedure that has no form of its own: a decision with articles, or a document that certifies.
 *
 * @law ND-30-2020 how a decision is laid out (TT-01-2011-BNV before it)
 */
export function decision(facts: DecisionFacts): DecisionContent {
  const decides = /^quyết định/i.test(facts.result.normalize('NFC'));
  const { applicant } = facts;
  return {
    letterhead: letterhead(facts),
    title: decides ? 'QUYẾT ĐỊNH' : facts.result.toLocaleUpperCase('vi'),
    subtitle: decides ? `Về việc ${subject(facts)}` : '',
    decides,
    authority: facts.authority.toLocaleUpperCase('vi'),
    grounds: [
      ...facts.grounds.map((ground) => `Căn cứ ${ground};`),
      `Xét hồ sơ số ${facts.code}, thủ tục ${facts.procedure};`,
      ...(facts.proposedBy ? [`Theo đề nghị của ${facts.proposedBy}.`] : []),
    ],
    opening: decides
      ? `Giải quyết đề nghị của ${applicant.name} với những nội dung sau:`
      : `Chứng nhận cho ${applicant.name} những nội dung sau:`,
    applicantRows: [
      { label: 'Họ tên, hoặc tên tổ chức', value: applicant.name },
      { label: 'Ngày, tháng, năm sinh', value: applicant.bornOn },
      { label: 'Số giấy tờ tùy thân, hoặc mã số', value: applicant.identityNumber },
      { label: 'Địa chỉ', value: applicant.address },
    ].filter(({ value }) => value !== ''),
    answers: facts.answers
      .map(({ title, rows }) => ({ title, rows: rows.filter(({ value }) => value !== '') }))
      .filter(({ rows }) => rows.length > 0),
    conclusion: facts.conclusion,
    closing: decides
      ? [
          'Quyết định này có hiệu lực kể từ ngày ký.',
          facts.carriedOutBy
            ? `${facts.carriedOutBy} và ${applicant.name} chịu trách nhiệm thi hành Quyết định này./.`
            : `${applicant.name} và các cơ quan, cá nhân liên quan chịu trách nhiệm thi hành Quyết định này./.`,
        ]
      : [],
    recipients: [applicant.name, ...(facts.carriedOutBy ? [facts.carriedOutBy] : []), `Lưu hồ sơ ${facts.code}.`].map(endOfItem),
    signerSignature: signature(facts.signer, facts.at),
  };
}

/** What the decision is about: its name without "Quyết định", else the procedure's name. */
function subject({ result, procedure }: DecisionFacts): string {
  const about = result.normalize('NFC').replace(/^quyết định\s*(về việc\s*)?/i, '');
  return about || `${procedure.charAt(0).toLocaleLowerCase('vi')}${procedure.slice(1)}`;
}

function endOfItem(item: string, at: number, all: readonly string[]): string {
  return at === all.length - 1 ? item : `${item};`;
}
