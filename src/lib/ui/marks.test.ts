import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { marksIn } from './marks.ts';

test('what was typed without tone marks is marked in the name, neighbours together', () => {
  assert.deepEqual(marksIn('Đăng ký lại khai sinh', 'dang ky khai sinh'), [
    { text: 'Đăng ký', isHit: true },
    { text: ' lại ', isHit: false },
    { text: 'khai sinh', isHit: true },
  ]);
});

test('a word is marked whole or not at all', () => {
  assert.deepEqual(marksIn('Khai sinh', 'kh'), [{ text: 'Khai sinh', isHit: false }]);
});

test('nothing of a name is lost or added, whatever is searched', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (name, query) => {
      assert.equal(
        marksIn(name, query)
          .map(({ text }) => text)
          .join(''),
        name,
      );
    }),
  );
});
