import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnWay } from '#tests/drawn-version.ts';
import { completeDrawing, type Drawing, type DrawnBox, type DrawnLine, drawingOf, keptDrawing } from './drawing.ts';
import type { Box, Point } from './layout.ts';
import type { Workflow } from './workflow.ts';

const way = drawnWay(['S:start > receive > appraise > E:end', 'W:on appraise > check > E']);
const [receiving, music] = way.lanes;
assert.ok(receiving && music);
const inLanes: Workflow = {
  ...way,
  lanes: [receiving, music],
  nodes: way.nodes.map((node) => (node.kind === 'task' || node.kind === 'boundary timer' ? node : { ...node, laneId: null })),
};

const box = (x: number, y: number, width = 100, height = 50): Box => ({ x, y, width, height });
const lanes: Readonly<Record<string, Box>> = { receiving: box(30, 0, 800, 100), music: box(30, 100, 900, 100) };
const nodes: Readonly<Record<string, Box>> = {
  S: box(40, 25, 30, 30),
  receive: box(100, 20),
  appraise: box(300, 120),
  W: box(310, 300, 30, 30),
  check: box(500, 120),
  E: box(700, 20, 30, 30),
};

const drawing = (boxes: Readonly<Record<string, Box>>, lines: Readonly<Record<string, readonly Point[]>> = {}): Drawing => ({
  boxes: new Map(Object.entries({ ...lanes, ...boxes }).map(([id, one]): [string, DrawnBox] => [id, { box: one, label: null }])),
  lines: new Map(Object.entries(lines).map(([id, points]): [string, DrawnLine] => [id, { points, label: null }])),
});
const kept = (boxes: Readonly<Record<string, Box>>, lines = {}) => keptDrawing(inLanes, drawing({ ...nodes, ...boxes }, lines));
const pointsOf = (found: Drawing | undefined, id: string) =>
  found?.lines
    .get(id)
    ?.points.map(({ x, y }) => `${x},${y}`)
    .join(' ');

test('what has its place stays there, and the pool stands around the lanes with room for its name', () => {
  const found = kept({});
  assert.deepEqual(found?.boxes.get('appraise'), { box: nodes.appraise, label: null });
  assert.deepEqual([...(found?.boxes.keys() ?? [])], ['drawn', 'receiving', 'music', ...inLanes.nodes.map(({ id }) => id)]);
  assert.deepEqual(found?.boxes.get('drawn'), { box: box(0, 0, 930, 200), label: null });
  assert.deepEqual(kept({ drawn: box(-5, -5, 2000, 400) })?.boxes.get('drawn')?.box, box(-5, -5, 2000, 400));
  const shifted = keptDrawing(inLanes, drawing({ ...nodes, receiving: box(60, 10, 800, 90), music: box(40, 100, 700, 100) }));
  assert.deepEqual(shifted?.boxes.get('drawn')?.box, box(10, 10, 850, 190));
});

test('a drawing without lanes has no pool', () => {
  const found = keptDrawing({ ...inLanes, lanes: [], nodes: inLanes.nodes.map((node) => ({ ...node, laneId: null })) }, drawing(nodes));
  assert.deepEqual(
    [...(found?.boxes.keys() ?? [])],
    inLanes.nodes.map(({ id }) => id),
  );
});

test('where a node or a lane has no place, or a node lies outside of its lane, nothing is kept', () => {
  const { appraise: _, ...fewer } = nodes;
  assert.equal(keptDrawing(inLanes, drawing(fewer)), undefined);
  const lost = drawing(nodes);
  assert.equal(keptDrawing(inLanes, { ...lost, boxes: new Map([...lost.boxes].filter(([id]) => id !== 'music')) }), undefined);
  assert.equal(kept({ appraise: box(300, 20) }), undefined);
  assert.deepEqual(completeDrawing(inLanes, drawing(fewer)), drawingOf(inLanes));
  assert.deepEqual(completeDrawing(inLanes, undefined), drawingOf(inLanes));
  assert.deepEqual(completeDrawing(inLanes, drawing(nodes)), kept({}));
});

test('a node lies in its lane when its middle does, or is nearly there', () => {
  const at = (x: number, y: number) => kept({ appraise: box(x, y) }) !== undefined;
  assert.ok(at(300, 67));
  assert.ok(!at(300, 66));
  assert.ok(at(300, 183));
  assert.ok(!at(300, 184));
  assert.ok(at(-28, 120));
  assert.ok(!at(-29, 120));
  assert.ok(at(888, 120));
  assert.ok(!at(889, 120));
});

test('a line is kept that leads from its node to its node; other tools end it a little beside', () => {
  const from = { x: 208, y: 45 };
  const to = { x: 292, y: 145 };
  const line = (points: readonly Point[]) => kept({}, { 'receive-appraise': points })?.lines.get('receive-appraise')?.points;
  assert.deepEqual(line([from, { x: 250, y: 45 }, to]), [from, { x: 250, y: 45 }, to]);
  const drawnAnew = pointsOf(kept({}), 'receive-appraise');
  assert.equal(drawnAnew, '200,45 250,45 250,145 300,145');
  for (const points of [[{ ...from, x: 209 }, to], [from, { ...to, x: 291 }], []])
    assert.equal(pointsOf(kept({}, { 'receive-appraise': points }), 'receive-appraise'), drawnAnew);
});

test('a line that is missing runs straight, in a step, or, where it leads back, below both', () => {
  const between = (appraise: Box) => pointsOf(kept({ appraise }), 'appraise-E');
  assert.equal(pointsOf(kept({}), 'S-receive'), '70,40 85,40 85,45 100,45');
  assert.equal(pointsOf(kept({ S: box(40, 30, 30, 30) }), 'S-receive'), '70,45 100,45');
  assert.equal(between(box(300, 120)), '400,145 550,145 550,35 700,35');
  assert.equal(between(box(600, 120)), '700,145 700,145 700,35 700,35');
  assert.equal(between(box(650, 120)), '700,170 700,200 715,200 715,50');
  assert.equal(pointsOf(kept({ E: box(310, 20, 30, 160) }), 'appraise-E'), '350,170 350,210 325,210 325,180');
});

test('a flow from or to what is not there has no line', () => {
  const flows = [
    ...inLanes.flows,
    { id: 'x', name: '', from: 'gone', to: 'E', condition: null },
    { id: 'y', name: '', from: 'E', to: 'gone', condition: null },
  ];
  const found = keptDrawing({ ...inLanes, flows }, drawing(nodes));
  assert.deepEqual(
    [...(found?.lines.keys() ?? [])],
    inLanes.flows.map(({ id }) => id),
  );
});
