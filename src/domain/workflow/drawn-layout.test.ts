import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawn } from '#tests/drawn.ts';
import { drawBlock, soundBlocks } from '#tests/drawn-at-random.ts';
import { steps } from '#tests/given.ts';
import { type DrawnBox, drawingOf, type StoredDrawing, storedDrawing } from './drawing.ts';
import { layoutOf } from './drawn-layout.ts';
import { type Box, layOut, type Point } from './layout.ts';
import { workflowOfSteps } from './step-table.ts';
import type { Workflow } from './workflow.ts';
import { linePx } from './wrap-text.ts';

const names = { id: 'lending', name: 'Cho mượn nhạc cụ', agency: (id: string) => `Cơ quan ${id}`, unit: (kind: string) => kind };

function lending(): Workflow {
  const workflow = workflowOfSteps(steps, names);
  if ('untold' in workflow) assert.fail(JSON.stringify(workflow));
  return workflow;
}

const byHand = fc.record({
  x: fc.integer({ min: -900, max: 900 }),
  y: fc.integer({ min: -900, max: 900 }),
  by: fc.constantFrom(0.5, 1, 2),
});
const drawings = fc
  .record({ workflow: fc.oneof(soundBlocks.map(drawBlock), fc.constant(lending())), moved: byHand })
  .map(({ workflow, moved }) => ({ workflow, drawing: shifted(storedDrawing(drawingOf(workflow)), moved) }));

function shifted({ boxes, lines }: StoredDrawing, { x, y, by }: { x: number; y: number; by: number }): StoredDrawing {
  const point = (one: Point) => ({ x: one.x * by + x, y: one.y * by + y });
  const box = (one: Box): Box => ({ ...point(one), width: one.width * by, height: one.height * by });
  const label = (one: Box | null) => one && box(one);
  return {
    boxes: mapped(boxes, (one): DrawnBox => ({ box: box(one.box), label: label(one.label) })),
    lines: mapped(lines, (one) => ({ points: one.points.map(point), label: label(one.label) })),
  };
}

function mapped<Value, Other>(values: Readonly<Record<string, Value>>, change: (value: Value) => Other): Record<string, Other> {
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, change(value)]));
}

test('everything stands as it was drawn: moved and enlarged as a whole, and nothing lies outside', () => {
  fc.assert(
    fc.property(drawings, ({ workflow, drawing }) => {
      const { nodes, flows, lanes, width, height, headsWidth } = layoutOf(workflow, drawing);
      const [first] = nodes;
      assert.ok(first && nodes.length === workflow.nodes.length && flows.length === workflow.flows.length);
      const was = drawing.boxes[first.node.id]?.box ?? assert.fail();
      const scale = first.box.width / was.width;
      assert.ok(scale >= 1);
      const close = (one: number, other: number) => assert.ok(Math.abs(one - other) < 0.01, `${one} is ${other}`);
      for (const { node, box } of nodes) {
        const at = drawing.boxes[node.id]?.box ?? assert.fail();
        close(box.x - first.box.x, (at.x - was.x) * scale);
        close(box.y - first.box.y, (at.y - was.y) * scale);
        close(box.height, at.height * scale);
        assert.ok(box.x >= headsWidth && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height);
      }
      for (const { flow, points } of flows) {
        close(points[1]?.x ?? 0, first.box.x + ((drawing.lines[flow.id]?.points[1]?.x ?? 0) - was.x) * scale);
        for (const { x, y } of points) assert.ok(x >= headsWidth && x <= width && y >= 0 && y <= height);
      }
      for (const { box } of lanes) assert.ok(box.y >= -0.01 && box.y + box.height <= height + 0.01);
    }),
    { numRuns: 60 },
  );
});

test('a task drawn for smaller letters is enlarged until its name is within it', () => {
  const workflow = drawn('S:start > A > E:end');
  const nodes = workflow.nodes.map((node) =>
    node.id === 'A' ? { ...node, name: 'Thẩm định hồ sơ, dự thảo kết quả trình lãnh đạo' } : node,
  );
  const at = (x: number, width: number, height: number): DrawnBox => ({ box: { x, y: 100 - height / 2, width, height }, label: null });
  const boxes = { S: at(0, 36, 36), A: at(80, 100, 80), E: at(240, 36, 36) };
  const line = (from: number, to: number) => ({
    points: [
      { x: from, y: 100 },
      { x: to, y: 100 },
    ],
    label: null,
  });
  const laid = layoutOf({ ...workflow, nodes }, { boxes, lines: { 'S-A': line(36, 130), 'A-E': line(130, 240) } });
  const task = laid.nodes.find(({ node }) => node.id === 'A') ?? assert.fail();
  assert.ok(task.box.width > 100 && task.label.lines.length * linePx <= task.box.height);
  const [into, out] = laid.flows.map(({ points }) => points);
  assert.equal(into?.at(-1)?.x, task.box.x, 'a line into the middle of a task ends at its edge');
  assert.equal(out?.[0]?.x, task.box.x + task.box.width);
});

test('where nobody drew, or a part has no place, the whole is laid out by us', () => {
  const workflow = lending();
  assert.deepEqual(layoutOf(workflow, undefined), layOut(workflow));
  const { boxes, lines } = storedDrawing(drawingOf(workflow));
  const { step_2: _, ...less } = boxes;
  assert.deepEqual(layoutOf(workflow, { boxes: less, lines }), layOut(workflow));
});
