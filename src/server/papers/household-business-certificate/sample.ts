import type { HouseholdBusinessCertificateFacts } from './content.ts';

export const householdBusinessCertificateSample: HouseholdBusinessCertificateFacts = {
  ruleSet: '2018',
  parentAgency: 'Ủy ban nhân dân thành phố Hà Giang',
  agency: 'Phòng Tài chính - Kế hoạch',
  number: '10A8001452',
  place: 'Hà Giang',
  at: new Date('2018-05-04T10:10+07:00'),
  code: '000.00.22.H22-180502-0012',
  checkAt: 'https://motcua.hagiang.example/kiem-tra/4f9c1d2e7a8b4c5d9e0f1a2b3c4d5e6f',
  trial: false,
  registeredAt: new Date('2018-05-04T10:10+07:00'),
  name: 'Thổ cẩm Tráng Mỷ',
  address: 'số 18, đường Nguyễn Trãi, tổ 3, phường Quang Trung, thành phố Hà Giang',
  phone: '0100 000 615',
  email: '',
  business: 'Bán lẻ vải, len, sợi, chỉ khâu và hàng dệt khác\nMay trang phục',
  capitalVnd: 105_000_000,
  founders: 'household',
  members: 'Sùng Mí Dình\nSùng Thị Chở',
  owner: {
    name: 'Tráng Thị Mỷ',
    bornOn: '1985-03-09',
    identityNumber: '000000615',
    address: 'tổ 3, phường Quang Trung, thành phố Hà Giang',
  },
  signer: { titles: ['Trưởng phòng'], name: 'Hoàng Ngọc Diệp', signedBy: null },
};
