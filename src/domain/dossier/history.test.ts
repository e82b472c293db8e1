import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { history, specialist, wholeWay } from '#tests/given.ts';
import { findingOf, firstBroken, type Recorded, record } from './history.ts';

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

test('a paper is held against the history that it was printed from', () => {
  const [first, second] = written;
  assert.ok(first && second);
  assert.equal(findingOf(written, undefined, { version: 2, hash: second.hash }), 'holds');
  assert.equal(findingOf(written, undefined, { version: 2, hash: first.hash }), 'rewritten');
  assert.equal(findingOf(written.slice(0, 1), undefined, { version: 2, hash: second.hash }), 'cut off');
  assert.equal(findingOf(written, 2, { version: 2, hash: second.hash }), 'broken');
  assert.equal(findingOf([], undefined, { version: 1, hash: first.hash }), 'cut off');
});

test('what is wiped is wiped whole: words without their salt, or a salt without its words, are found', () => {
  const [first] = written;
  assert.ok(first && 'sealed' in first.event && first.event.sealed);
  const last = (touched: Recorded) => firstBroken([touched], first.hash);
  assert.equal(last(first), undefined);
  assert.equal(last({ ...first, seal: null }), 1);
  assert.equal(last({ ...first, event: { ...first.event, sealed: null } } as Recorded), 1);
});

test('what is hashed is each event with who did it, in canonical JSON after the hash before it: papers that were printed long ago still fit', () => {
  const sha = (text: string, before = '') => createHash('sha256').update(Buffer.from(before, 'hex')).update(text).digest('hex');
  const at = new Date('2018-05-14T02:00:00Z');
  const [first, second] = record(
    undefined,
    [
      { type: 'taken', at, officerId: 'o' },
      { type: 'withdrawal denied', at, sealed: { reason: 'r' } },
    ],
    writing,
  );
  const by = `"by":{"agencyId":"music","personId":"${specialist.personId}","role":"specialist"}`;
  const ids = (version: number) => `"dossierId":"${writing.dossierId}"|"version":${version}`.split('|');
  const [dossierId, one] = ids(1);
  const two = ids(2)[1];
  const taken = `{${by},"commandId":"${writing.commandId}",${dossierId},"event":{"at":"2018-05-14T02:00:00.000Z","officerId":"o","sealed":"${first?.sealedDigest}","type":"taken"},${one}}`;
  const denied = `{${by},"commandId":"${writing.commandId}",${dossierId},"event":{"at":"2018-05-14T02:00:00.000Z","sealed":"${second?.sealedDigest}","type":"withdrawal denied"},${two}}`;
  assert.equal(first?.hash, sha(taken, '0'.repeat(64)));
  assert.equal(second?.hash, sha(denied, first?.hash));
});
