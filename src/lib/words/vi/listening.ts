import type { FeedbackEvent } from '#domain/feedback/events.ts';
import type { FeedbackKind, FeedbackState } from '#domain/feedback/feedback.ts';
import type { FeedbackAct } from '#domain/feedback/route.ts';
import type { Aspect } from '#domain/rating/rating.ts';
import type { RefusalCode } from '#domain/refusal.ts';

/** Rating the service for one dossier. */
export const rating = {
  title: 'Đánh giá việc giải quyết hồ sơ',
  lead: 'Hồ sơ {code}: {procedure}, nộp tại {agency}.',
  score: 'Nói chung, ông/bà hài lòng đến đâu?',
  aspects: 'Từng mặt, nếu ông/bà muốn đánh giá thêm',
  aspectsHint: '1 là rất không hài lòng, 5 là rất hài lòng. Mặt nào không muốn đánh giá thì để trống.',
  leftOut: 'Để trống',
  comment: 'Điều gì tốt, điều gì cần sửa?',
  commentHint: 'Không cần ghi tên. Không có số liệu nào tính riêng cho từng cán bộ.',
  send: 'Gửi đánh giá',
  once: 'Mỗi hồ sơ đánh giá một lần, không sửa lại được.',
  thanks: 'Xin cảm ơn ông/bà đã đánh giá',
  given: 'Đánh giá đã nhận lúc {moment}. Mỗi hồ sơ đánh giá một lần.',
  again: 'Hồ sơ này đã được đánh giá',
  notCounted:
    'Lần gửi vừa rồi không được tính: mỗi hồ sơ chỉ tính đánh giá đầu tiên, đã nhận lúc {moment}. Nếu ông/bà bấm gửi hai lần thì lần đầu đã được tính.',
  notYet: 'Chưa đến lúc đánh giá',
  notYetWhy: 'Hồ sơ {code} chưa trả kết quả. Sau khi nhận kết quả, ông/bà mở lại đường dẫn này.',
  toDossier: 'Xem hồ sơ đang ở đâu',
  toFeedback: 'Gửi phản ánh, kiến nghị',
  more: 'Muốn được trả lời?',
  moreHow: 'Đánh giá không có trả lời riêng. Nếu có chuyện cần giải quyết, ông/bà gửi phản ánh; có thể không ghi tên.',
} as const;

/** The answers from 1 to 5. */
export const score = {
  5: 'Rất hài lòng',
  4: 'Hài lòng',
  3: 'Bình thường',
  2: 'Không hài lòng',
  1: 'Rất không hài lòng',
} as const;

export const aspect = {
  access: 'Nơi tiếp nhận, cách tìm và nộp',
  procedure: 'Thủ tục, giấy tờ phải nộp',
  officer: 'Thái độ và cách làm việc của cán bộ',
  result: 'Kết quả nhận được',
  comments: 'Việc tiếp nhận, xử lý góp ý, phản ánh',
} as const satisfies Record<Aspect, string>;

export const feedbackKind = {
  settlement: 'Hồ sơ chậm hoặc giải quyết sai',
  conduct: 'Thái độ, cách làm việc của cán bộ',
  regulation: 'Quy định, thủ tục chưa hợp lý',
  idea: 'Góp ý, sáng kiến',
  thanks: 'Lời khen, cảm ơn',
} as const satisfies Record<FeedbackKind, string>;

export const feedbackState = {
  given: 'Đã gửi, chờ ghi nhận',
  acknowledged: 'Đã ghi nhận',
  'handed on': 'Đang xử lý',
  answered: 'Đã trả lời',
} as const satisfies Record<FeedbackState, string>;

/** What happened, as a heading in the history. */
export const feedbackEvent = {
  given: 'Gửi phản ánh',
  acknowledged: 'Ghi nhận',
  'handed on': 'Chuyển cơ quan trả lời',
  answered: 'Trả lời',
  'written back': 'Người gửi viết lại',
  'consent changed': 'Người gửi đổi ý về việc đăng công khai',
  published: 'Đăng công khai',
  'publication withdrawn': 'Gỡ khỏi trang công khai',
} as const satisfies Record<FeedbackEvent['type'], string>;

/** The form, the same on the page and on the telephone. */
export const feedbackForm = {
  kind: 'Ông/bà muốn nói về việc gì?',
  text: 'Chuyện gì đã xảy ra, hoặc ông/bà muốn đề nghị gì?',
  textHint: 'Ở đâu, khi nào, với ai. Viết như nói chuyện là được.',
  agency: 'Về cơ quan nào?',
  agencyHint: 'Cần chọn khi phản ánh hồ sơ chậm, sai hoặc thái độ phục vụ.',
  agencyNone: 'Không riêng cơ quan nào',
  dossier: 'Về hồ sơ nào?',
  dossierHint: 'Mã ghi trên giấy hẹn. Cán bộ đã xử lý hồ sơ ấy sẽ không thấy phản ánh này.',
  whom: 'Về cán bộ nào?',
  whomHint: 'Ghi họ tên nếu biết. Người được nêu đủ họ tên không thấy và không xử lý phản ánh này.',
  named: 'Ông/bà có muốn ghi tên không?',
  namedHint: 'Có thể không ghi tên. Khi đó không lưu tên, điện thoại, thư điện tử, mã hồ sơ hay địa chỉ mạng của ông/bà.',
  no: 'Không ghi tên',
  yes: 'Ghi tên và cách liên hệ',
  name: 'Họ và tên',
  phone: 'Số điện thoại',
  email: 'Thư điện tử',
  onlyNamed: 'Chỉ trả lời khi chọn “Ghi tên và cách liên hệ”.',
  consent: 'Khi trả lời xong, có đồng ý đăng công khai không?',
  consentHint: 'Chỉ đăng sau khi bỏ hết thông tin riêng. Đổi ý lúc nào cũng được.',
  consentYes: 'Đồng ý',
  consentNo: 'Không đồng ý',
} as const;

/** Telling the city something. */
export const giving = {
  title: 'Phản ánh, kiến nghị',
  lead: 'Hồ sơ chậm, cán bộ chưa đúng mực, quy định vướng, hay một lời góp ý: xin nói cho thành phố biết. Không cần tài khoản, có thể không ghi tên.',
  send: 'Gửi phản ánh',
  whenSent: 'Khi gửi thì:',
  effectCode: 'Có mã và mã bí mật ngay ở trang sau, để đọc trả lời. Không gửi qua thư, xin ông/bà chép lại.',
  effectDays: 'Ghi nhận trong {acknowledge} ngày làm việc, chuyển cơ quan trả lời trong {handOn} ngày, trả lời trong {answer} ngày.',
  effectKeptOut: 'Người bị phản ánh không thấy và không được xử lý; thái độ phục vụ do cơ quan cấp trên xem xét.',
  readAnswer: 'Đã gửi rồi?',
  readAnswerLink: 'Đọc trả lời',
  publishedLink: 'Các phản ánh đã trả lời',
  orCall: 'Hoặc gọi đường dây nóng, cán bộ ghi giúp:',
  feedback: 'Phản ánh',
} as const;

/** After it was sent: code and secret. */
export const given = {
  title: 'Đã nhận phản ánh',
  lead: 'Xin cảm ơn ông/bà.',
  code: 'Mã phản ánh',
  secret: 'Mã bí mật',
  keep: 'Hãy chép lại hoặc chụp ảnh hai mã này: cần cả hai để đọc trả lời. Chúng tôi không gửi qua thư và không đọc lại được qua điện thoại nếu ông/bà không ghi tên.',
  keepLink: 'Trang này mở lại được chừng nào ông/bà còn giữ đường dẫn của nó. Dùng máy chung thì xin đóng trang sau khi chép.',
  next: 'Tiếp theo',
  nextAcknowledge: 'Trước {moment}: có người đọc và ghi nhận.',
  nextHandOn: 'Trước {moment}: chuyển cho cơ quan trả lời.',
  nextWith: 'Phản ánh được chuyển ngay đến {agency}, vì người phụ trách tiếp nhận không được xem.',
  nextAnswer: 'Trước {moment}: trả lời.',
  toAnswer: 'Xem phản ánh và trả lời',
} as const;

/** Reading the answer, by code and secret. */
export const answering = {
  title: 'Đọc trả lời phản ánh',
  lead: 'Nhập mã phản ánh và mã bí mật đã hiện ra khi gửi.',
  codeHint: 'Ví dụ PA-180502-0001',
  secretHint: 'Ba nhóm, mỗi nhóm bốn chữ và số, ví dụ 7F3K-91C0-5BE2',
  see: 'Xem trả lời',
  codeMissing: 'Chưa ghi mã phản ánh',
  secretMissing: 'Chưa ghi mã bí mật',
  wrong: 'Mã phản ánh hoặc mã bí mật chưa đúng',
  wrongHow: 'Hãy xem lại từng nhóm. Chữ hoa, chữ thường và dấu gạch không quan trọng.',
  tooMany: 'Đã thử quá nhiều lần. Xin đợi {minutes} phút rồi thử lại.',
  heading: 'Phản ánh {code}',
  state: 'Đang ở đâu',
  who: 'Ai xử lý',
  withCentre: 'bộ phận tiếp nhận phản ánh',
  by: 'Trước',
  given: 'Gửi lúc',
  told: 'Ông/bà đã viết',
  about: 'Về cơ quan',
  answer: 'Trả lời',
  answerBy: '{agency}, {moment}',
  noAnswer: 'Chưa có trả lời.',
  noAnswerWhen: 'Trả lời trước {moment}. Ông/bà không phải làm gì thêm; mở lại trang này khi muốn.',
  overdue: 'Đã quá hạn. Ông/bà có thể gọi đường dây nóng và đọc mã phản ánh.',
  back: 'Viết lại một lần',
  backText: 'Điều gì chưa được trả lời, hoặc chưa đúng?',
  backHint: 'Ông/bà viết lại được một lần; cơ quan trả lời thêm trong {days} ngày làm việc.',
  backSend: 'Gửi lại',
  backDone: 'Đã nhận thư viết lại của ông/bà.',
  consent: 'Đăng công khai',
  consentIs: 'Ông/bà đã đồng ý cho đăng câu hỏi và trả lời, sau khi bỏ hết thông tin riêng.',
  consentIsNot: 'Ông/bà chưa đồng ý cho đăng công khai; chỉ người có hai mã đọc được.',
  publishedSince: 'Đã đăng từ {day}.',
  agree: 'Đồng ý cho đăng',
  takeBack: 'Không cho đăng nữa',
  history: 'Đã diễn ra',
  byYou: 'ông/bà',
  byHotline: 'cán bộ trực đường dây nóng ghi giúp',
} as const;

/** What is published. */
export const publishedPage = {
  title: 'Phản ánh đã trả lời',
  lead: 'Đăng khi người gửi đồng ý, sau khi bỏ hết thông tin riêng.',
  answer: 'Trả lời',
  at: 'Đăng {day}',
  demo: 'phản ánh mẫu',
  none: 'Chưa có phản ánh nào được đăng.',
  noneHelp: 'Câu trả lời chỉ đăng khi người gửi đồng ý. Ông/bà vẫn đọc được trả lời của mình bằng mã và mã bí mật.',
} as const;

/** The office's list and one feedback. */
export const feedbackDesk = {
  title: 'Phản ánh, kiến nghị',
  lead: '{count} phản ánh lúc {time}, {day}. Thời gian tính bằng giờ làm việc.',
  lists: 'Danh sách',
  open: 'Chưa trả lời',
  new: 'Chờ chuyển',
  overdue: 'Quá hạn',
  answered: 'Đã trả lời',
  'to publish': 'Chờ đăng công khai',
  caption: 'Phản ánh, hạn gần nhất trước',
  due: 'Hạn',
  code: 'Mã',
  what: 'Về việc gì',
  about: 'Về cơ quan',
  handler: 'Cơ quan trả lời',
  state: 'Tình trạng',
  nobody: 'chưa chuyển',
  noAgency: 'không riêng cơ quan nào',
  givenAt: 'gửi {moment}',
  answeredAt: '{moment}',
  isPublished: 'đã đăng',
  demo: 'phản ánh mẫu',
  empty: 'Không có phản ánh nào ở đây.',
  emptyHelp: 'Phản ánh nào có ông/bà hoặc cơ quan của ông/bà trong đó thì không hiện ra ở đây.',
  left: 'Còn {time}',
  over: 'Quá {time}',
  owedAcknowledge: 'ghi nhận trước {moment}',
  owedHandOn: 'chuyển trước {moment}',
  owedAnswer: 'trả lời trước {moment}',
  by: 'trước {moment}',

  told: 'Nội dung',
  aboutAgency: 'Về cơ quan',
  whom: 'Về cán bộ',
  dossier: 'Hồ sơ',
  from: 'Người gửi',
  anonymous: 'không ghi tên',
  phone: 'Điện thoại',
  email: 'Thư điện tử',
  channel: 'Gửi qua',
  web: 'trang web',
  hotline: 'đường dây nóng',
  keptOut: 'Không được xem',
  consent: 'Công khai',
  consentYes: 'người gửi đồng ý',
  consentNo: 'người gửi chưa đồng ý',
  wiped: 'Nội dung đã xóa theo thời hạn lưu.',
  history: 'Đã diễn ra',
  byGiver: 'người gửi',
  to: 'đến {agency}',
  acts: 'Việc được làm lúc này',
  none: 'Ông/bà không phải làm gì lúc này.',
  noneWhy: 'Phản ánh đã trả lời, hoặc đang chờ cơ quan khác.',
  agency: 'Cơ quan trả lời',
  agencyHint: 'Không có trong danh sách: cơ quan bị phản ánh về thái độ, và nơi không còn ai được xử lý.',
  proposed: 'Theo quy tắc: {agency}.',
  noProposal: 'Không tìm được cơ quan theo quy tắc, xin tự chọn.',
  note: 'Ghi chú cho cơ quan trả lời',
  noteHint: 'Người gửi không thấy ghi chú này.',
  named: 'Người bị phản ánh, nếu nhận ra',
  namedHint: 'Từ nay những người này không thấy và không xử lý phản ánh.',
  answer: 'Trả lời',
  answerHint: 'Người gửi đọc đúng những lời này. Không nhắc tên người thứ ba.',
  publicText: 'Câu hỏi, bản công khai',
  publicAnswer: 'Trả lời, bản công khai',
  publicHint: 'Bỏ tên người, số điện thoại, địa chỉ, mã hồ sơ và mọi chi tiết nhận ra được ai.',
  publishedNow: 'Đang đăng công khai từ {moment}. Gửi lại để thay bản mới.',
  effectAcknowledge: 'Người gửi thấy “Đã ghi nhận” và hạn trả lời.',
  effectHandOn: 'Trưởng và lãnh đạo ký của cơ quan ấy thấy phản ánh và trả lời trước {moment}.',
  effectHandOnGiver: 'Người gửi thấy tên cơ quan xử lý.',
  effectAnswer: 'Người gửi đọc được ngay bằng mã bí mật. Không gửi thư.',
  effectAnswerOnce: 'Trả lời rồi thì không sửa được; người gửi viết lại được một lần.',
  effectPublish: 'Ai cũng đọc được ở trang “Phản ánh đã trả lời”. Gỡ xuống được, người gửi cũng đổi ý được.',
  done: 'Đã xong: {what}.',
} as const;

/** What an officer does with a feedback: the words on its tab and button. */
export const feedbackAct = {
  'read feedback': 'Xem',
  'acknowledge feedback': 'Ghi nhận',
  'hand feedback on': 'Chuyển cơ quan trả lời',
  'answer feedback': 'Trả lời',
  'publish feedback': 'Đăng công khai',
  withdraw: 'Gỡ khỏi trang công khai',
} as const satisfies Record<FeedbackAct | 'withdraw', string>;

/** A call that is typed in. */
export const hotlinePage = {
  title: 'Ghi cuộc gọi đường dây nóng',
  lead: 'Hỏi theo thứ tự dưới đây. Người gọi không muốn ghi tên thì chọn “Không ghi tên”.',
  send: 'Ghi phản ánh',
  done: 'Đã ghi. Đọc cho người gọi hai mã này, từng nhóm một',
  doneHow: 'Người gọi cần cả hai để đọc trả lời ở trang Phản ánh, mục Đọc trả lời. Trang này không mở lại được sau khi rời đi.',
  another: 'Ghi cuộc gọi khác',
  readBack: 'Mã bí mật đọc từng chữ: {letters}',
} as const;

/** Why an act on a feedback was not done, where the words for dossiers do not fit. */
export const feedbackRefusal = {
  'not-yours': 'Phản ánh này do cơ quan khác trả lời.',
  'wrong-state': 'Phản ánh đang ở tình trạng không cho phép việc này.',
  'dossier-moved': 'Phản ánh vừa thay đổi trong lúc ông/bà thao tác. Hãy xem lại rồi làm tiếp; những gì đã gõ vẫn còn.',
  'answers-incomplete': 'Còn chỗ chưa ghi hoặc ghi chưa đúng.',
  'complained-of': 'Cơ quan này hoặc người ở đó bị phản ánh nên không được xử lý. Hãy chọn cơ quan khác.',
} as const satisfies Partial<Record<RefusalCode, string>>;
