import type { ReceiptFacts } from './content.ts';

export const receiptSample: ReceiptFacts = {
  ruleSet: '2018',
  parentAgency: 'Ủy ban nhân dân thành phố Hà Giang',
  agency: 'Trung tâm Hành chính công',
  number: '0012/TNHS',
  place: 'Hà Giang',
  at: new Date('2018-05-02T09:44+07:00'),
  code: '000.00.22.H22-180502-0012',
  checkAt: 'https://motcua.hagiang.example/kiem-tra/4f9c1d2e7a8b4c5d9e0f1a2b3c4d5e6f',
  trial: false,
  secret: 'K7QM 3TRD 9XWF',
  trackAt: 'https://motcua.hagiang.example/tra-cuu',
  rateAt: 'https://motcua.hagiang.example/danh-gia/4f9c1d2e7a8b4c5d',
  applicant: {
    name: 'Tráng Thị Mỷ',
    address: 'Tổ 3, phường Quang Trung, thành phố Hà Giang',
    phone: '0100 000 615',
    email: 'trang.my@example.vn',
    representative: '',
  },
  procedure: 'Đăng ký thành lập hộ kinh doanh (mã 1.001612)',
  decidingAgency: 'Phòng Tài chính - Kế hoạch thành phố Hà Giang',
  components: [
    { name: 'Giấy đề nghị đăng ký hộ kinh doanh', originals: 1, copies: 0 },
    {
      name: 'Bản sao hợp lệ chứng minh nhân dân, căn cước công dân hoặc hộ chiếu của người tham gia hộ kinh doanh',
      originals: 0,
      copies: 1,
    },
    { name: 'Bản sao văn bản ủy quyền của thành viên hộ gia đình cho một thành viên làm chủ hộ', originals: 0, copies: 1 },
  ],
  sets: 1,
  timeToSettle: '2,5 ngày làm việc (20 giờ)',
  receivedAt: new Date('2018-05-02T09:44+07:00'),
  dueAt: new Date('2018-05-04T15:44+07:00'),
  dueExplanation: {
    vietnamese: 'Tính 20 giờ làm việc kể từ 09:44 ngày 02/5: 5 giờ 46 phút ngày 02/5, 8 giờ ngày 03/5 và 6 giờ 14 phút ngày 04/5.',
    english:
      'Counted: 20 hours of working time since 09:44 on 2 May, 5 hours 46 minutes on 2 May, 8 hours on 3 May and 6 hours 14 minutes on 4 May.',
  },
  collection: 'tại quầy 6, Trung tâm Hành chính công thành phố',
  feeVnd: 100_000,
  feePaid: 'cash',
  officer: { titles: ['Người tiếp nhận hồ sơ'], name: 'Mã Thị Duyên', signedBy: null },
  chainHead: '7f3a91c05be2d4486a1f0b9c3e57d2a8461c9f0e2b7d5a3c8e1f604b9d7a2c55',
};
