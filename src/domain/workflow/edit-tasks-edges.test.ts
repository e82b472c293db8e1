import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from '#tests/drawn.ts';
import { drawnWay } from '#tests/drawn-version.ts';
import { changeTask, insertTask, mayMove, moveTask, removeTask, taskRows } from './edit-tasks.ts';
import type { Lane, Workflow } from './workflow.ts';

const names = { agency: (id: string) => `Cơ quan ${id}`, unit: (kind: string) => `Bộ phận ${kind}` };
const flows = ({ flows: all }: Workflow) => all.map(({ id, from, to }) => `${id}: ${from} ${to}`).join(', ');
const nodes = ({ nodes: all }: Workflow) => all.map(({ id }) => id).join(' ');
const lanes = ({ lanes: all }: Workflow) =>
  all.map(({ id, name, parentId, agency, unit }) => `${id} ${name} in ${parentId}: ${agency} ${unit}`);

test('rows stand in the order in which a dossier comes to them', () => {
  const order = (...lines: string[]) => taskRows(drawn(...lines)).map(({ id }) => id);
  assert.deepEqual(order('C > E:end', 'B > C', 'S:start > A > B'), ['A', 'B', 'C']);
});

const [music] = drawnWay(['S:start > appraise > E:end']).lanes.filter(({ id }) => id === 'music');
assert.ok(music);
const professional: Lane = { id: 'desk', name: 'Chuyên môn', parentId: 'music', agency: null, unit: 'professional' };
const way: Workflow = {
  ...drawnWay(['S:start > appraise > check > E:end', 'W:on appraise > E', 'V:on check > E']),
  lanes: [music, professional],
};
const housed: Workflow = {
  ...way,
  nodes: way.nodes.map((node) =>
    node.kind === 'task' || node.kind === 'boundary timer' ? { ...node, laneId: node.id === 'check' ? 'music' : 'desk' } : node,
  ),
};
const [row] = taskRows(housed);
assert.ok(row);

test('a task says the agency and unit of the lanes around it', () => {
  assert.deepEqual([row.agency, row.unit], ['music', 'professional']);
  assert.deepEqual(
    taskRows(housed).map(({ unit }) => unit),
    ['professional', null],
  );
});

test('a task that goes to another unit takes the timers on it along, and no others', () => {
  const moved = changeTask(housed, { ...row, unit: null }, names);
  assert.deepEqual(
    moved.nodes.map(({ id, laneId }) => `${id} ${laneId}`),
    ['S null', 'appraise music', 'check music', 'E null', 'W music', 'V desk'],
  );
  assert.equal(moved.lanes.length, 2, 'the other timer is still there');
});

test('a lane of a unit comes into that of its agency, one of a new agency around it; without an agency there is none', () => {
  assert.deepEqual(lanes(changeTask(housed, { ...row, unit: 'clerical' }, names)), [
    'music music in null: music null',
    'desk Chuyên môn in music: null professional',
    'lane_1 Bộ phận clerical in music: null clerical',
  ]);
  assert.deepEqual(lanes(changeTask(housed, { ...row, agency: 'tax' }, names)).slice(2), [
    'lane_1 Cơ quan tax in null: tax null',
    'lane_2 Bộ phận professional in lane_1: null professional',
  ]);
  assert.deepEqual(lanes(changeTask(housed, { ...row, agency: 'tax', unit: null }, names)).slice(2), [
    'lane_1 Cơ quan tax in null: tax null',
  ]);
  const nowhere = changeTask(housed, { ...row, agency: null, unit: null }, names);
  assert.equal(nowhere.nodes.find(({ id }) => id === 'appraise')?.laneId, null);
  assert.equal(changeTask(housed, { ...row, id: 'gone' }, names), housed);
});

test('a lane goes when its last node goes, and the one around it with it, but not one that has another', () => {
  const alone: Workflow = { ...housed, nodes: housed.nodes.filter(({ id }) => id !== 'check' && id !== 'V') };
  assert.deepEqual(lanes(removeTask(alone, 'appraise')), []);
  assert.deepEqual(lanes(removeTask(housed, 'check')), lanes(housed));
});

test('a task comes behind a node, into the one way from there, with names that are free', () => {
  const line = drawn('S:start > A > E:end', 'task_1 > A');
  const more = insertTask(line, 'A', 'Xác minh');
  assert.equal(nodes(more), 'S A task_2 E task_1');
  assert.equal(flows(more), 'S-A: S A, A-E: A task_2, task_1-A: task_1 A, flow_1: task_2 E');
  assert.deepEqual(more.nodes[2], { ...line.nodes[1], id: 'task_2', name: 'Xác minh' });
  const again = insertTask(more, 'task_2', '');
  assert.equal(flows(again).split(', ').at(-1), 'flow_2: task_3 E');
  const taken = { ...line, lanes: [{ ...professional, id: 'task_2' }] };
  assert.equal(nodes(insertTask(taken, 'A', '')), 'S A task_3 E task_1');
});

test('behind several ways, or none, it stands alone; behind an end, or what is not there, none comes', () => {
  const branched = drawn('S:start > A > B > E:end', 'A > C > R:terminate', 'D');
  assert.equal(flows(insertTask(branched, 'A', '')), flows(branched));
  assert.equal(nodes(insertTask(branched, 'A', '')), 'S A task_1 B E C R D');
  assert.equal(flows(insertTask(branched, 'D', '')), flows(branched));
  for (const id of ['E', 'R', 'gone']) assert.equal(insertTask(branched, id, ''), branched, id);
});

test('what led to a task that is taken away leads on to where it led', () => {
  assert.equal(flows(removeTask(drawn('S:start > A > B > E:end', 'C > B'), 'B')), 'S-A: S A, A-B: A E, C-B: C E');
  assert.equal(flows(removeTask(drawn('S:start > A > A', 'B > E:end'), 'A')), 'B-E: B E');
  const line = drawn('S:start > A > E:end', 'W:on A > B > E', 'V:on B > E');
  assert.equal(nodes(removeTask(line, 'A')), 'S E B V');
  assert.equal(removeTask(line, 'W'), line);
  assert.equal(removeTask(line, 'gone'), line);
});

test('a choice whose default went with a task has none any more; another keeps its own', () => {
  const choice = drawnWay(['S:start > X:xor > A > E:end', 'X > B > C > E', 'A > Y:xor > E'], { defaults: { X: 'X-A', Y: 'Y-E' } });
  const defaults = (workflow: Workflow) =>
    workflow.nodes.flatMap((node) => (node.kind === 'exclusive' ? [`${node.id} ${node.defaultFlowId}`] : []));
  assert.deepEqual(defaults(removeTask(choice, 'A')), ['X null', 'Y Y-E']);
  assert.deepEqual(defaults(removeTask(choice, 'B')), ['X X-A', 'Y Y-E']);
  const none = drawn('S:start > X:xor > A > E:end', 'X > B > E');
  assert.deepEqual(defaults(removeTask(none, 'B')), ['X null']);
});

test('two tasks in turn change places in the drawing and in the order of nodes', () => {
  const line = drawn('S:start > A > B > E:end', 'C > A');
  const moved = moveTask(line, 'A', 'down');
  assert.equal(flows(moved), 'S-A: S B, A-B: B A, B-E: A E, C-A: C B');
  assert.equal(nodes(moved), 'S B A E C');
  assert.deepEqual(moveTask(line, 'B', 'up'), moved);
});

test('a task changes places only with a task, over the one way between them, and never with itself', () => {
  const may = (workflow: Workflow, id: string) => [mayMove(workflow, id, 'up'), mayMove(workflow, id, 'down')];
  const line = drawn('S:start > A > B > E:end');
  assert.deepEqual(may(line, 'A'), [false, true]);
  assert.deepEqual(may(line, 'B'), [true, false]);
  assert.deepEqual(may(line, 'gone'), [false, false]);
  assert.deepEqual(may(drawn('S:start > A > B > E:end', 'C > B'), 'A'), [false, false]);
  assert.deepEqual(may(drawn('S:start > A > B > E:end', 'A > C'), 'B'), [false, false]);
  assert.deepEqual(may(drawn('A > A'), 'A'), [false, false]);
  assert.deepEqual(may(drawn('S:start > T:timer > A > M:message'), 'A'), [false, false]);
});
