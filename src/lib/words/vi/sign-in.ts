/** The page where officers sign in. */
export const signIn = {
  title: 'Đăng nhập dành cho cán bộ',
  name: 'Tên đăng nhập',
  nameHint: 'Ví dụ: tiepnhan.trungtam',
  nameMissing: 'Hãy gõ tên đăng nhập.',
  password: 'Mật khẩu',
  passwordMissing: 'Hãy gõ mật khẩu.',
  button: 'Đăng nhập',
  lockNote: 'Sai năm lần thì tên đăng nhập bị khóa 15 phút. Không làm gì trong 15 phút thì phải đăng nhập lại.',
  help: 'Quên mật khẩu, hãy hỏi người quản trị của cơ quan. Người dân nộp và tra cứu hồ sơ không cần đăng nhập.',
  endedTitle: 'Phiên làm việc đã hết',
  endedThen: 'Quay lại thẻ này và bấm gửi lại.',
  endedFiles: 'Tệp đã chọn thì phải chọn lại.',
  endedAgain: 'Gửi lại',
} as const;
