/** Hours and addresses. */
export const hours = {
  title: 'Giờ làm việc và địa chỉ',
  lead: 'Nơi nhận hồ sơ và trả kết quả, giờ mở cửa và các ngày nghỉ sắp tới.',
  address: 'Địa chỉ',
  phone: 'Điện thoại',
  openHours: 'Giờ mở cửa',
  communes: 'Bộ phận Một cửa của phường, xã',
  communesLead:
    'Thủ tục của phường, xã nộp ở nơi ông/bà cư trú. Không quen làm trên mạng, ông/bà cứ đến: cán bộ điền giúp, ghi tên người giúp vào hồ sơ và in giấy hẹn.',
  place: 'Nơi',
  daysOff: 'Ngày nghỉ sắp tới',
  daysOffLead: 'Ngoài thứ Bảy, Chủ nhật. Ngày nghỉ không tính vào thời gian giải quyết.',
  provisional: 'Lịch nghỉ của năm sau chưa có quyết định, đang tạm tính theo luật.',
  noneComing: 'Chưa có ngày nghỉ nào khác trong 60 ngày tới.',
} as const;

/** What happens to personal data. */
export const data = {
  title: 'Dữ liệu của tôi được dùng thế nào',
  lead: 'Chúng tôi chỉ hỏi điều cần để giải quyết hồ sơ, và ghi lại ai đã xem.',
  whatTitle: 'Chúng tôi giữ gì?',
  what: 'Câu trả lời trong tờ khai, các tệp ông/bà gửi, và lịch sử giải quyết: việc gì, khi nào, ai làm. Đọc trang thủ tục và tra cứu thì không cần khai gì.',
  whyTitle: 'Để làm gì?',
  why: 'Để giải quyết hồ sơ, báo tin cho ông/bà và chứng minh việc đã làm. Không dùng vào việc khác, không bán, không gửi cho bên quảng cáo.',
  whoTitle: 'Ai xem được?',
  who: 'Cán bộ của cơ quan đang có phần việc trong hồ sơ. Trên trang hồ sơ, số giấy tờ tùy thân và số điện thoại được che bớt, mỗi lần mở ra đều được ghi lại; trên giấy gửi cho ông/bà thì ghi đủ.',
  secretTitle: 'Mã bí mật',
  secret: 'Mã bí mật mở được hồ sơ, xin giữ như chìa khóa. Chúng tôi không lưu mã này, chỉ lưu dấu của nó. Thử sai nhiều lần thì phải đợi.',
  longTitle: 'Giữ bao lâu?',
  long: 'Bản nháp chưa nộp tự xóa sau 30 ngày. Hồ sơ đã nộp giữ theo thời hạn lưu trữ của pháp luật; hết hạn thì phần riêng tư được xóa, lịch sử vẫn kiểm tra được.',
  feedbackTitle: 'Phản ánh không ghi tên',
  feedback: 'Khi ông/bà chọn không ghi tên, không có gì nhận ra ông/bà được lưu lại.',
  cookiesTitle: 'Máy của ông/bà lưu gì?',
  cookies:
    'Chỉ ngôn ngữ và màu sáng, tối mà ông/bà đã chọn, và phiên đăng nhập nếu là cán bộ. Trang cho người dân không chạy mã nào trên máy và không có công cụ theo dõi.',
  rightsTitle: 'Quyền của ông/bà',
  rightsLead: 'Gọi đường dây nóng hoặc gửi phản ánh. Chúng tôi trả lời lần đầu trong 2 ngày làm việc, rồi:',
  rightsSee: 'xem, sửa hoặc nhận bản sao dữ liệu: trong 10 ngày;',
  rightsLimit: 'hạn chế hoặc phản đối việc dùng dữ liệu: trong 15 ngày;',
  rightsDelete: 'xóa dữ liệu: trong 20 ngày. Nếu một luật khác buộc phải giữ thì chúng tôi nói rõ luật nào.',
  law: 'Theo Luật Bảo vệ dữ liệu cá nhân (Luật số 91/2025/QH15), có hiệu lực từ 01/01/2026.',
} as const;

/** Help for people with disabilities. */
export const access = {
  title: 'Hỗ trợ người khuyết tật',
  lead: 'Ai cũng phải làm được thủ tục của mình. Dưới đây là những cách đã có, và cách nói cho chúng tôi khi chưa được.',
  pagesTitle: 'Trên các trang này',
  pageKeys: 'Dùng được chỉ bằng bàn phím; phím Tab đầu tiên đưa đến nội dung chính.',
  pageZoom: 'Phóng chữ đến 400% không phải kéo ngang; chữ theo phông và cỡ của máy.',
  pageRead: 'Trình đọc màn hình đọc được: mọi hình đều có lời, mọi ô đều có tên, lỗi nằm cạnh câu hỏi và có đường dẫn đến.',
  pageColours: 'Không điều gì chỉ nói bằng màu; có nền sáng, nền tối.',
  pageLight: 'Chạy trên máy cũ và đường truyền yếu, không cần bật JavaScript.',
  helpTitle: 'Có người giúp',
  helpDesk: 'Cán bộ ở Bộ phận Một cửa điền giúp và đọc giấy tờ cho ông/bà nghe; tên người giúp được ghi vào hồ sơ.',
  helpOther: 'Người khác nộp thay được: tờ khai có chỗ ghi người nộp thay.',
  helpPost: 'Không đi được thì nhận kết quả qua bưu điện hoặc bản điện tử, khi thủ tục cho phép.',
  tellTitle: 'Gặp chỗ không dùng được?',
  tell: 'Xin gọi hoặc gửi phản ánh, ghi trang nào và dùng máy gì. Chúng tôi báo đã nhận trong 2 ngày làm việc.',
  standard: 'Các trang làm theo chuẩn WCAG 2.2 mức AA và được kiểm tra bằng công cụ tự động ở cả nền sáng và nền tối.',
} as const;

/** Light or dark, letters, language. */
export const display = {
  title: 'Cỡ chữ, màu sáng hoặc tối',
  lead: 'Lựa chọn được lưu trên máy này, không cần tài khoản.',
  scheme: 'Màu nền',
  auto: 'Theo máy của tôi',
  light: 'Sáng',
  dark: 'Tối',
  save: 'Lưu',
  saved: 'Đã lưu.',
  lettersTitle: 'Cỡ chữ',
  letters:
    'Trên máy tính, giữ Ctrl rồi bấm + hoặc −; Ctrl và 0 để về như cũ. Trên điện thoại, đổi cỡ chữ trong phần cài đặt của máy hoặc trình duyệt. Phóng đến 400% chữ vẫn xuống dòng, không phải kéo ngang.',
  languageTitle: 'Ngôn ngữ',
} as const;
