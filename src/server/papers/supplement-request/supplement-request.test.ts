import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '#tests/printed.ts';
import { type SupplementRequestFacts, supplementRequest } from './content.ts';
import { supplementRequestSample } from './sample.ts';

async function print(facts: Partial<SupplementRequestFacts> = {}) {
  return (await printed('supplement-request', supplementRequest({ ...supplementRequestSample, ...facts }))).text;
}

test('a supplement request names every gap and why, by when, where, and whom to ask', async () => {
  const text = await print();
  for (const said of [
    'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
    'Số: 41/HDHS-QLĐT',
    'Kính gửi: Hoàng Văn Páo, tổ 7, phường Minh Khai, thành phố Hà Giang.',
    '1. Bản vẽ thiết kế: thêm 1 bộ, cho đủ 2 bộ',
    '3. Bản cam kết bảo đảm an toàn cho công trình liền kề Giải thích thêm',
    'trước 17 giờ 30 phút, thứ Tư ngày 09/5/2018',
    'Thời gian chờ bổ sung không tính vào thời hạn giải quyết.',
    'bà Lục Thị Hòa, điện thoại 0219 000 1234',
    'Đã ký số Người ký: Lục Thị Hòa, Phòng Quản lý đô thị',
  ]) {
    assert.ok(text.includes(said), said);
  }
});

test('one asked at intake says that the time begins when the dossier is complete', async () => {
  assert.ok((await print({ afterwards: 'begins' })).includes('Thời hạn giải quyết tính từ khi nhận đủ hồ sơ.'));
});

test('a second request gives the head’s reason', async () => {
  assert.ok(!(await print()).includes('lần yêu cầu bổ sung thứ hai'));
  assert.ok(
    (await print({ secondReason: 'quy hoạch vừa thay đổi.' })).includes('thứ hai, theo ý kiến của người đứng đầu cơ quan, vì: quy hoạch'),
  );
});

test('where an incomplete dossier is closed one day, it says when', async () => {
  const warning = 'Quá 17 giờ 30 phút, thứ Tư ngày 23/5/2018 mà hồ sơ chưa được bổ sung, cơ quan dừng giải quyết và thông báo';
  assert.ok(!(await print()).includes(warning));
  assert.ok((await print({ closesAt: new Date('2018-05-23T17:30+07:00') })).includes(warning));
});
