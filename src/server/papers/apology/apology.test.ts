import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '#tests/printed.ts';
import { type ApologyFacts, apology } from './content.ts';
import { apologySample } from './sample.ts';

async function print(facts: Partial<ApologyFacts> = {}) {
  return (await printed('apology', apology({ ...apologySample, ...facts }))).text;
}

test('an apology before the due time says that it cannot be kept, why, and when instead', async () => {
  const text = await print();
  for (const said of [
    'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
    'Thời điểm hẹn trả kết quả: 17 giờ 30 phút, thứ Tư ngày 16/5/2018.',
    'không thể trả kết quả đúng thời điểm đã hẹn, với lý do: phải kiểm tra thực địa lại',
    'hẹn lại và sẽ trả kết quả lúc: 17 giờ 30 phút, thứ Sáu ngày 18/5/2018.',
    'TRƯỞNG PHÒNG',
  ]) {
    assert.ok(text.includes(said), said);
  }
});

test('an apology after the due time says that it was not kept', async () => {
  assert.ok((await print({ at: new Date('2018-05-17T08:00+07:00') })).includes('đến nay Phòng Quản lý đô thị chưa trả kết quả'));
});

test('since 2025 it asks for more time', async () => {
  const text = await print({ ruleSet: '2025' });
  assert.ok(text.includes('VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT'));
  assert.ok(text.includes('đề nghị gia hạn và sẽ trả kết quả lúc:'));
});
