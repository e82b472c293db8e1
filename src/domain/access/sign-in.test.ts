import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pathAfterSignIn, signInPath } from './sign-in.ts';

const site = 'https://motcua.example';
const after = (wanted: string) => pathAfterSignIn(new URLSearchParams({ 'tro-lai': wanted }));

test('one comes back to the page one wanted, with what it was asked', () => {
  const wanted = '/can-bo/ho-so/000.00.22.H22-180426-0008?xem=giấy&n=1';
  assert.equal(pathAfterSignIn(new URL(signInPath(wanted), site).searchParams), wanted);
});

test('without a wish, or with one that leads to another site, one comes to the work list', () => {
  assert.equal(pathAfterSignIn(new URLSearchParams()), '/can-bo');
  for (const foreign of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'can-bo',
    '/a\\b',
    '',
  ]) {
    assert.equal(after(foreign), '/can-bo', foreign);
  }
});

test('whatever is asked for, one stays on this site', () => {
  const nasty = fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', 'a', '\t', '\n', '\0', ' ', '?', '#', '%', '2', 'f') });
  fc.assert(
    fc.property(
      fc.oneof(
        nasty,
        nasty.map((rest) => `/${rest}`),
      ),
      (wanted) => assert.equal(new URL(after(wanted), site).origin, site),
    ),
  );
});
