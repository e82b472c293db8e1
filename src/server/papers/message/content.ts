import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Collection } from '#domain/form/form.ts';
import { dong, momentInWords } from '#server/papers/wording.ts';

/** What every message says besides what happened. */
export type MessageFacts = {
  readonly applicant: string;
  readonly code: string;
  readonly procedure: string;
  /** A trial dossier: its messages say so. */
  readonly trial: boolean;
  /** Which agency acted; of what a citizen did, the one that receives. */
  readonly agency: string;
  readonly receivingAgency: { readonly name: string; readonly address: string; readonly phone: string };
  readonly collection: Collection;
  /** When the receiving officer answers at the latest, or the result is owed; null while nothing is. */
  readonly answerDueAt: Date | null;
  readonly dueAt: Date | null;
  readonly complainTo: string;
  readonly trackAt: string;
  readonly rateAt: string;
  readonly resultAt: string;
};

export type MessageContent = { readonly subject: string; readonly text: string };

/** What is said of an event: what happened, and what there is to do now. Blank lines part paragraphs. */
type Said = { readonly subject: string; readonly vi: readonly string[]; readonly en: string };

/**
 * The letter that tells an applicant what happened to his dossier, in plain text. The whole of it stands in the letter:
 * nobody has to open a link to know what to do.
 *
 * @returns null for an event that tells nothing, or whose words have been wiped
 */
export function message(event: DossierEvent, facts: MessageFacts): MessageContent | null {
  const said = saidOf(event, facts);
  if (!said) return null;

  const { receivingAgency } = facts;
  return {
    subject: oneLine(`${facts.trial ? '[Hồ sơ thử] ' : ''}${said.subject}: hồ sơ ${facts.code}`),
    text: [
      `Kính gửi ông/bà ${oneLine(facts.applicant)},`,
      `Hồ sơ ${facts.code}: ${facts.procedure}`,
      ...said.vi,
      `Theo dõi hồ sơ: ${facts.trackAt}\nAi có địa chỉ này đều xem được hồ sơ, xin đừng gửi cho người khác.`,
      `In English: ${said.en}`,
      lines(
        '--',
        receivingAgency.name,
        receivingAgency.address,
        receivingAgency.phone && `Điện thoại: ${receivingAgency.phone}`,
        'Thư gửi tự động, ông/bà không phải trả lời.',
      ),
    ]
      .filter((paragraph) => paragraph !== '')
      .join('\n\n'),
  };
}

function saidOf(event: DossierEvent, facts: MessageFacts): Said | null {
  switch (event.type) {
    case 'submitted':
      return {
        subject: 'Đã nhận đơn nộp trực tuyến',
        vi: [
          `${facts.receivingAgency.name} đã nhận hồ sơ ông/bà nộp lúc ${momentInWords(event.at)}, gồm ${event.files.length} tệp.`,
          facts.answerDueAt
            ? `Cán bộ tiếp nhận xem hồ sơ và trả lời ông/bà chậm nhất lúc ${momentInWords(facts.answerDueAt)}. Lúc này ông/bà không phải làm gì thêm.`
            : '',
        ],
        en: `we have your application and will answer by the time given above. There is nothing more for you to do now.`,
      };
    case 'received':
      return {
        subject: 'Đã tiếp nhận',
        vi: [
          `Hồ sơ đủ và đã được tiếp nhận lúc ${momentInWords(event.at)}.`,
          `Hẹn trả kết quả lúc ${momentInWords(event.dueAt)}.`,
          feeOf(event),
          'Giấy tiếp nhận hồ sơ và hẹn trả kết quả, cùng cách tính ngày hẹn, có ở trang theo dõi hồ sơ.',
        ],
        en: 'your dossier is complete and has been received; the result is due at the time given above.',
      };
    case 'not accepted':
      return event.sealed && refused('Không tiếp nhận', `${facts.agency} không tiếp nhận hồ sơ này, với lý do:`, event.sealed, facts);
    case 'refused':
      return (
        event.sealed && refused('Từ chối giải quyết', `${facts.agency} không giải quyết được yêu cầu này, với lý do:`, event.sealed, facts)
      );
    case 'supplement requested':
      return event.sealed && supplementOf(event, event.sealed, facts);
    case 'supplement given':
      return {
        subject: 'Đã nhận bổ sung',
        vi: [
          `${facts.receivingAgency.name} đã nhận phần bổ sung của ông/bà lúc ${momentInWords(event.at)}.`,
          event.dueAt
            ? `Thời hạn giải quyết chạy tiếp; hẹn trả kết quả lúc ${momentInWords(event.dueAt)}.`
            : 'Cán bộ tiếp nhận xem lại hồ sơ; thời hạn giải quyết tính từ khi hồ sơ được tiếp nhận.',
        ],
        en: 'we have what you added, and work goes on.',
      };
    case 'payment requested':
      return (
        event.sealed && {
          subject: 'Cần nộp nghĩa vụ tài chính',
          vi: [
            `Ông/bà cần nộp ${dong(event.amountVnd)}, do ${event.sealed.setBy} xác định. Căn cứ: ${event.sealed.ground}.`,
            event.sealed.how,
            `Nộp xong, xin gửi chứng từ đến ${facts.receivingAgency.name}. Thời gian chờ nộp không tính vào thời hạn giải quyết.`,
          ],
          en: 'an obligation set by another agency has to be paid before work goes on: the amount and ground are given above.',
        }
      );
    case 'payment recorded':
      return {
        subject: 'Đã ghi nhận nộp tiền',
        vi: [`${facts.agency} đã ghi nhận chứng từ ông/bà nộp.`, goesOn(event.dueAt)],
        en: 'your payment has been recorded, and work goes on.',
      };
    case 'suspended':
      return (
        event.sealed && {
          subject: 'Tạm dừng giải quyết',
          vi: [
            lines(
              `${facts.agency} tạm dừng giải quyết hồ sơ từ ${momentInWords(event.at)}, vì: ${event.sealed.reason}`,
              `Căn cứ: ${event.sealed.ground}`,
            ),
            'Thời hạn giải quyết dừng trong thời gian này. Ông/bà không phải làm gì thêm; chúng tôi báo khi hồ sơ được giải quyết tiếp.',
          ],
          en: 'work on your dossier is suspended by law, for the reason given above. There is nothing you have to do; we tell you when it goes on.',
        }
      );
    case 'resumed':
      return {
        subject: 'Giải quyết tiếp',
        vi: [`${facts.agency} giải quyết tiếp hồ sơ từ ${momentInWords(event.at)}.`, goesOn(event.dueAt)],
        en: 'work on your dossier goes on; the due time is given above.',
      };
    case 'result ready':
      return { subject: 'Đã có kết quả', vi: ['Hồ sơ của ông/bà đã có kết quả.', ...collectionOf(facts)], en: 'your result is ready.' };
    case 'returned':
      return {
        subject: 'Đã trả kết quả',
        vi: [
          `Kết quả đã được trả lúc ${momentInWords(event.at)}. Hồ sơ đã kết thúc.`,
          `Ông/bà hài lòng đến đâu? Xin dành một phút đánh giá: ${facts.rateAt}`,
        ],
        en: `the result has been handed over. Please rate the service: ${facts.rateAt}`,
      };
    case 'withdrawal denied':
      return (
        event.sealed && {
          subject: 'Chưa đồng ý cho rút',
          vi: [
            `${facts.agency} chưa thể đồng ý cho ông/bà rút hồ sơ, với lý do: ${event.sealed.reason}`,
            facts.dueAt ? `Hồ sơ được giải quyết tiếp; hẹn trả kết quả lúc ${momentInWords(facts.dueAt)}.` : 'Hồ sơ được giải quyết tiếp.',
            `Nếu không đồng ý, ông/bà liên hệ: ${facts.complainTo}.`,
          ],
          en: 'your dossier cannot be withdrawn for the reason given above; work goes on.',
        }
      );
    case 'withdrawn':
      return {
        subject: 'Đã rút hồ sơ',
        vi: [
          `Hồ sơ đã dừng giải quyết theo đề nghị của ông/bà từ ${momentInWords(event.at)}.`,
          event.sealed?.note ?? '',
          'Bản chính giấy tờ đã nộp, nếu có, được trả lại tại nơi tiếp nhận.',
        ],
        en: 'your dossier has been withdrawn as you asked.',
      };
    case 'reopened':
      return (
        event.sealed && {
          subject: 'Mở lại hồ sơ',
          vi: [
            `Hồ sơ được mở lại từ ${momentInWords(event.at)} để giải quyết tiếp, vì: ${event.sealed.reason}`,
            event.dueAt
              ? `Hẹn trả kết quả lúc ${momentInWords(event.dueAt)}.`
              : 'Cán bộ tiếp nhận xem lại và trả lời trong 8 giờ làm việc.',
            'Ông/bà không phải nộp lại giấy tờ đã nộp.',
          ],
          en: 'your dossier has been reopened and is worked on again; you need not hand in anything anew.',
        }
      );
    case 'closed unanswered':
      return {
        subject: 'Dừng giải quyết',
        vi: [
          `Đã hết hạn chờ mà chưa nhận được phần bổ sung, nên hồ sơ dừng giải quyết từ ${momentInWords(event.at)}.`,
          'Thông báo dừng giải quyết có ở trang theo dõi hồ sơ. Bản chính giấy tờ đã nộp, nếu có, được trả lại tại nơi tiếp nhận.',
          'Ông/bà có thể nộp lại hồ sơ bất cứ lúc nào.',
        ],
        en: 'what was missing was not handed in in time, so work on your dossier has stopped. You may apply again at any time.',
      };
    case 'apology given':
      return (
        event.sealed && {
          subject: 'Xin lỗi và hẹn lại',
          vi: [
            `${facts.agency} xin lỗi ông/bà vì không trả được kết quả đúng hẹn, với lý do: ${event.sealed.reason}`,
            `Thời điểm hẹn lại: ${momentInWords(event.promisedAt)}.`,
          ],
          en: 'we are sorry: the result comes later, at the new time given above.',
        }
      );
    case 'corrected':
      return (
        event.sealed && {
          subject: 'Đã đính chính',
          vi: [
            `${facts.agency} đã đính chính ${correctedOf(event)}. Lý do: ${event.sealed.reason}`,
            'Nội dung mới có ở trang theo dõi hồ sơ. Nếu chưa đúng, xin ông/bà báo lại cho nơi tiếp nhận.',
          ],
          en: 'something that was typed wrongly was corrected; the tracking page shows it as it is now. Please tell us if it is still wrong.',
        }
      );
    case 'due time recounted':
      return {
        subject: 'Hẹn trả được tính lại',
        vi: [
          lines('Lịch nghỉ của Nhà nước thay đổi sau khi tiếp nhận hồ sơ.', event.sealed ? `Căn cứ: ${event.sealed.ground}` : ''),
          `Trước đây hẹn trả kết quả lúc ${momentInWords(event.wasDueAt)}; nay hẹn lúc ${momentInWords(event.dueAt)}.`,
        ],
        en: 'the public holidays have changed, and with them your due time: the new one stands above.',
      };
    case 'timer fired':
    case 'message came':
    case 'moved to version':
    case 'taken':
    case 'assigned':
    case 'handed on':
    case 'hand-over withdrawn':
    case 'sent back':
    case 'result drafted':
    case 'result signed':
    case 'result numbered':
    case 'withdrawal requested':
    case 'due time warned':
    case 'lateness reported':
      return null;
  }
}

type Reasons = { readonly reasons: readonly string[]; readonly ground: string };

function refused(subject: string, opening: string, { reasons, ground }: Reasons, { complainTo }: MessageFacts): Said {
  return {
    subject,
    vi: [
      lines(opening, ...reasons.map((reason) => `- ${reason}`), ground && `Căn cứ: ${ground}`),
      'Văn bản trả lời có ở trang theo dõi hồ sơ.',
      `Nếu không đồng ý, ông/bà có quyền khiếu nại. Nơi tiếp nhận: ${complainTo}.`,
    ],
    en: 'your application is refused for the reasons given above; you may complain to the agency named there.',
  };
}

type SupplementRequested = Extract<DossierEvent, { type: 'supplement requested' }>;

function supplementOf(
  { answerDueAt, closesAt }: SupplementRequested,
  { gaps, explanation }: NonNullable<SupplementRequested['sealed']>,
  { agency, receivingAgency, trackAt }: MessageFacts,
): Said {
  return {
    subject: 'Cần bổ sung',
    vi: [
      lines(`${agency} đề nghị ông/bà bổ sung:`, ...gaps.map(({ component, why }, at) => `${at + 1}. ${component}${why && `: ${why}`}`)),
      explanation,
      lines(
        `Hạn bổ sung: ${momentInWords(answerDueAt)}.`,
        closesAt ? `Quá ${momentInWords(closesAt)} mà chưa bổ sung, hồ sơ dừng giải quyết.` : '',
      ),
      `Gửi ảnh chụp hoặc tệp ở trang theo dõi hồ sơ (${trackAt}), hoặc mang đến ${receivingAgency.name}. Thời gian chờ bổ sung không tính vào thời hạn giải quyết.`,
    ],
    en: 'something is missing: it is listed above, with the time by which to hand it in. Send it from the tracking page, or bring it.',
  };
}

function correctedOf({ isAnswered, components, fee }: Extract<DossierEvent, { type: 'corrected' }>): string {
  const parts = [isAnswered && 'điều đã khai', components.length > 0 && 'số giấy tờ đã nhận', fee && 'phí, lệ phí'];
  return parts.filter((part) => part !== false && part !== null).join(', ');
}

function collectionOf({ collection, receivingAgency, resultAt }: MessageFacts): readonly string[] {
  switch (collection) {
    case 'post':
      return ['Kết quả được gửi qua bưu điện, đến địa chỉ ông/bà đã ghi. Ông/bà không phải làm gì thêm.'];
    case 'electronic':
      return [`Bản điện tử: ${resultAt}`];
    case 'counter':
      return [
        lines(`Nhận tại: ${receivingAgency.name}`, receivingAgency.address),
        'Khi đến, xin mang giấy tiếp nhận hồ sơ và giấy tờ tùy thân.',
        `Xem trước bản điện tử: ${resultAt}`,
      ];
  }
}

function goesOn(dueAt: Date | null): string {
  return dueAt ? `Thời hạn giải quyết chạy tiếp; hẹn trả kết quả lúc ${momentInWords(dueAt)}.` : '';
}

function feeOf({ feeVnd, feePaid }: Extract<DossierEvent, { type: 'received' }>): string {
  return feeVnd > 0 && feePaid === null ? `Phí, lệ phí phải nộp: ${dong(feeVnd)} (chưa thu).` : '';
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

/** What somebody typed cannot begin another line where there is one line only. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
