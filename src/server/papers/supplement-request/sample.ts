import type { SupplementRequestFacts } from './content.ts';

export const supplementRequestSample: SupplementRequestFacts = {
  ruleSet: '2018',
  parentAgency: 'Ủy ban nhân dân thành phố Hà Giang',
  agency: 'Phòng Quản lý đô thị',
  number: '41/HDHS-QLĐT',
  place: 'Hà Giang',
  at: new Date('2018-05-02T10:05+07:00'),
  code: '000.00.22.H22-180426-0008',
  checkAt: 'https://motcua.hagiang.example/kiem-tra/1b9d6bcdbbfd4b2d9b5dab8dfbbd4bed',
  trial: false,
  applicant: 'Hoàng Văn Páo',
  address: 'tổ 7, phường Minh Khai, thành phố Hà Giang',
  procedure: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
  handedInAt: new Date('2018-04-26T08:20+07:00'),
  gaps: [
    { component: 'Bản vẽ thiết kế', why: 'thêm 1 bộ, cho đủ 2 bộ' },
    { component: 'Bản vẽ thiết kế', why: 'thêm mặt cắt ngang qua cầu thang, tỉ lệ 1/50 đến 1/200' },
    { component: 'Bản cam kết bảo đảm an toàn cho công trình liền kề', why: '' },
  ],
  explanation: 'Vì phía đông có nhà liền kề, ông làm thêm bản cam kết theo mẫu kèm theo.',
  secondReason: '',
  answerDueAt: new Date('2018-05-09T17:30+07:00'),
  handInAt: 'Trung tâm Hành chính công thành phố, hoặc gửi ảnh chụp qua trang tra cứu hồ sơ',
  afterwards: 'goes on',
  contact: { name: 'bà Lục Thị Hòa', phone: '0219 000 1234, số máy lẻ 21' },
  officer: { titles: ['Người thụ lý'], name: 'Lục Thị Hòa', signedBy: 'Lục Thị Hòa, Phòng Quản lý đô thị (chứng thư minh họa)' },
};
