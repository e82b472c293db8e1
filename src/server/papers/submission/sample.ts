import type { SubmissionFacts } from './content.ts';

export const submissionSample: SubmissionFacts = {
  ruleSet: '2018',
  parentAgency: 'Ủy ban nhân dân phường Minh Khai',
  agency: 'Bộ phận Một cửa',
  number: null,
  place: 'Minh Khai',
  at: new Date('2018-05-02T20:15+07:00'),
  code: '000.04.22.H22-180502-0003',
  checkAt: 'https://motcua.hagiang.example/kiem-tra/9b1deb4d3b7d4bad9bdd2b0d7b3dcb6d',
  trial: false,
  secret: 'M4WD X7PC 2KTR',
  trackAt: 'https://motcua.hagiang.example/tra-cuu',
  applicant: 'Hoàng Thị Páo',
  representative: '',
  procedure: 'Đăng ký khai sinh (mã 1.001193)',
  submittedAt: new Date('2018-05-02T20:14+07:00'),
  answerDueAt: new Date('2018-05-03T17:30+07:00'),
  files: [
    {
      component: 'Giấy chứng sinh; không có thì văn bản của người làm chứng, hoặc giấy cam đoan về việc sinh',
      name: 'giấy chứng sinh (2).pdf',
      pages: 2,
      bytes: 812_345,
      digest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
    {
      component: 'Văn bản ủy quyền (được chứng thực)',
      name: 'IMG_20180502_194522.jpg',
      pages: null,
      bytes: 2_481_900,
      digest: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    },
  ],
  answers: [
    {
      title: 'Người nộp hồ sơ',
      rows: [
        { label: 'Họ, chữ đệm và tên', value: 'Hoàng Thị Páo' },
        { label: 'Số điện thoại', value: '0100 000 208' },
        { label: 'Thư điện tử', value: '' },
      ],
    },
    {
      title: 'Trẻ được khai sinh',
      rows: [
        { label: 'Họ, chữ đệm và tên của trẻ', value: 'Hoàng Gia Bảo' },
        { label: 'Ngày, tháng, năm sinh', value: '27/4/2018' },
        { label: 'Nơi sinh', value: 'Bệnh viện Đa khoa tỉnh Hà Giang' },
      ],
    },
  ],
  chainHead: '91c05be27f3ad4486a1f0b9c3e57d2a8461c9f0e2b7d5a3c8e1f604b9d7a2c55',
};
