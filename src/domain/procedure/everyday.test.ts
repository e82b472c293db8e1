import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fold } from '#domain/text/fold.ts';
import { lending } from '#tests/given.ts';
import { meantBy } from './everyday.ts';
import { rankProcedures, searchedOf } from './search.ts';

test('what people say is searched as procedures are called as well', () => {
  assert.deepEqual(meantBy('làm sổ đỏ'), ['làm sổ đỏ', 'giấy chứng nhận quyền sử dụng đất']);
  assert.deepEqual(meantBy('lam so do'), ['lam so do', 'giấy chứng nhận quyền sử dụng đất']);
  assert.deepEqual(meantBy('Lấy chồng  nước ngoài'), ['Lấy chồng  nước ngoài', 'kết hôn nước ngoài']);
});

test('the longest saying counts', () => {
  assert.equal(meantBy('sang tên sổ đỏ')[1], 'đăng ký biến động quyền sử dụng đất');
  assert.equal(meantBy('sang tên xe')[1], 'đăng ký biến động xe');
});

test('a word with marks says what it says: a plan is no land certificate; where the tone is placed makes no difference', () => {
  assert.deepEqual(meantBy('sơ đồ'), ['sơ đồ']);
  assert.equal(meantBy('mở hàng tạp hoá')[1], meantBy('mở hàng tạp hóa')[1]);
});

test('what says nothing of the matter is left out, unless nothing else was typed', () => {
  assert.deepEqual(meantBy('thủ tục khai tử')[1], 'khai tử');
  assert.deepEqual(meantBy('thủ tục'), ['thủ tục']);
  assert.deepEqual(meantBy('Đăng ký khai sinh'), ['Đăng ký khai sinh']);
});

test('what is called so comes first, and what was typed is still found', () => {
  const candidate = (name: string) => {
    const version = { ...lending, procedureId: name, code: null, name };
    return { ...version, folded: fold(name), searched: searchedOf(version) };
  };
  const named = ['Đổi tên hội', 'Đăng ký kết hôn', 'Tổ chức lễ cưới'].map(candidate);
  const found = (query: string) => rankProcedures(query, {}, named).found.map(({ name }) => name);
  assert.deepEqual(found('cưới'), ['Tổ chức lễ cưới', 'Đăng ký kết hôn']);
  assert.deepEqual(found('lấy vợ').slice(0, 1), ['Đăng ký kết hôn']);
});

test('any text has itself first among what is meant by it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const [first, ...others] = meantBy(text);
      assert.equal(first, text);
      assert.ok(others.length <= 1 && others.every((other) => fold(other) !== fold(text)));
    }),
  );
});
