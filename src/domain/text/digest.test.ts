import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortDigest } from './digest.ts';

test('a digest is read out in three groups of four', () => {
  assert.equal(shortDigest('7f3a91c05be2d448'), '7f3a 91c0 5be2');
});
