import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawn } from '#tests/drawn.ts';
import { drawBlock, soundBlocks } from '#tests/drawn-at-random.ts';
import { steps } from '#tests/given.ts';
import { compareWorkflows } from './compare-workflows.ts';
import { changeTask, insertTask, mayMove, moveTask, removeTask, taskRows } from './edit-tasks.ts';
import { checkSoundness } from './soundness.ts';
import { stepsOfWorkflow, workflowOfSteps } from './step-table.ts';
import type { Workflow } from './workflow.ts';

const names = { id: 'lending', name: 'Cho mượn nhạc cụ', agency: (id: string) => `Cơ quan ${id}`, unit: (kind: string) => kind };

function lending(): Workflow {
  const workflow = workflowOfSteps(steps, names);
  if ('untold' in workflow) assert.fail(JSON.stringify(workflow));
  return workflow;
}

const workflows = fc.oneof(soundBlocks.map(drawBlock), fc.constant(lending()));

test('a table that says what the drawing says changes nothing', () => {
  fc.assert(
    fc.property(workflows, (workflow) => {
      for (const row of taskRows(workflow)) assert.deepEqual(changeTask(workflow, row, names), workflow);
    }),
  );
});

test('what a row says is what the task says then, in a lane of its agency and unit', () => {
  const rows = fc.record({
    name: fc.constantFrom('', 'Ký'),
    agency: fc.constantFrom(null, 'receiving', 'music', 'tax'),
    unit: fc.constantFrom(null, 'one-stop' as const, 'clerical' as const),
    stepKind: fc.constantFrom(null, 'sign' as const),
    sharePct: fc.constantFrom(null, 12.5),
  });
  fc.assert(
    fc.property(workflows, rows, fc.nat(), (workflow, change, at) => {
      const all = taskRows(workflow);
      const row = all[at % all.length];
      if (!row) return;
      const changed = { ...row, ...change, unit: change.agency === null ? null : change.unit };
      const after = changeTask(workflow, changed, names);
      assert.deepEqual(
        taskRows(after).map((one) => (one.id === row.id ? changed : one)),
        taskRows(after),
      );
      assert.deepEqual(after.flows, workflow.flows);
      const lanes = new Set(after.lanes.map(({ id }) => id));
      assert.ok(after.nodes.every(({ laneId }) => laneId === null || lanes.has(laneId)));
    }),
  );
});

test('a lane in which nothing is left goes, and comes again with the next task of its unit', () => {
  const workflow = lending();
  const row = taskRows(workflow).find(({ stepKind }) => stepKind === 'number') ?? assert.fail('no such step');
  const moved = changeTask(workflow, { ...row, agency: 'tax' }, names);
  assert.ok(!moved.lanes.some(({ unit, parentId }) => unit === 'clerical' && parentId === 'agency_2'));
  assert.ok(moved.lanes.some(({ name }) => name === 'Cơ quan tax'));
  assert.deepEqual(taskRows(changeTask(moved, row, names)), taskRows(workflow));
});

test('a task put into a sound workflow leaves it sound, and taken away again leaves it as it was', () => {
  fc.assert(
    fc.property(workflows, fc.nat(), (workflow, at) => {
      const before = workflow.nodes.filter(({ kind }) => kind === 'task' || kind === 'start');
      const after = before[at % before.length];
      if (!after || workflow.flows.filter(({ from }) => from === after.id).length !== 1) return;
      const more = insertTask(workflow, after.id, 'Thêm');
      assert.equal(taskRows(more).length, taskRows(workflow).length + 1);
      assert.deepEqual(checkSoundness(more), { verdict: 'sound' });
      const added = taskRows(more).find(({ name }) => name === 'Thêm') ?? assert.fail('not there');
      assert.deepEqual(removeTask(more, added.id), workflow);
    }),
  );
});

test('two tasks in turn change places, and back', () => {
  const workflow = lending();
  const moved = moveTask(workflow, 'step_3', 'up');
  assert.deepEqual(
    taskRows(moved).map(({ id }) => id),
    ['step_1', 'step_3', 'step_2', 'step_4', 'step_5', 'step_6'],
  );
  assert.deepEqual(taskRows(moveTask(moved, 'step_3', 'down')), taskRows(workflow));
  const told = stepsOfWorkflow(moved);
  assert.ok(!('untold' in told) && told[1]?.kind === 'check');
});

test('a task beside a branch does not change places with it', () => {
  const workflow = drawn('S:start > A > X:xor > B > E:end', 'X > C > E');
  assert.deepEqual(
    ['A', 'B', 'C'].map((id) => [mayMove(workflow, id, 'up'), mayMove(workflow, id, 'down')]),
    [
      [false, false],
      [false, false],
      [false, false],
    ],
  );
  assert.equal(moveTask(workflow, 'B', 'up'), workflow);
});

test('a task from which several ways lead is taken away with what led to it', () => {
  const workflow = drawn('S:start > A > B > E:end', 'A > C > E', 'W:on A > D > F:end');
  const less = removeTask(workflow, 'A');
  assert.deepEqual(
    less.flows.map(({ id }) => id),
    ['B-E', 'C-E', 'D-F'],
  );
  assert.ok(!less.nodes.some(({ id }) => id === 'W'));
});

test('a workflow differs from itself in nothing, and from another in what was added, removed and changed', () => {
  fc.assert(fc.property(workflows, (workflow) => assert.deepEqual(compareWorkflows(workflow, workflow), [])));

  const workflow = lending();
  const row = taskRows(workflow)[1] ?? assert.fail('no such step');
  const changed = changeTask(
    insertTask(removeTask(workflow, 'step_5'), 'step_1', 'Xác minh'),
    { ...row, sharePct: 40, agency: 'tax' },
    names,
  );
  const told = compareWorkflows(workflow, changed).map(({ kind, id, fields }) => [
    kind,
    id,
    ...fields.map(({ field, before, after }) => `${field} ${before} ${after}`),
  ]);
  assert.deepEqual(
    told.filter(([, id]) => !id?.startsWith('flow')),
    [
      ['added', 'task_1', 'name null Xác minh', 'kind null task', 'agency null receiving', 'unit null one-stop'],
      ['changed', 'step_2', 'agency music tax', 'sharePct 50 40'],
      [
        'removed',
        'step_5',
        'name number null',
        'kind task null',
        'agency music null',
        'unit clerical null',
        'stepKind number null',
        'role clerk null',
        'sharePct 10 null',
      ],
    ],
  );
});
