import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from '#tests/drawn.ts';
import { columnsOf, hostsOf } from './columns.ts';
import type { Workflow } from './workflow.ts';

const columns = (workflow: Workflow) => Object.fromEntries(columnsOf(workflow));

test('each node stands behind all that come before it, by the longest way', () => {
  assert.deepEqual(columns(drawn('S:start > A > B > C > E:end', 'A > C', 'S > E')), { S: 0, A: 1, B: 2, C: 3, E: 4 });
});

test('a flow that leads back does not count, nor one that leads nowhere', () => {
  const round = drawn('S:start > A > B > C > E:end', 'C > A', 'B > B');
  assert.deepEqual(columns(round), { S: 0, A: 1, B: 2, C: 3, E: 4 });
  const cut = { ...round, nodes: round.nodes.filter(({ id }) => id !== 'B') };
  assert.deepEqual(columns(cut), { S: 0, A: 1, C: 0, E: 1 });
});

test('the walk begins at the starts, then at what nothing leads to, then anywhere', () => {
  assert.deepEqual(columns(drawn('B > C > S:start > A > E:end')), { B: 0, C: 1, S: 2, A: 3, E: 4 });
  assert.deepEqual(columns(drawn('A > B > A')), { A: 0, B: 1 });
  assert.deepEqual(columns(drawn('B > A > S:start > A', 'A > E:end')), { B: 0, A: 1, S: 0, E: 2 });
});

test('a timer stands in the column of its task, and what it sets off behind that; one on nothing, or on what is no task, where it begins', () => {
  const on = drawn('S:start > A > B > E:end', 'W:on B > C > F:end');
  assert.deepEqual(columns(on), { S: 0, A: 1, B: 2, E: 3, W: 2, C: 3, F: 4 });
  assert.deepEqual([...hostsOf(on.nodes)], [['W', 'B']]);
  assert.deepEqual([...hostsOf(drawn('S:start > A > E:end', 'W:on S > C', 'V:on gone > C', 'T:timer').nodes)], []);
  assert.equal(columns(drawn('S:start > A > E:end', 'W:on S > C')).C, 1);
});
