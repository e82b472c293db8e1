import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '#tests/printed.ts';
import { type SubmissionFacts, submission } from './content.ts';
import { submissionSample } from './sample.ts';

function print(facts: Partial<SubmissionFacts> = {}) {
  return printed('submission', submission({ ...submissionSample, ...facts }));
}

test('every file handed in is listed with component, name, pages, size and digest', async () => {
  const { text } = await print();
  for (const { component, name, digest } of submissionSample.files)
    for (const said of [component, name, digest]) assert.ok(text.includes(said), said);
  assert.ok(text.includes(' 2 812,3 kB'));
  assert.ok(text.includes('2,5 MB'));
});

test('it says what was answered, what comes next, and that it is no receipt', async () => {
  const { text } = await print();
  for (const said of [
    'BẢN XÁC NHẬN ĐÃ NỘP HỒ SƠ TRỰC TUYẾN',
    'M4WD X7PC 2KTR',
    'Nộp lúc: 20 giờ 14 phút, thứ Tư ngày 02/5/2018',
    'Đây không phải giấy tiếp nhận hồ sơ và hẹn trả kết quả.',
    'Họ, chữ đệm và tên của trẻ Hoàng Gia Bảo',
    'chậm nhất lúc 17 giờ 30 phút, thứ Năm ngày 03/5/2018',
    '91c0 5be2 7f3a',
  ]) {
    assert.ok(text.includes(said), said);
  }
});

test('a question left open is not printed', async () => {
  assert.ok(!(await print()).text.includes('Thư điện tử'));
});

test('a dossier without files says so', async () => {
  assert.ok((await print({ files: [] })).text.includes('Không có tệp nào kèm theo.'));
});

test('sixty files go on over pages, each under the table’s heading', async () => {
  const [file] = submissionSample.files;
  assert.ok(file);
  const files = Array.from({ length: 60 }, (_, at) => ({ ...file, name: `trang ${at + 1}.pdf` }));
  const { pages, text } = await print({ files });
  for (const { name } of files) assert.ok(text.includes(name), name);
  assert.ok(pages.filter((page) => page.includes('.pdf')).every((page) => page.includes('Giấy tờ và tệp')));
});
