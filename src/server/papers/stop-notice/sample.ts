import type { StopNoticeFacts } from './content.ts';

export const stopNoticeSample: StopNoticeFacts = {
  ruleSet: '2025',
  parentAgency: 'Ủy ban nhân dân phường Hà Giang 2',
  agency: 'Trung tâm Phục vụ hành chính công',
  number: '3/TB-TTPVHCC',
  place: 'Hà Giang',
  at: new Date('2025-11-24T09:12+07:00'),
  code: 'H22.5.3-251120-0004',
  checkAt: 'https://motcua.hagiang.example/kiem-tra/0c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f',
  trial: false,
  applicant: 'Giàng Thị Say',
  address: 'tổ 11, phường Hà Giang 2, tỉnh Tuyên Quang',
  procedure: 'Đăng ký thành lập hộ kinh doanh',
  handedInAt: new Date('2025-11-20T15:40+07:00'),
  stop: { kind: 'withdrawn', askedAt: new Date('2025-11-23T20:05+07:00'), reason: 'người nộp chuyển địa điểm kinh doanh' },
  handedBack: 'Bản chính giấy tờ đã nộp được trả lại tại quầy 2 khi ông/bà mang theo giấy tiếp nhận. Lệ phí chưa thu.',
  officer: { titles: ['Người tiếp nhận hồ sơ'], name: 'Chu Thị Ngân', signedBy: null },
};
