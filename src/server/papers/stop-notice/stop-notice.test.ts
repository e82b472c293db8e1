import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '#tests/printed.ts';
import { type StopNoticeFacts, stopNotice } from './content.ts';
import { stopNoticeSample } from './sample.ts';

async function print(facts: Partial<StopNoticeFacts> = {}) {
  return (await printed('stop-notice', stopNotice({ ...stopNoticeSample, ...facts }))).text;
}

const askedAt = new Date('2025-11-03T09:00+07:00');

test('a withdrawal that is granted stops the dossier, by the form of 2025', async () => {
  const text = await print();
  for (const said of [
    'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
    'Ông/bà đề nghị rút hồ sơ lúc 20 giờ 05 phút, Chủ nhật ngày 23/11/2025.',
    'dừng giải quyết hồ sơ này từ 09 giờ 12 phút, thứ Hai ngày 24/11/2025.',
    'Lý do: người nộp chuyển địa điểm kinh doanh',
    'Bản chính giấy tờ đã nộp được trả lại',
  ]) {
    assert.ok(text.includes(said), said);
  }
});

test('before 2025 there was no form, and a plain notice said the same', async () => {
  assert.ok((await print({ ruleSet: '2018' })).includes('THÔNG BÁO Về việc dừng giải quyết hồ sơ'));
});

test('a withdrawal that is denied says why, and that work goes on', async () => {
  const text = await print({ stop: { kind: 'withdrawal denied', askedAt, reason: 'kết quả đã được ký' } });
  assert.ok(text.includes('Về việc không đồng ý cho rút hồ sơ'));
  assert.ok(text.includes('tiếp tục giải quyết theo thời hạn đã hẹn'));
  assert.ok(text.includes('Lý do: kết quả đã được ký'));
});

test('a supplement that never came stops the dossier, and the notice counts from when to when', async () => {
  const text = await print({ stop: { kind: 'supplement not given', askedAt, answerDueAt: new Date('2025-11-24T17:30+07:00') } });
  assert.ok(text.includes('Hồ sơ được yêu cầu bổ sung ngày 03 tháng 11 năm 2025. Đến hết 17 giờ 30 phút, thứ Hai ngày 24/11/2025'));
  assert.ok(!text.includes('rút hồ sơ'));
});
