import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold, markParts, matchRank, searchable } from './fold.ts';

const folded: [typed: string, searched: string][] = [
  ['Đăng ký khai sinh', 'dang ky khai sinh'],
  ['ĐĂNG  KÝ,\tKhai-Sinh.', 'dang ky khai sinh'],
  ['hoà', 'hoa'],
  ['hòa', 'hoa'],
  ['thuý, thúy', 'thuy thuy'],
  ['Ðặng Ɖình', 'dang dinh'],
  ['ðặng ɖình', 'dang dinh'],
  ['ươn ướt', 'uon uot'],
  ['1.000894', '1.000894'],
  ['Điều 5. Khoản 1', 'dieu 5 khoan 1'],
  ['m² (mét vuông)', 'm2 met vuong'],
  ['\0\ud800', ''],
  ['  ', ''],
];
for (const [typed, searched] of folded) {
  test(`“${typed}” is searched as “${searched}”`, () => {
    assert.equal(fold(typed), searched);
    assert.equal(fold(typed.normalize('NFD')), searched);
  });
}

const vietnamese = fc
  .array(fc.constantFrom(...'đăng Ký khai SINH hoà hòa thúy ươn Ðặng, - 1.0 \u0301 ß İ ﬁ'), { maxLength: 40 })
  .map((letters) => letters.join(''));
const anyText = fc.oneof(vietnamese, fc.string({ unit: 'binary' }));

test('what is folded stays as it is when it is folded again', () => {
  fc.assert(fc.property(anyText, (text) => assert.equal(fold(fold(text)), fold(text))));
});

test('how letters are composed makes no difference to a search', () => {
  fc.assert(fc.property(anyText, (text) => assert.equal(fold(text.normalize('NFD')), fold(text.normalize('NFC')))));
});

test('a text laid out for searching has the words of the folded one', () => {
  fc.assert(fc.property(vietnamese, (text) => assert.equal(searchable(text).folded, fold(text))));
});

const order: [query: string, best: string, worse: string][] = [
  ['dang ky khai sinh', 'Đăng ký khai sinh', 'Đăng ký khai sinh lưu động'],
  ['dang ky khai sinh', 'Đăng ký khai sinh lưu động', 'Liên thông đăng ký khai sinh, đăng ký thường trú'],
  ['dang ky khai sinh', 'Liên thông đăng ký khai sinh, đăng ký thường trú', 'Đăng ký lại khai sinh'],
  ['dang ky khai sinh', 'Đăng ký lại khai sinh', 'Khai sinh: đăng ký quá hạn'],
  ['dang ky khai sinh', 'Khai sinh: đăng ký quá hạn', 'Đăng ký khai tử'],
  ['đất', 'Cấp giấy chứng nhận quyền sử dụng đất', 'Đặt tên đường'],
  ['hoà', 'Nhà văn hoá phường Hòa Bình', 'Hoa tươi'],
  ['đăng ký khai si', 'Đăng ký khai sinh', 'Đăng ký khai tử'],
];
for (const [query, best, worse] of order) {
  test(`who types “${query}” finds “${best}” before “${worse}”`, () => {
    const [typed, one, other] = [searchable(query), searchable(best), searchable(worse)];
    assert.ok(matchRank(typed, one) > matchRank(typed, other), `${matchRank(typed, one)} > ${matchRank(typed, other)}`);
  });
}

test('who types no marks finds all that is written with any', () => {
  for (const name of ['đất', 'đặt', 'Dat']) assert.ok(matchRank(searchable('dat'), searchable(name)) > 0);
});

test('a name without one of the words does not fit, nor does anything fit nothing', () => {
  assert.equal(matchRank(searchable('khai sinh'), searchable('Khai tử')), 0);
  assert.equal(matchRank(searchable('…'), searchable('Khai tử')), 0);
});

const marked: [name: string, query: string, shown: string][] = [
  ['Đăng ký khai sinh lưu động', 'dang ky khai sinh', '[Đăng ký khai sinh] lưu động'],
  ['Liên thông đăng ký khai sinh, đăng ký thường trú', 'dang ky khai sinh', 'Liên thông [đăng ký khai sinh], đăng ký thường trú'],
  ['Đăng ký lại khai sinh', 'đăng ký khai sinh', '[Đăng ký] lại [khai sinh]'],
  ['Khai sinh: đăng ký', 'dang khai', '[Khai] sinh: [đăng] ký'],
  ['Khai tử', 'khai sinh', '[Khai] tử'],
  ['Khai tử', '', 'Khai tử'],
  ['Cấp lại 1.000894', '1.000894', 'Cấp lại [1.000894]'],
];
for (const [name, query, shown] of marked) {
  test(`in “${name}” who searched “${query}” sees “${shown}”`, () => {
    for (const form of ['NFC', 'NFD']) {
      const parts = markParts(name.normalize(form), query.normalize(form));
      assert.equal(parts.map((part) => (part.marked ? `[${part.text}]` : part.text)).join(''), shown.normalize(form));
    }
  });
}

test('marking neither adds a letter to a name nor loses one', () => {
  fc.assert(
    fc.property(anyText, anyText, (name, query) =>
      assert.equal(
        markParts(name, query)
          .map((part) => part.text)
          .join(''),
        name,
      ),
    ),
  );
});
