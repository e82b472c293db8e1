import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from '#tests/drawn.ts';
import { drawnWay } from '#tests/drawn-version.ts';
import { withFlow, withLane, withNode } from './edit-elements.ts';

const way = drawnWay(['S:start > receive > X:xor > appraise > E:end', 'X > E'], { conditions: { 'X-E': 'a = 1', 'X-appraise': 'a = 2' } });

test('an element takes the place of the one of its id, and no other changes', () => {
  const [node] = way.nodes;
  const [, flow] = way.flows;
  const [, lane] = way.lanes;
  assert.ok(node && flow && lane);
  assert.deepEqual(withNode(way, { ...node, name: 'x' }), { ...way, nodes: way.nodes.with(0, { ...node, name: 'x' }) });
  assert.deepEqual(withFlow(way, { ...flow, name: 'x' }), { ...way, flows: way.flows.with(1, { ...flow, name: 'x' }) });
  assert.deepEqual(withLane(way, { ...lane, name: 'x' }), { ...way, lanes: way.lanes.with(1, { ...lane, name: 'x' }) });
});

test('a gateway that is no choice any more has no conditions; those of another choice stay', () => {
  const [gateway] = drawn('X:and').nodes;
  assert.ok(gateway);
  const conditions = (workflow: typeof way) => workflow.flows.map(({ condition }) => condition).filter((one) => one !== null);
  assert.deepEqual(conditions(withNode(way, gateway)), []);
  assert.deepEqual(conditions(withNode(way, { id: 'X', name: 'x', laneId: null, kind: 'exclusive', defaultFlowId: 'X-E' })), [
    'a = 2',
    'a = 1',
  ]);
  const [receive] = drawn('receive').nodes;
  assert.ok(receive);
  assert.equal(conditions(withNode(way, receive)).length, 2);
});
