import type { TransferSlipFacts } from './content.ts';

const centre = { agency: 'Trung tâm Hành chính công', officer: 'Mã Thị Duyên' };
const specialist = { agency: 'Phòng Tài chính - Kế hoạch', officer: 'Lù Văn Chẩn' };
const head = { agency: 'Phòng Tài chính - Kế hoạch', officer: 'Hoàng Ngọc Diệp' };

export const transferSlipSample: TransferSlipFacts = {
  ruleSet: '2018',
  parentAgency: 'Ủy ban nhân dân thành phố Hà Giang',
  agency: 'Trung tâm Hành chính công',
  number: null,
  place: 'Hà Giang',
  at: new Date('2018-05-04T14:00+07:00'),
  code: '000.00.22.H22-180502-0012',
  checkAt: 'https://motcua.hagiang.example/kiem-tra/4f9c1d2e7a8b4c5d9e0f1a2b3c4d5e6f',
  trial: false,
  applicant: 'Tráng Thị Mỷ',
  procedure: 'Đăng ký thành lập hộ kinh doanh (mã 1.001612)',
  receivedAt: new Date('2018-05-02T09:44+07:00'),
  dueAt: new Date('2018-05-04T15:44+07:00'),
  transfers: [
    {
      step: 'Thẩm tra tên, ngành nghề, nhập dữ liệu, gửi thông tin sang Chi cục Thuế',
      from: centre,
      to: specialist,
      handedAt: new Date('2018-05-02T10:20+07:00'),
      dueAt: new Date('2018-05-03T17:30+07:00'),
      planned: '1 ngày 4 giờ',
      doneAt: new Date('2018-05-03T16:05+07:00'),
      result: 'early',
      note: '',
    },
    {
      step: 'Ký Giấy chứng nhận',
      from: specialist,
      to: head,
      handedAt: new Date('2018-05-03T16:05+07:00'),
      dueAt: new Date('2018-05-04T10:00+07:00'),
      planned: '4 giờ',
      doneAt: new Date('2018-05-04T13:50+07:00'),
      result: 'late',
      note: 'Trưởng phòng họp tại tỉnh',
    },
    {
      step: 'Thu lệ phí, trả kết quả',
      from: head,
      to: centre,
      handedAt: new Date('2018-05-04T13:50+07:00'),
      dueAt: new Date('2018-05-04T15:44+07:00'),
      planned: '2 giờ',
      doneAt: null,
      result: null,
      note: '',
    },
  ],
};
