import type { DecisionFacts } from './content.ts';

export const decisionSample: DecisionFacts = {
  ruleSet: '2018',
  parentAgency: 'Ủy ban nhân dân tỉnh Hà Giang',
  agency: 'Sở Lao động - Thương binh và Xã hội',
  number: '214/QĐ-SLĐTBXH',
  place: 'Hà Giang',
  at: new Date('2018-05-22T15:20+07:00'),
  code: '000.04.22.H22-180416-0002',
  checkAt: 'https://motcua.hagiang.example/kiem-tra/2c5ea4c0406711e9bb1a1b2c3d4e5f60',
  trial: false,
  result: 'Quyết định trợ cấp mai táng phí và trợ cấp một lần',
  procedure: 'Giải quyết chế độ mai táng phí và trợ cấp một lần đối với thân nhân người có công với cách mạng từ trần',
  authority: 'Giám đốc Sở Lao động - Thương binh và Xã hội',
  grounds: ['Nghị định 31/2013/NĐ-CP', 'Thông tư 05/2013/TT-BLĐTBXH'],
  proposedBy: 'Phòng Lao động - Thương binh và Xã hội thành phố Hà Giang',
  applicant: { name: 'Lò Văn Pín', bornOn: '12/8/1960', identityNumber: '000000431', address: 'tổ 5, phường Ngọc Hà, thành phố Hà Giang' },
  answers: [
    {
      title: 'Người có công đã từ trần',
      rows: [
        { label: 'Họ, chữ đệm và tên', value: 'Lò Văn Chựa' },
        { label: 'Năm sinh', value: '1932' },
        { label: 'Thuộc diện người có công nào?', value: 'Thương binh, người hưởng chính sách như thương binh' },
        { label: 'Ngày, tháng, năm từ trần', value: '02/4/2018' },
      ],
    },
    { title: 'Người nhận trợ cấp', rows: [{ label: 'Quan hệ với người đã từ trần', value: 'Con' }] },
  ],
  conclusion: 'Mức trợ cấp theo quy định hiện hành; chi trả tại Ủy ban nhân dân phường Ngọc Hà.',
  carriedOutBy: 'Phòng Lao động - Thương binh và Xã hội thành phố Hà Giang, Ủy ban nhân dân phường Ngọc Hà',
  signer: { titles: ['KT. Giám đốc', 'Phó Giám đốc'], name: 'Sùng Đại Lâm', signedBy: null },
};

export const certificateSample: DecisionFacts = {
  ...decisionSample,
  parentAgency: '',
  agency: 'Ủy ban nhân dân thành phố Hà Giang',
  number: '31/GPXD',
  code: '000.00.22.H22-180416-0003',
  result: 'Giấy phép xây dựng kèm bản vẽ đóng dấu',
  procedure: 'Cấp giấy phép xây dựng nhà ở riêng lẻ',
  grounds: ['Luật Xây dựng 2014'],
  proposedBy: 'Phòng Quản lý đô thị',
  answers: [],
  conclusion: 'Được xây dựng nhà ở 02 tầng theo bản vẽ kèm theo. Giấy phép có hiệu lực khởi công trong 12 tháng.',
  carriedOutBy: '',
  signer: { titles: ['TM. Ủy ban nhân dân', 'Chủ tịch'], name: 'Hầu Minh Lợi Anh', signedBy: null },
};
