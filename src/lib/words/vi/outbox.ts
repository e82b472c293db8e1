import type { MessageState } from '#domain/dossier/message.ts';

/** The administrator's page of what went out to applicants, and of jobs that failed. */
export const outbox = {
  title: 'Thư đi',
  lists: 'Tình trạng thư',
  all: 'Tất cả',
  lead: '{count} thư gửi người nộp hồ sơ, mới nhất trước. Mỗi thư được soạn và gửi một lần; gửi lại là do ông/bà quyết định.',
  keptNote: 'Thư giữ lại được soạn khi chưa đặt máy chủ thư (SMTP_URL): chúng không tự gửi đi, ông/bà mở ra để đọc hoặc gửi.',
  caption: 'Thư gửi người nộp hồ sơ, mới nhất trước',
  madeAt: 'Soạn lúc',
  to: 'Gửi đến',
  about: 'Về việc',
  state: 'Tình trạng',
  act: 'Việc',
  noAddress: 'không có thư điện tử',
  tries: '{count} lần gửi',
  sentAt: 'gửi {moment}',
  empty: 'Chưa có thư nào.',
  emptyHelp: 'Thư xuất hiện ở đây khi hồ sơ thay đổi.',
  send: 'Gửi',
  resend: 'Gửi lại',
  resendWarning: 'Có thể người nộp đã nhận được thư này; gửi lại thì có thể nhận hai lần.',
  resent: 'Thư đã được xử lý: {state}.',
  back: 'Về danh sách thư',
  messageTitle: 'Thư về hồ sơ {code}',
  subject: 'Tiêu đề',
  lastError: 'Máy chủ thư trả lời',
  readLogged: 'Việc mở thư này đã được ghi vào nhật ký.',
  jobs: 'Việc không xong',
  jobsLead: 'Những việc hồ sơ còn nợ: lập giấy tờ, gửi thư. Việc dừng hẳn chỉ chạy lại khi ông/bà bấm.',
  noJobs: 'Không có việc nào bị lỗi.',
  job: 'Việc',
  jobIssues: 'Lập giấy: {paper}',
  jobTries: '{count} lần, sau cùng {moment}',
  jobAgain: 'làm lại {moment}',
  jobError: 'Lỗi',
  jobNext: 'Lần sau',
  jobDead: 'dừng hẳn',
  repeat: 'Làm lại',
  repeated: 'Việc sẽ được làm lại ngay.',
} as const;

/** What the machine does by itself, by the names of its jobs. */
export const jobName = {
  'tell citizen': 'Báo tin cho người nộp',
  'remind officers': 'Nhắc việc cán bộ, báo lãnh đạo',
  'close days': 'Chốt sổ các ngày đã qua',
  'fire timers': 'Hồ sơ đến giờ hẹn trong quy trình',
  'close unanswered': 'Dừng hồ sơ không được bổ sung',
  'remind of due': 'Tìm việc sắp đến hạn, quá hạn',
  'sweep files': 'Dọn tờ khai và tệp bỏ dở',
  'settle talks': 'Xem lại thư gửi dở dang',
} as const;

export const messageState = {
  waiting: 'chờ gửi',
  sending: 'đang gửi',
  sent: 'đã gửi',
  kept: 'giữ lại, chưa gửi',
  failed: 'không gửi được',
  unknown: 'không rõ đã gửi',
  'no address': 'không có địa chỉ',
} as const satisfies Record<MessageState, string>;
