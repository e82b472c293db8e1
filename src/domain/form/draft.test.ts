import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftKeptUntil, draftsDieBefore, draftToken, hashOfToken, isDraftToken } from './draft.ts';

test('a draft can be gone on with to the end of the thirtieth day after its last change', () => {
  const touchedAt = new Date('2018-05-02T09:40+07:00');
  assert.equal(draftKeptUntil(touchedAt), '2018-06-01');
  assert.ok(touchedAt >= draftsDieBefore(new Date('2018-06-01T23:59+07:00')));
  assert.ok(touchedAt < draftsDieBefore(new Date('2018-06-02T00:00+07:00')));
});

test('a link’s secret has 128 bits, and what is kept of it is not it', () => {
  const token = draftToken(new Uint8Array(16).fill(171));
  assert.equal(token, 'ab'.repeat(16));
  assert.ok(isDraftToken(token));
  assert.ok(!isDraftToken(token.toUpperCase()));
  assert.match(hashOfToken(token), /^[0-9a-f]{64}$/);
  assert.throws(() => draftToken(new Uint8Array(8)), RangeError);
});
