import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSame, readSecret, secretOf, tokenOf } from './secret.ts';

const key = new Uint8Array(32).fill(7);
const id = '018f0000-0000-7000-8000-00000000000d';

test('a secret is twelve letters and digits in three groups, none of which is taken for another', () => {
  fc.assert(fc.property(fc.uuid(), (any) => assert.match(secretOf(key, any), /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)));
});

test('it can be printed again, and is another under another key or for another dossier', () => {
  assert.equal(secretOf(key, id), secretOf(key, id));
  assert.notEqual(secretOf(key, id), secretOf(new Uint8Array(32).fill(8), id));
  assert.notEqual(secretOf(key, id), secretOf(key, id.replace('d', 'e')));
  assert.match(tokenOf(key, id), /^[0-9a-f]{32}$/);
});

test('however it is typed, it is read: small letters, spaces, no hyphens, O for 0, I and L for 1', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.constantFrom('-', '', ' ', ' - '), (any, between) => {
      const secret = secretOf(key, any);
      const typed = secret.replaceAll('-', between).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l');
      assert.equal(readSecret(typed), secret);
    }),
  );
});

test('only the same is the same', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => assert.equal(isSame(a, b), a === b)));
  assert.ok(isSame(secretOf(key, id), secretOf(key, id)));
});
