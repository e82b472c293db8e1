import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Happening, papersAfter } from './owed.ts';

const kindsAfter = (channel: 'online' | 'counter', ...happened: readonly Omit<Happening, 'version'>[]) =>
  papersAfter(
    happened.map((one, no) => ({ ...one, version: no + 1 })),
    { channel },
  );

test('online the submission is a paper of its own; at the counter the receipt is the first', () => {
  const begun = [
    { type: 'submitted', role: 'citizen' },
    { type: 'taken', role: 'receiving officer' },
    { type: 'received', role: 'receiving officer' },
  ] as const;
  assert.deepEqual(kindsAfter('online', ...begun), [
    { version: 1, kind: 'submission' },
    { version: 3, kind: 'receipt' },
  ]);
  assert.deepEqual(kindsAfter('counter', ...begun), [{ version: 3, kind: 'receipt' }]);
});

test('what is corrected before receipt gives no receipt, after it a new one', () => {
  const corrected = { type: 'corrected', role: 'receiving officer' } as const;
  const received = { type: 'received', role: 'receiving officer' } as const;
  assert.deepEqual(kindsAfter('counter', corrected, received, corrected), [
    { version: 2, kind: 'receipt' },
    { version: 3, kind: 'receipt' },
  ]);
});

test('who takes back what nobody has received gets no notice; who is granted it gets one', () => {
  assert.deepEqual(kindsAfter('counter', { type: 'withdrawn', role: 'citizen' }), []);
  assert.deepEqual(kindsAfter('counter', { type: 'withdrawn', role: 'receiving officer' }), [{ version: 1, kind: 'stop-notice' }]);
});
