import type { OfficePage } from '#domain/access/access.ts';
import { maxFileMegabytes } from '#domain/form/papers.ts';

/** What stands on every page. */
export const site = {
  brand: 'Một Cửa',
  titleEnd: 'Một Cửa, {city}',
  skip: 'Đến nội dung chính',
  demo: 'Bản chạy thử. Tên người, mã hồ sơ và số đo là giả định.',
  mainNav: 'Chính',
  procedures: 'Thủ tục',
  tracking: 'Tra cứu',
  feedback: 'Phản ánh',
  targets: 'Chỉ tiêu',
  otherLanguage: 'English',
  crumbs: 'Đường dẫn',
  front: 'Trang đầu',
  hotline: 'Đường dây nóng',
  open: 'Mở cửa {hours}.',
  noOtherMoney: 'Cán bộ hướng dẫn ông/bà không thu tiền ngoài phí, lệ phí ghi trên trang thủ tục.',
  footHours: 'Giờ làm việc và địa chỉ',
  footFeedback: 'Gửi phản ánh, kiến nghị',
  footDisplay: 'Cỡ chữ, màu sáng hoặc tối',
  footData: 'Dữ liệu của tôi được dùng thế nào',
  footAccess: 'Hỗ trợ người khuyết tật',
  footOfficers: 'Dành cho cán bộ',
  askFirst: 'Hỏi trước khi đi',
  needHelp: 'Cần người giúp?',
  none: 'không có',
  next: 'Trang sau',
  previous: 'Trang trước',
  pages: 'Các trang',
  search: 'Tìm',
  searchDossier: 'Tìm hồ sơ',
  searchDossierHint: 'Mã hồ sơ, tên ( / )',
  signOut: 'Thoát',
  forCitizens: 'Trang cho người dân',
  ifSent: 'Khi gửi thì:',
  step: 'Bước {no} / {all}:',
  pathAt: '{all} bước, đang ở bước {no}',
  pathDone: '{all} bước, đã xong',
  done: 'đã xong',
} as const;

/** The pages of the office, as its bar calls them. */
export const officePage = {
  'work list': 'Việc của tôi',
  counter: 'Tiếp nhận',
  figures: 'Trực tiếp',
  feedback: 'Phản ánh',
  hotline: 'Đường dây nóng',
  procedures: 'Thủ tục',
  outbox: 'Thư đi',
  calendar: 'Lịch nghỉ',
} as const satisfies Record<OfficePage, string>;

/** When there is no such page, or something broke. */
export const failure = {
  notFoundTitle: 'Không có trang này',
  notFound: 'Địa chỉ có thể đã đổi hoặc gõ thiếu. Ông/bà thử tìm thủ tục, tra cứu hồ sơ, hoặc gọi đường dây nóng.',
  forbiddenTitle: 'Trang này không dành cho vai trò đang dùng',
  forbidden: 'Nếu công việc cần đến, hãy hỏi người quản trị của cơ quan.',
  tooLargeTitle: 'Nội dung gửi lên quá lớn',
  tooLarge: `Mỗi tệp được đến ${maxFileMegabytes} MB. Hãy quay lại; những gì đã lưu vẫn còn, rồi gửi từng tệp nhỏ hơn.`,
  brokenTitle: 'Trang này đang trục trặc',
  broken: 'Lỗi ở phía chúng tôi, không phải do ông/bà. Những gì đã lưu vẫn còn. Xin thử lại sau ít phút, hoặc gọi đường dây nóng.',
  back: 'Về trang đầu',
} as const;

/** Questions and what is wrong with an answer. */
export const form = {
  errors: 'Có {count} chỗ cần sửa',
  error: 'Lỗi: ',
  optional: '(không bắt buộc)',
  day: 'Ngày',
  month: 'Tháng',
  year: 'Năm',
  choose: 'Hãy chọn',
  filesSent: 'Các tệp đã gửi',
  drop: 'Bỏ',
  dropFile: ' tệp {name}',
  sendFile: 'Gửi tệp vừa chọn',
  fileHint: `Nhận ảnh JPEG, PNG, HEIC và PDF; mỗi tệp đến ${maxFileMegabytes} MB. Chụp bằng điện thoại là được: đủ bốn góc, đọc rõ chữ.`,
  pages: '{count} trang',
} as const;
