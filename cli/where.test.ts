import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findIn } from './where.ts';

test('files named by the word come first, those that only say it are counted', () => {
  const files = [
    { path: 'request-supplement.ts', text: '' },
    { path: 'read-dossier.ts', text: 'supplementsAsked' },
    { path: 'sign-in.ts', text: '' },
  ];
  assert.deepEqual(findIn('acts', files, 'supplement'), { room: 'acts', files: ['request-supplement.ts'], more: 1 });
});

test('where no file is named by it, those that say it most are named', () => {
  const files = [1, 2, 3, 4, 5, 6, 7].map((times) => ({ path: `${times}.svelte`, text: 'supplement '.repeat(times) }));
  assert.deepEqual(findIn('pages', files, 'supplement').files, ['7.svelte', '6.svelte', '5.svelte', '4.svelte', '3.svelte']);
  assert.equal(findIn('pages', files, 'supplement').more, 2);
});

test('two words are found however they are joined, and signs are only signs', () => {
  for (const text of ['due time', 'dueTime', 'due_time', 'due-time'])
    assert.equal(findIn('rules', [{ path: 'a.ts', text }], 'due time').files.length, 1);
  assert.equal(findIn('rules', [{ path: 'a.ts', text: 'abc' }], 'a.c').files.length, 0);
});
