import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPersonal, maskPersonal } from './personal.ts';

test('numbers and addresses of people are shown in part', () => {
  assert.equal(maskPersonal('identity', '073 198 765 214'), '073 ••• 214');
  assert.equal(maskPersonal('identity', '12345'), '•••');
  assert.equal(maskPersonal('phone', '0912 345 932'), '…5932');
  assert.equal(maskPersonal('email', 'pao@example.vn'), 'p***@example.vn');
  assert.equal(maskPersonal('phone', ''), '');
});

test('a name is no such number', () => {
  assert.ok(isPersonal('identity'));
  assert.ok(!isPersonal('text'));
});
