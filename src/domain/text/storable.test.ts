import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isStorable, isUuid } from './storable.ts';

test('what holds a NUL or half a surrogate pair anywhere cannot be kept', () => {
  for (const text of ['a\0', '\ud800', '\udc00a']) {
    assert.equal(isStorable(text), false);
    assert.equal(isStorable({ gaps: [{ why: text }] }), false);
  }
});

test('a quote, a tag and a letter of any script can be kept', () => {
  assert.equal(isStorable({ name: `O'Hara <script> 𠀀 Hoà`, count: 3, nothing: null }), true);
});

test('an id is written in small letters', () => {
  assert.equal(isUuid('0199c2a0-7b1e-7c3d-8f4a-1b2c3d4e5f60'), true);
  assert.equal(isUuid('0199C2A0-7B1E-7C3D-8F4A-1B2C3D4E5F60'), false);
  assert.equal(isUuid('0199c2a0-7b1e-7c3d-8f4a-1b2c3d4e5f60\n'), false);
});
