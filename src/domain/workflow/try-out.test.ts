import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawn } from '#tests/drawn.ts';
import { drawBlock, soundBlocks } from '#tests/drawn-at-random.ts';
import { calendar, monday } from '#tests/given.ts';
import { type TriedMove, tryOut } from './try-out.ts';
import type { Workflow } from './workflow.ts';

const facts = { startAt: monday, totalMinutes: 4800, calendar };

/** Each task takes this share. */
function sharing(workflow: Workflow, sharePct: number): Workflow {
  return { ...workflow, nodes: workflow.nodes.map((node) => (node.kind === 'task' ? { ...node, sharePct } : node)) };
}

const after = (...ids: readonly string[]): readonly TriedMove[] => ids.map((nodeId) => ({ nodeId, flowId: null }));

function now(workflow: Workflow, moves: readonly TriedMove[]): readonly string[] {
  return tryOut(workflow, moves, facts).now.map(({ node }) => node.id);
}

test('a sound workflow that is tried, whatever happens first, can be walked to its end', () => {
  fc.assert(
    fc.property(soundBlocks.map(drawBlock), fc.infiniteStream(fc.nat(1000)), (workflow, chances) => {
      const moves: TriedMove[] = [];
      while (moves.length < 300) {
        const trial = tryOut(workflow, moves, facts);
        assert.equal(trial.gone.length, moves.length);
        if (trial.overAt) return assert.deepEqual(trial.waiting, []);
        const place = trial.now[chances.next().value % trial.now.length];
        if (!place) assert.fail('nothing can happen');
        const flow = place.flows[chances.next().value % Math.max(1, place.flows.length)];
        moves.push({ nodeId: place.node.id, flowId: flow?.id ?? null });
      }
    }),
    { numRuns: 60 },
  );
});

test('each task takes its share of the working time, and what joins goes on when the last branch has come', () => {
  const workflow = sharing(drawn('S:start > A > P:and > B > J:and > C > E:end', 'P > D > J'), 10);
  assert.deepEqual(
    tryOut(workflow, after('A'), facts).now.map(({ node, fromAt, untilAt }) => [node.id, fromAt.toISOString(), untilAt.toISOString()]),
    ['B', 'D'].map((id) => [id, '2018-05-15T02:00:00.000Z', '2018-05-16T02:00:00.000Z']),
  );
  const nodes = workflow.nodes.map((node) => (node.id === 'B' && node.kind === 'task' ? { ...node, sharePct: 20 } : node));
  const one = tryOut({ ...workflow, nodes }, after('A', 'B'), facts);
  assert.deepEqual([one.now.map(({ node }) => node.id), one.waiting.map(({ id }) => id)], [['D'], ['J']]);
  const [last] = tryOut({ ...workflow, nodes }, after('A', 'B', 'D'), facts).now;
  assert.deepEqual([last?.node.id, last?.fromAt.toISOString()], ['C', '2018-05-17T02:00:00.000Z']);
});

test('a choice goes the way that was said', () => {
  const workflow = drawn('S:start > A > X:xor > B > E:end', 'X > C > E');
  assert.deepEqual(now(workflow, after('A')), ['X']);
  assert.deepEqual(now(workflow, [...after('A'), { nodeId: 'X', flowId: 'X-C' }]), ['C']);
  assert.deepEqual(now(workflow, [...after('A'), { nodeId: 'X', flowId: 'X-B' }]), ['B']);
});

test('what cannot happen where the dossier is, is passed over', () => {
  const workflow = drawn('S:start > A > B > E:end');
  assert.deepEqual(now(workflow, after('B', 'E', 'nowhere', 'A')), ['B']);
  assert.ok(tryOut(workflow, after('A', 'B', 'B'), facts).overAt);
});
