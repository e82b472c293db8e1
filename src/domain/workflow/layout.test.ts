import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawn } from '#tests/drawn.ts';
import { anyWorkflows, drawBlock, soundBlocks } from '#tests/drawn-at-random.ts';
import { steps } from '#tests/given.ts';
import { type Box, type Layout, layOut, type Point } from './layout.ts';
import { workflowOfSteps } from './step-table.ts';
import type { Lane, Workflow } from './workflow.ts';

const lane = (id: string, parentId: string | null = null): Lane => ({ id, name: `Cơ quan ${id}`, parentId, agency: null, unit: null });
const lanes = [lane('ward'), lane('city'), lane('office', 'city'), lane('desk', 'city'), lane('empty'), lane('inner', 'desk')];

/** Any workflow, sound or not, with its nodes anywhere in lanes, in one that is not there, or in none; with long names and flows that have some. */
const workflows = fc
  .record({
    workflow: fc.oneof(anyWorkflows, soundBlocks.map(drawBlock)),
    places: fc.array(fc.constantFrom(null, 'lost', ...lanes.map(({ id }) => id)), { minLength: 1, maxLength: 12 }),
    names: fc.array(fc.constantFrom('', 'Ký', 'Tiếp nhận, kiểm tra thành phần hồ sơ, lập giấy hẹn'.repeat(2), 'Ư'.repeat(60)), {
      minLength: 1,
    }),
    hasLanes: fc.boolean(),
  })
  .map(({ workflow, places, names, hasLanes }): Workflow => {
    const nodes = workflow.nodes.map((node, at) => ({
      ...node,
      laneId: places[at % places.length] ?? null,
      name: names[at % names.length] ?? '',
    }));
    const flows = workflow.flows.map((flow, at) => ({ ...flow, name: names[at % (names.length + 1)] ?? '' }));
    return { ...workflow, nodes, flows, lanes: hasLanes ? lanes : [] };
  });

function holds(rule: (laid: Layout, workflow: Workflow) => void): void {
  fc.assert(
    fc.property(workflows, (workflow) => rule(layOut(workflow), workflow)),
    { numRuns: 400 },
  );
}

test('no two nodes overlap, nor their names, but a timer and its task', () => {
  holds(({ nodes }) => {
    for (const [at, one] of nodes.entries())
      for (const other of nodes.slice(at + 1)) {
        if (overlap(one.label, other.label)) assert.fail(`the names of ${one.node.id} and ${other.node.id} overlap`);
        const isOn = other.node.kind === 'boundary timer' && other.node.attachedTo === one.node.id;
        if (!isOn && overlap(one.box, other.box)) assert.fail(`${one.node.id} and ${other.node.id} overlap`);
      }
  });
});

test('every node is drawn, and every flow, each from its node to its node', () => {
  holds(({ nodes, flows }, workflow) => {
    assert.deepEqual(nodes.map(({ node }) => node.id).sort(), workflow.nodes.map(({ id }) => id).sort());
    assert.deepEqual(
      flows.map(({ flow }) => flow.id),
      workflow.flows.map(({ id }) => id),
    );
    const boxOf = new Map(nodes.map(({ node, box }) => [node.id, box]));
    for (const { flow, points } of flows) {
      const [from, to] = [boxOf.get(flow.from), boxOf.get(flow.to)];
      assert.ok(from && to && touches(from, points.at(0)) && touches(to, points.at(-1)), `${flow.id} hangs in the air`);
    }
  });
});

test('every node lies in its lane, and a lane in the one around it', () => {
  holds(({ nodes, lanes: laid, ...whole }, workflow) => {
    const boxOf = new Map(laid.map(({ lane: { id }, box }) => [id, box]));
    for (const { node, box, label } of nodes) {
      const around = boxOf.get(node.laneId ?? '') ?? { x: 0, y: 0, ...whole };
      const host = node.kind === 'boundary timer' ? workflow.nodes.find(({ id }) => id === node.attachedTo) : undefined;
      if (host && host.laneId !== node.laneId) continue;
      assert.ok(within(box, around) && within(label, around), `${node.id} is outside of ${node.laneId}`);
    }
    for (const { lane: one, box, label } of laid) {
      assert.ok(within(box, boxOf.get(one.parentId ?? '') ?? { x: 0, y: 0, ...whole }), `${one.id} is outside of ${one.parentId}`);
      for (const { node, box: other } of nodes) assert.ok(!overlap(label, other), `${node.id} covers the name of ${one.id}`);
      for (const other of laid) {
        if (other.lane !== one && other.lane.parentId === one.parentId)
          assert.ok(!overlap(box, other.box), `${one.id} and ${other.lane.id} overlap`);
      }
    }
  });
});

test('flows run in right angles, into their nodes from the left, and through no node, name or name of a lane', () => {
  holds(({ nodes, flows, lanes: laid }) => {
    const avoided = [
      ...nodes.flatMap(({ node, box, label }) => [
        { id: node.id, box },
        { id: node.id, box: label },
      ]),
      ...laid.map(({ lane: { id }, label }) => ({ id, box: label })),
    ];
    for (const { flow, points } of flows) {
      const stretches = points.slice(1).map((to, at): [Point, Point] => [points[at] ?? to, to]);
      for (const [from, to] of stretches) {
        assert.ok(from.x === to.x || from.y === to.y, `${flow.id} runs askew`);
        for (const { id, box } of avoided) assert.ok(!crosses(from, to, box), `${flow.id} runs through ${id}`);
      }
      const [from, to] = stretches.at(-1) ?? assert.fail(`${flow.id} has no length`);
      assert.ok(to.x > from.x && to.y === from.y, `${flow.id} does not come from the left`);
    }
  });
});

test('names of flows overlap no node and no other name', () => {
  holds(({ nodes, flows }) => {
    const named = flows.flatMap(({ flow: { id }, label }) => (label ? [{ id, label }] : []));
    for (const [at, { id, label }] of named.entries()) {
      for (const { node, box, label: name } of nodes)
        assert.ok(!overlap(label, box) && !overlap(label, name), `the name of ${id} is on ${node.id}`);
      for (const other of named.slice(at + 1)) assert.ok(!overlap(label, other.label), `the names of ${id} and ${other.id} overlap`);
    }
  });
});

test('the same workflow is always laid out the same', () => {
  holds((laid, workflow) => assert.deepEqual(layOut(structuredClone(workflow)), laid));
});

test('a table of steps runs from left to right, without a flow that goes back', () => {
  const workflow = workflowOfSteps(steps, { id: 'lending', name: 'Cho mượn', agency: (id) => id, unit: (unit) => unit });
  assert.ok('nodes' in workflow);
  for (const { points } of layOut(workflow).flows) {
    assert.deepEqual(
      points.map(({ x }) => x),
      points.map(({ x }) => x).toSorted((a, b) => a - b),
    );
  }
});

test('a task stands right of all that come before it, and what leads back runs below', () => {
  const { nodes, flows } = layOut(drawn('S:start > A > G:xor > E:end', 'A > B > C > G', 'G > A'));
  const box = (id: string): Box => nodes.find(({ node }) => node.id === id)?.box ?? assert.fail(id);
  assert.ok(box('G').x > box('C').x && box('C').x > box('B').x && box('B').x > box('A').x);
  const back = flows.find(({ flow }) => flow.id === 'G-A') ?? assert.fail();
  assert.ok(Math.max(...back.points.map(({ y }) => y)) > Math.max(...['A', 'B', 'C', 'G'].map((id) => box(id).y + box(id).height)));
});

test('where several named flows come to one node, each says whence', () => {
  const workflow = drawn('S:start > G:xor > A > H:xor > E:end', 'H > A', 'G > E');
  const names: Readonly<Record<string, string>> = { 'G-A': 'đủ', 'H-A': 'không', 'H-E': 'có' };
  const flows = workflow.flows.map((flow) => ({ ...flow, name: names[flow.id] ?? '' }));
  const said = layOut({ ...workflow, flows }).flows.flatMap(({ flow, label }) => (label ? [[flow.id, label.lines.join(' ')]] : []));
  assert.deepEqual(Object.fromEntries(said), { 'G-A': 'Node G đủ', 'H-A': 'Node H không', 'H-E': 'có' });
});

test('a round, or a workflow that nothing begins, is laid out all the same', () => {
  assert.equal(layOut(drawn('A > B > C > A')).nodes.length, 3);
  assert.deepEqual(layOut(drawn()), { width: 10, height: 20, headsWidth: 0, lanes: [], nodes: [], flows: [] });
});

function within(inner: Box, outer: Box): boolean {
  const isIn = inner.x >= outer.x && inner.y >= outer.y;
  return isIn && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height;
}

function overlap(a: Box, b: Box): boolean {
  if (a.width === 0 || a.height === 0 || b.width === 0 || b.height === 0) return false;
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function touches(box: Box, point: Point | undefined): boolean {
  return point !== undefined && !!within({ ...point, width: 0, height: 0 }, box);
}

function crosses(from: Point, to: Point, box: Box): boolean {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  if (box.width === 0 || box.height === 0) return false;
  return left < box.x + box.width && right > box.x && top < box.y + box.height && bottom > box.y;
}
