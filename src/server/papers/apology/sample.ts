import type { ApologyFacts } from './content.ts';

export const apologySample: ApologyFacts = {
  ruleSet: '2018',
  parentAgency: 'Ủy ban nhân dân thành phố Hà Giang',
  agency: 'Phòng Quản lý đô thị',
  number: '5/PXL-QLĐT',
  place: 'Hà Giang',
  at: new Date('2018-05-14T16:00+07:00'),
  code: '000.00.22.H22-180416-0003',
  checkAt: 'https://motcua.hagiang.example/kiem-tra/7d444840946c4d1a9f0b1c2d3e4f5a6b',
  trial: false,
  applicant: 'Vừ Mí Sính',
  address: 'tổ 4, phường Nguyễn Trãi, thành phố Hà Giang',
  procedure: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
  receivedAt: new Date('2018-04-16T08:10+07:00'),
  dueAt: new Date('2018-05-16T17:30+07:00'),
  promisedAt: new Date('2018-05-18T17:30+07:00'),
  reason: 'phải kiểm tra thực địa lại sau đợt mưa lớn ngày 12 và 13/5/2018.',
  head: { titles: ['Trưởng phòng'], name: 'Đặng Quốc Khánh Thiện', signedBy: null },
};
