import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readTrialAddress, trialAddress } from './trial-address.ts';

const ids = fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/);

test('a trial goes on from its address where it stood', () => {
  const moves = fc.array(fc.record({ nodeId: ids, flowId: fc.option(ids) }, { noNullPrototype: true }), { maxLength: 8 });
  fc.assert(fc.property(moves, (asked) => assert.deepEqual(readTrialAddress(new URLSearchParams(trialAddress(asked))), asked)));
});
