import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from '#tests/drawn.ts';
import { withoutEarlyEnds } from './early-ends.ts';

/** `what was left out | gateway: what lies behind it`. */
function leftOut(...lines: readonly string[]): string {
  const workflow = drawn(...lines);
  const { workflow: less, behind } = withoutEarlyEnds(workflow);
  const flows = workflow.flows.filter((flow) => !less.flows.includes(flow)).map(({ id }) => id);
  return [flows.join(' '), ...[...behind].map(([gateway, nodes]) => `${gateway}: ${nodes.join(' ')}`)].join(' | ');
}

const nothing = '';

test('a way from a choice to a terminate end and nowhere else is left out, with what lies on it', () => {
  assert.equal(leftOut('S:start > X:xor > A > E:end', 'X > R:terminate'), 'X-R | X: R');
  assert.equal(leftOut('S:start > X:xor > A > E:end', 'X > B > T:timer > R:terminate'), 'X-B | X: B T R');
  assert.equal(leftOut('S:start > X:xor > A > E:end', 'X > Y:xor > R:terminate', 'Y > B > Q:terminate'), 'X-Y Y-R | X: Y R B Q | Y: R');
});

test('a way to an ordinary end, to a fork, from a task with a timer or past several ways is kept', () => {
  assert.equal(leftOut('S:start > X:xor > A > E:end', 'X > F:end'), nothing);
  assert.equal(leftOut('S:start > X:xor > A > E:end', 'X > P:and > R:terminate', 'P > Q:terminate'), nothing);
  assert.equal(leftOut('S:start > X:xor > A > E:end', 'X > P:and > R:terminate'), nothing);
  assert.equal(leftOut('S:start > X:xor > A > E:end', 'X > B > R:terminate', 'W:on B > C > F:end'), nothing);
  assert.equal(leftOut('S:start > X:xor > A > E:end', 'X > B > R:terminate', 'B > Q:terminate'), nothing);
  assert.equal(leftOut('S:start > X:xor > A > E:end', 'X > B'), nothing);
  assert.equal(leftOut('S:start > X:xor > A > E:end', 'X > Y:xor'), nothing);
});

test('a way that others enter is kept, as two could meet there; a terminate end is shared by all', () => {
  assert.equal(leftOut('S:start > X:xor > A > E:end', 'X > B > R:terminate', 'A > B'), nothing);
  assert.equal(leftOut('S:start > X:xor > A > R:terminate', 'A > E:end', 'X > B > R'), 'X-B | X: B R');
});

test('a way on which one can go round for ever is kept', () => {
  assert.equal(leftOut('S:start > X:xor > A > E:end', 'X > B > C > B'), nothing);
  assert.equal(leftOut('S:start > X:xor > A > E:end', 'X > Y:xor > B > Y', 'Y > R:terminate'), 'X-Y Y-R | X: Y B R | Y: R');
});

test('a choice keeps one way at least, and a node with one way is no choice', () => {
  assert.equal(leftOut('S:start > X:xor > R:terminate', 'X > Q:terminate'), 'X-R | X: R');
  assert.equal(leftOut('S:start > X:xor > R:terminate'), nothing);
  assert.equal(leftOut('S:start > A > R:terminate', 'A > B > E:end'), nothing);
  assert.equal(leftOut('S:start > P:and > R:terminate', 'P > B > E:end'), nothing);
});
