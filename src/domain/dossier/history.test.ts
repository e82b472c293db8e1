import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { history, specialist, wholeWay } from '#tests/given.ts';
import { firstBroken, type Recorded, record } from './history.ts';

const writing = {
  by: specialist,
  commandId: '018f0000-0000-4000-8000-000000000009',
  request: {},
  dossierId: '018f0000-0000-7000-8000-00000000000d',
  newSalt: () => '0'.repeat(32),
};
const written = record(undefined, history(...wholeWay), writing);
const lastHash = written.at(-1)?.hash ?? '';

test('a history that nobody touched holds', () => {
  assert.equal(firstBroken(written, lastHash), undefined);
});

test('whatever is altered, removed, doubled or moved is found, and where', () => {
  const at = fc.integer({ min: 0, max: written.length - 1 });
  fc.assert(
    fc.property(at, fc.constantFrom('alter', 'alter sealed', 'remove', 'double', 'swap'), (i, how) => {
      const touched = tamper(written, i, how);
      if (!touched) return;
      const broken = firstBroken(touched, lastHash);
      assert.ok(broken !== undefined && broken >= i + 1 && broken <= i + 2, `${how} at ${i + 1} found at ${broken}`);
    }),
  );
});

test('the last events cannot be cut off unseen: the row knows the end', () => {
  assert.equal(firstBroken(written.slice(0, -1), lastHash), written.length);
});

test('once the sealed parts are wiped the chain still holds', () => {
  const wiped = written.map((recorded) => ({ ...recorded, seal: null, event: { ...recorded.event, sealed: null } })) as Recorded[];
  assert.equal(firstBroken(wiped, lastHash), undefined);
});

test('what was written in two acts is chained as if in one', () => {
  const events = history(...wholeWay);
  const first = record(undefined, events.slice(0, 3), writing);
  const rest = record(first.at(-1), events.slice(3), writing);
  assert.deepEqual([...first, ...rest], written);
});

function tamper(all: readonly Recorded[], i: number, how: string): Recorded[] | undefined {
  const one = all[i];
  if (!one) return undefined;
  const rest = all.slice(i + 1);
  switch (how) {
    case 'alter':
      return [...all.slice(0, i), { ...one, event: { ...one.event, at: new Date(one.event.at.getTime() + 1) } }, ...rest];
    case 'alter sealed':
      if (!('sealed' in one.event)) return undefined;
      return [...all.slice(0, i), { ...one, event: { ...one.event, sealed: { note: 'khác' } } } as Recorded, ...rest];
    case 'remove':
      return [...all.slice(0, i), ...rest];
    case 'double':
      return [...all.slice(0, i + 1), one, ...rest];
    default: {
      const [next, ...others] = rest;
      return next && [...all.slice(0, i), next, one, ...others];
    }
  }
}
