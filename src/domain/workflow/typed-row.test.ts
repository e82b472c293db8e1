import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { steps } from '#tests/given.ts';
import { changeTask, taskRows } from './edit-tasks.ts';
import { stepsOfWorkflow, workflowOfSteps } from './step-table.ts';
import { applyOp, readTableOp } from './table-op.ts';
import { typedRowOf, typeInto } from './typed-row.ts';

const names = { id: 'lending', name: 'Cho mượn nhạc cụ', agency: (id: string) => id, unit: (kind: string) => kind };

function lending() {
  const workflow = workflowOfSteps(steps, names);
  if ('untold' in workflow) assert.fail(JSON.stringify(workflow));
  return workflow;
}

test('a row that is left as it is says what it said', () => {
  for (const row of taskRows(lending())) {
    assert.deepEqual(typeInto(row, typedRowOf(row)), row);
    const more = { ...row, form: 'Mẫu 01', paper: 'Tờ trình', acts: ['refuse'] };
    assert.deepEqual(typeInto(more, typedRowOf(more)), more);
  }
});

test('a share is typed with a comma or a point, and what is no share of a whole is none', () => {
  const [row] = taskRows(lending());
  assert.ok(row);
  const shares = ['12,5', ' 12.5 ', '100', '0', '101', '-1', 'mười', ''].map(
    (share) => typeInto(row, { ...typedRowOf(row), share }).sharePct,
  );
  assert.deepEqual(shares, [12.5, 12.5, 100, null, null, null, null, null]);
});

test('another kind of step brings the unit and role that do it, so that the table can still be told', () => {
  fc.assert(
    fc.property(fc.nat(5), fc.constantFrom('appraise', 'check', 'sign', 'number'), (at, kind) => {
      const workflow = lending();
      const row = taskRows(workflow)[at] ?? assert.fail();
      const changed = changeTask(workflow, typeInto(row, { ...typedRowOf(row), kind, agency: 'music' }), names);
      const told = stepsOfWorkflow(changed);
      assert.ok(!('untold' in told), JSON.stringify(told));
      assert.deepEqual([told[at]?.kind, told[at]?.agency], [kind, 'music']);
    }),
  );
});

test('a button of the table says what it does to which step; what is none does nothing', () => {
  const workflow = lending();
  assert.deepEqual(readTableOp('insert step_2'), { kind: 'insert', id: 'step_2' });
  for (const said of ['', 'insert', 'burn step_2']) assert.equal(readTableOp(said), undefined);
  const more = applyOp(workflow, { kind: 'insert', id: 'step_2' }, 'Mới');
  assert.equal(taskRows(more)[2]?.name, 'Mới');
  assert.deepEqual(applyOp(more, { kind: 'remove', id: taskRows(more)[2]?.id ?? '' }, ''), workflow);
});
