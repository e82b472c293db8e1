import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed } from '#tests/printed.ts';
import { type BirthExtractFacts, birthExtract, registeredBirth } from './content.ts';
import { birthExtractSample } from './sample.ts';

async function print(facts: Partial<BirthExtractFacts> = {}) {
  return printed('birth-extract', birthExtract({ ...birthExtractSample, ...facts }));
}

test('a birth certificate holds child, parents, declarant and registration', async () => {
  const { pages, text } = await print();
  assert.equal(pages.length, 1);
  for (const said of [
    'GIẤY KHAI SINH',
    'Số: 112/2018',
    'Họ, chữ đệm, tên: HOÀNG GIA BẢO',
    'Ngày, tháng, năm sinh: 27/4/2018',
    'Ghi bằng chữ: Ngày hai mươi bảy, tháng tư, năm hai nghìn không trăm mười tám',
    'Giới tính: Nam Dân tộc: Tày Quốc tịch: Việt Nam',
    'Họ, chữ đệm, tên người mẹ: HOÀNG THỊ PÁO',
    'Họ, chữ đệm, tên người cha: NGUYỄN VĂN THƯỢNG',
    'Ngày, tháng, năm đăng ký: 03/5/2018',
    'NGƯỜI KÝ GIẤY KHAI SINH',
  ]) {
    assert.ok(text.includes(said), said);
  }
});

test('what is not stated is struck out', async () => {
  const { text } = await print({ father: null });
  assert.ok(text.includes('Số định danh cá nhân: -----'));
  assert.ok(text.includes('tên người cha: ----- Ngày, tháng, năm sinh: ----- Dân tộc: ----- Quốc tịch: ----- Nơi cư trú: -----'));
});

test('an extract says that it is one', async () => {
  assert.ok((await print({ as: 'extract' })).text.includes('TRÍCH LỤC KHAI SINH'));
});

test('child and parents are taken from the answers; a parent who is not stated is nobody', () => {
  const answers = {
    'child-name': 'Vàng Thị Dở',
    'child-born-on': '2018-04-20',
    'child-sex': 'female',
    'mother-stated': 'yes',
    'mother-name': 'Vàng Thị Mai',
    'father-stated': 'no',
    'father-name': 'người đã gõ trước khi chọn không ghi',
  };
  const { child, mother, father } = registeredBirth(answers);
  assert.deepEqual([child.name, child.bornOn, child.sex, child.homeTown], ['Vàng Thị Dở', '2018-04-20', 'Nữ', '']);
  assert.equal(mother?.name, 'Vàng Thị Mai');
  assert.equal(father, null);
});
