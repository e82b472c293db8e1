import type { RefusalFacts } from './content.ts';

export const refusalToAcceptSample: RefusalFacts = {
  ruleSet: '2018',
  parentAgency: 'Ủy ban nhân dân thành phố Hà Giang',
  agency: 'Trung tâm Hành chính công',
  number: '7/TTHCC',
  place: 'Hà Giang',
  at: new Date('2018-05-02T14:10+07:00'),
  code: '000.00.22.H22-180502-0021',
  checkAt: 'https://motcua.hagiang.example/kiem-tra/6ec0bd7f11c043da975e2a8ad9ebae0b',
  trial: false,
  refusing: 'to accept',
  applicant: 'Nông Văn Thái',
  address: 'tổ 2, phường Trần Phú, thành phố Hà Giang',
  procedure: 'Cấp đổi Giấy chứng nhận quyền sử dụng đất',
  handedInAt: new Date('2018-05-02T08:30+07:00'),
  reasons: [
    'Thửa đất ở xã Phong Quang, huyện Vị Xuyên, không thuộc địa bàn thành phố Hà Giang.',
    'Giấy chứng nhận đã nộp là bản chụp, chưa có bản gốc.',
  ],
  ground: 'Điều 60 Nghị định 43/2014/NĐ-CP',
  instead: 'Xin ông/bà nộp hồ sơ tại Bộ phận Một cửa huyện Vị Xuyên.',
  complainTo: 'Ủy ban nhân dân thành phố Hà Giang, đường dây nóng 0219 000 1022',
  officer: { titles: ['Người tiếp nhận hồ sơ'], name: 'Mã Thị Duyên', signedBy: null },
};

export const refusalToSettleSample: RefusalFacts = {
  ...refusalToAcceptSample,
  agency: 'Phòng Tài nguyên và Môi trường',
  number: '15/TB-TNMT',
  code: '000.00.22.H22-180416-0005',
  refusing: 'to settle',
  reasons: ['Thửa đất đang có tranh chấp, Tòa án nhân dân thành phố đã thụ lý ngày 20/4/2018.'],
  instead: '',
  officer: { titles: ['KT. Trưởng phòng', 'Phó Trưởng phòng'], name: 'Phàn Mí Lềnh', signedBy: null },
};
