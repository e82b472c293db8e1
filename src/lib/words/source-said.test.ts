import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceSaid } from './source-said.ts';
import { wordsFor } from './words.ts';

test('what is from memory only is said to be unverified, in the reader’s language; what has a source is said as it is', () => {
  const source = 'QĐ 1766/QĐ-UBND; from memory, unverified';
  assert.equal(sourceSaid(wordsFor('vi'), source), 'QĐ 1766/QĐ-UBND; theo trí nhớ, chưa kiểm chứng');
  assert.equal(sourceSaid(wordsFor('en'), source), source);
  assert.equal(sourceSaid(wordsFor('vi'), 'QĐ 1766/QĐ-UBND'), 'QĐ 1766/QĐ-UBND');
});
