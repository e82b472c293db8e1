import type { ApologyContent } from './apology/content.ts';
import type { Letterhead, Signature } from './letterhead.ts';
import type { ReceiptContent } from './receipt/content.ts';
import type { RefusalContent } from './refusal/content.ts';
import type { StopNoticeContent } from './stop-notice/content.ts';
import type { SupplementRequestContent } from './supplement-request/content.ts';

/** Words that stand in one line, with what is printed bold, and what is English. */
export type Words = readonly { readonly text: string; readonly strong?: true; readonly english?: true }[];

/** A part of a paper, from top to bottom. */
export type PaperPart =
  | { readonly as: 'line'; readonly words: Words }
  | { readonly as: 'list'; readonly items: readonly string[] }
  | { readonly as: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/**
 * The words of a paper for a page that shows it before it is made: what `paper.typ` prints, in the same order.
 * The QR code, the secret and the chain's head come with the printing.
 */
export type PageText = {
  readonly letterhead: Letterhead;
  readonly title: string;
  readonly subtitle: string;
  readonly parts: readonly PaperPart[];
  readonly recipients: readonly string[];
  /** From left to right. */
  readonly signatures: readonly Signature[];
};

export type ShownPapers = {
  receipt: ReceiptContent;
  'supplement-request': SupplementRequestContent;
  refusal: RefusalContent;
  'stop-notice': StopNoticeContent;
  apology: ApologyContent;
};

/** Each paper that an officer sees before his act, in words. A test compares them with what is printed. */
export const pageText: { readonly [Name in keyof ShownPapers]: (content: ShownPapers[Name]) => PageText } = {
  receipt: (content) => ({
    letterhead: content.letterhead,
    title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    subtitle: '',
    parts: [
      line('Mã hồ sơ: ', strong(content.letterhead.code)),
      line('Tiếp nhận hồ sơ của: ', strong(content.applicant)),
      ...facts(['Địa chỉ', content.address]),
      ...facts(['Điện thoại', content.phone], ['Thư điện tử', content.email]),
      ...facts(['Người nộp thay', content.representative]),
      line('Nội dung yêu cầu giải quyết: ', strong(content.procedure)),
      ...facts(['Cơ quan giải quyết', content.decidingAgency]),
      line('Thành phần hồ sơ nộp gồm:'),
      {
        as: 'table',
        head: ['TT', 'Tên giấy tờ', 'Bản chính', 'Bản sao'],
        rows: content.components.map(({ no, name, originals, copies }) => [no, name, originals, copies]),
      },
      line(`Số lượng hồ sơ: ${content.sets} bộ. Thời gian giải quyết: ${content.timeToSettle}.`),
      line(`Nhận hồ sơ lúc: ${content.receivedAt}`),
      line('Hẹn trả kết quả lúc: ', strong(content.dueAt)),
      ...lineIf(content.dueExplanation.vietnamese),
      ...englishIf(content.dueExplanation.english),
      line(`Nhận kết quả: ${content.collection}.`),
      line(content.fee),
    ],
    recipients: [],
    signatures: [content.applicantSignature, content.officerSignature],
  }),
  'supplement-request': (content) => ({
    ...letter(content, content.officerSignature),
    title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    parts: [
      ...about(content),
      line('Để giải quyết hồ sơ, đề nghị ông/bà bổ sung, hoàn thiện những nội dung sau:'),
      { as: 'list', items: content.gaps.map(({ component, why }) => (why === '' ? component : `${component}: ${why}`)) },
      ...lineIf(content.explanation, 'Giải thích thêm: '),
      ...lineIf(content.secondReason, 'Đây là lần yêu cầu bổ sung thứ hai, theo ý kiến của người đứng đầu cơ quan, vì: '),
      line(`Nơi nhận bổ sung: ${content.handInAt}. Hạn bổ sung: `, strong(`trước ${content.answerDueAt}`), `. ${content.afterwards}`),
      ...lineIf(content.unanswered),
      line(`Khi cần hỏi thêm, xin ông/bà liên hệ: ${content.contact}./.`),
    ],
  }),
  refusal: (content) => ({
    ...letter(content, content.officerSignature),
    title: content.title,
    subtitle: content.subtitle,
    parts: [
      ...about(content),
      line(content.announcement),
      { as: 'list', items: content.reasons },
      ...lineIf(content.ground && `${content.ground}.`, 'Căn cứ pháp lý: '),
      ...lineIf(content.instead),
      line(`Nếu không đồng ý, ông/bà có quyền phản ánh, khiếu nại tới: ${content.complainTo}.`),
      line('Xin thông báo để ông/bà được biết./.'),
    ],
  }),
  'stop-notice': (content) => ({
    ...letter(content, content.officerSignature),
    title: content.title,
    subtitle: content.subtitle,
    parts: [
      ...about(content),
      line(content.because),
      line(content.answer),
      ...lineIf(content.reason, 'Lý do: '),
      ...lineIf(content.handedBack),
      line('Xin thông báo để ông/bà được biết./.'),
    ],
  }),
  apology: (content) => ({
    ...letter(content, content.headSignature),
    title: content.title,
    parts: [
      addressed(content),
      line(
        `${content.agency} tiếp nhận hồ sơ `,
        strong(content.procedure),
        ' của ông/bà, mã số ',
        strong(content.letterhead.code),
        `, ${content.receivedOn}.`,
      ),
      line(`Thời điểm hẹn trả kết quả: ${content.dueAt}.`),
      line(`${content.lateness} ${content.reason}`),
      line(`Sự chậm trễ này gây phiền hà, tốn kém chi phí và công sức của ông/bà. ${content.agency} chân thành xin lỗi ông/bà.`),
      line(`${content.promise} `, strong(content.promisedAt), '.'),
      line('Rất mong nhận được sự thông cảm của ông/bà./.'),
    ],
  }),
};

type Letter = { readonly letterhead: Letterhead; readonly recipients: readonly string[] };

type Addressed = { readonly applicant: string; readonly address: string };

function letter({ letterhead, recipients }: Letter, signature: Signature) {
  return { letterhead, subtitle: '', recipients, signatures: [signature] };
}

/** To whom, and about which dossier. */
function about(content: Addressed & Letter & { readonly procedure: string; readonly handedInOn: string }): PaperPart[] {
  const { procedure, letterhead, handedInOn } = content;
  return [addressed(content), line('Hồ sơ: ', strong(procedure), ', mã số ', strong(letterhead.code), `, nộp ${handedInOn}.`)];
}

function addressed({ applicant, address }: Addressed): PaperPart {
  return line('Kính gửi: ', strong(applicant), address === '' ? '.' : `, ${address}.`);
}

/** Label and value, side by side; what has no value is left out. */
function facts(...pairs: readonly (readonly [label: string, value: string])[]): PaperPart[] {
  const told = pairs.filter(([, value]) => value !== '').map(([label, value]) => `${label}: ${value}`);
  return told.length > 0 ? [line(told.join('    '))] : [];
}

function lineIf(text: string, before = ''): PaperPart[] {
  return text === '' ? [] : [line(before + text)];
}

function englishIf(text: string): PaperPart[] {
  return text === '' ? [] : [line({ text: `English: ${text}`, english: true })];
}

function line(...words: readonly (string | Words[number])[]): PaperPart {
  return { as: 'line', words: words.map((word) => (typeof word === 'string' ? { text: word } : word)) };
}

function strong(text: string): Words[number] {
  return { text, strong: true };
}
