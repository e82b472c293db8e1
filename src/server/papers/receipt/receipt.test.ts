import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '#tests/printed.ts';
import { type ReceiptFacts, receipt } from './content.ts';
import { receiptSample } from './sample.ts';

function print(facts: Partial<ReceiptFacts> = {}) {
  return printed('receipt', receipt({ ...receiptSample, ...facts }));
}

test('a receipt says who handed in what, when it is owed, and how to follow it', async () => {
  const { pages, text } = await print();
  assert.equal(pages.length, 1);
  for (const said of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'ỦY BAN NHÂN DÂN THÀNH PHỐ HÀ GIANG',
    'Hà Giang, ngày 02 tháng 5 năm 2018',
    'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
    '000.00.22.H22-180502-0012',
    'K7QM 3TRD 9XWF',
    'Tráng Thị Mỷ',
    'Đăng ký thành lập hộ kinh doanh (mã 1.001612)',
    'Số lượng hồ sơ: 01 bộ. Thời gian giải quyết: 2,5 ngày làm việc (20 giờ).',
    'Nhận hồ sơ lúc: 09 giờ 44 phút, thứ Tư ngày 02/5/2018',
    'Hẹn trả kết quả lúc: 15 giờ 44 phút, thứ Sáu ngày 04/5/2018',
    receiptSample.dueExplanation.vietnamese,
    `English: ${receiptSample.dueExplanation.english}`,
    'Đã thu phí, lệ phí: 100.000 đồng (tiền mặt).',
    'Mã Thị Duyên',
    '7f3a 91c0 5be2',
    receiptSample.chainHead,
    receiptSample.rateAt,
  ]) {
    assert.ok(text.includes(said), said);
  }
});

test('sixty components go on over pages, each under the table’s heading', async () => {
  const components = Array.from({ length: 60 }, (_, at) => ({
    name: `Giấy tờ thứ ${at + 1} về quyền sử dụng đất`,
    originals: 1,
    copies: 2,
  }));
  const { pages, text } = await print({ components });
  assert.ok(pages.length >= 3);
  const withRows = pages.filter((page) => page.includes('về quyền sử dụng đất'));
  assert.ok(withRows.every((page) => page.includes('Tên giấy tờ')));
  for (const { name } of components) assert.ok(text.includes(name), name);
});

test('what was not given leaves no empty line', async () => {
  const { text } = await print({
    secret: null,
    rateAt: '',
    dueExplanation: { vietnamese: '', english: '' },
    applicant: { ...receiptSample.applicant, phone: '', email: '' },
  });
  for (const label of ['Mã bí mật', 'Điện thoại', 'Thư điện tử', 'Người nộp thay', 'đánh giá', 'English'])
    assert.ok(!text.includes(label), label);
});

test('who decides is named since 2025', async () => {
  const decides = 'Cơ quan giải quyết: Phòng Tài chính - Kế hoạch';
  assert.ok(!(await print()).text.includes(decides));
  assert.ok((await print({ ruleSet: '2025' })).text.includes(decides));
});

const fees: [said: string, facts: Pick<ReceiptFacts, 'feeVnd' | 'feePaid'>][] = [
  ['Không thu phí, lệ phí.', { feeVnd: 0, feePaid: null }],
  ['Được miễn phí, lệ phí.', { feeVnd: 8000, feePaid: 'exempt' }],
  ['Phí, lệ phí phải nộp: 8.000 đồng (chưa thu).', { feeVnd: 8000, feePaid: null }],
  ['Đã thu phí, lệ phí: 8.000 đồng (chuyển khoản).', { feeVnd: 8000, feePaid: 'transfer' }],
];
for (const [said, facts] of fees) {
  test(`the fee line reads: ${said}`, () => assert.equal(receipt({ ...receiptSample, ...facts }).fee, said));
}
