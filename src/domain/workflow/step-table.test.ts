import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Step, stepActs } from '#domain/procedure/step.ts';
import { drawn } from '#tests/drawn.ts';
import { steps } from '#tests/given.ts';
import { readBpmn } from './read-bpmn.ts';
import { checkSoundness } from './soundness.ts';
import { stepsOfWorkflow, workflowOfSteps } from './step-table.ts';
import type { Workflow, WorkflowNode } from './workflow.ts';
import { writeBpmn } from './write-bpmn.ts';

const names = {
  id: 'lending',
  name: 'Cho mượn nhạc cụ',
  agency: (agency: string) => `Cơ quan ${agency}`,
  unit: (unit: string) => `Bộ phận ${unit}`,
};

function drawSteps(table: readonly Step[]): Workflow {
  const workflow = workflowOfSteps(table, names);
  assert.ok('nodes' in workflow, JSON.stringify(workflow));
  return workflow;
}

const words = fc.string({ unit: fc.constantFrom(...'Thẩm định hồ sơ & "ký" <1>'), minLength: 1, maxLength: 12 });
const tables = fc
  .array(
    fc.record(
      {
        name: words.filter((name) => name.trim() !== ''),
        kind: fc.constantFrom('receive', 'appraise', 'check', 'sign', 'number', 'return'),
        agency: fc.constantFrom('receiving', 'ha-giang', 'phong-tai-chinh', 'Sở Y tế'),
        sharePct: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0.01, max: 100, noNaN: true })),
        provenance: fc.record({ stated: fc.boolean(), source: words }, { noNullPrototype: true }),
        form: words,
        paper: words,
        acts: fc.uniqueArray(fc.constantFrom(...stepActs), { minLength: 1 }),
      },
      { noNullPrototype: true, requiredKeys: ['name', 'kind', 'agency', 'sharePct', 'provenance'] },
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((rows): Step[] => rows.map((row, at) => ({ no: at + 1, ...row })));

test('a table of steps that is drawn, saved as BPMN and told as a table again is the same table', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (table) => {
      const workflow = drawSteps(table);
      assert.deepEqual(stepsOfWorkflow(workflow), table);
      const read = await readBpmn(await writeBpmn(workflow));
      assert.ok('workflow' in read);
      assert.deepEqual(stepsOfWorkflow(read.workflow), table);
      assert.deepEqual(drawSteps(table), read.workflow);
    }),
    { numRuns: 100 },
  );
});

test('a table of steps is always sound', () => {
  fc.assert(fc.property(tables, (table) => assert.equal(checkSoundness(drawSteps(table)).verdict, 'sound')));
});

test('each agency has a lane, each of its units one inside, and each task stands in that of its unit', () => {
  const { lanes, nodes } = drawSteps(steps);
  assert.deepEqual(
    lanes.map(({ name, parentId }) => [name, parentId]),
    [
      ['Cơ quan receiving', null],
      ['Bộ phận one-stop', 'agency_1'],
      ['Cơ quan music', null],
      ['Bộ phận professional', 'agency_2'],
      ['Bộ phận leadership', 'agency_2'],
      ['Bộ phận clerical', 'agency_2'],
    ],
  );
  assert.deepEqual(
    nodes.map(({ laneId }) => lanes.find(({ id }) => id === laneId)?.unit),
    ['one-stop', 'one-stop', 'professional', 'professional', 'leadership', 'clerical', 'one-stop', 'one-stop'],
  );
});

const first: Step = {
  no: 1,
  name: 'Tiếp nhận',
  kind: 'receive',
  agency: 'receiving',
  sharePct: 100,
  provenance: { stated: true, source: 'sổ tay' },
};
const wrongTables: [what: string, table: readonly Step[], reason: string][] = [
  ['without steps', [], 'no-steps'],
  ['whose numbers have a gap', [{ ...first, no: 2 }], 'steps-out-of-order'],
  ['with a step without time', [{ ...first, sharePct: 0 }], 'share-not-positive'],
  ['with a step that nobody does', [{ ...first, agency: '' }], 'agency-missing'],
  ['with a step from nowhere', [{ ...first, provenance: { stated: true, source: '' } }], 'provenance-missing'],
];

for (const [what, table, reason] of wrongTables) {
  test(`a table ${what} cannot be drawn`, () => {
    const told = workflowOfSteps(table, names);
    assert.deepEqual('untold' in told && told.untold.map((one) => one.reason), [reason]);
  });
}

/** The ordinary table, drawn, with one of its nodes changed. */
function changed(id: string, change: object): Workflow {
  const workflow = drawSteps(steps);
  return { ...workflow, nodes: workflow.nodes.map((node) => (node.id === id ? ({ ...node, ...change } as WorkflowNode) : node)) };
}

const wrongDrawings: [what: string, workflow: Workflow, reason: string, element: string][] = [
  ['with branches', drawn('S:start > P:and > A > J:and > E:end', 'P > B > J'), 'not-one-way', 'drawn'],
  ['that goes round', drawn('S:start > A > B > A'), 'not-one-way', 'drawn'],
  ['without an end', drawn('S:start > A'), 'not-one-way', 'drawn'],
  ['without a step', drawn('S:start > E:end'), 'no-steps', ''],
  ['that waits for a message', drawn('S:start > M:message > E:end'), 'not-a-step', 'M'],
  ['whose end says how it ended', changed('end', { outcome: 'refused' }), 'not-a-step', 'end'],
  ['with a task without a name', changed('step_2', { name: ' ' }), 'name-missing', 'step_2'],
  ['with a task of no kind', changed('step_2', { stepKind: null }), 'kind-missing', 'step_2'],
  ['with a task without a share', changed('step_2', { sharePct: null }), 'share-missing', 'step_2'],
  ['with a task from nowhere', changed('step_2', { provenance: null }), 'provenance-missing', 'step_2'],
  ['with another role at a task', changed('step_2', { role: 'clerk' }), 'role-differs', 'step_2'],
  ['with a task in another unit', changed('step_2', { laneId: 'agency_1_one-stop' }), 'unit-differs', 'step_2'],
  ['with a task outside of all lanes', changed('step_2', { laneId: null }), 'agency-missing', 'step_2'],
];

for (const [what, workflow, reason, element] of wrongDrawings) {
  test(`a drawing ${what} cannot be told as a table`, () => {
    assert.deepEqual(stepsOfWorkflow(workflow), { untold: [{ reason, element }] });
  });
}

test('a drawing with a condition says more than a table', () => {
  const workflow = drawSteps(steps);
  const flows = workflow.flows.map((flow) => (flow.id === 'flow_2' ? { ...flow, condition: 'x > 1' } : flow));
  assert.deepEqual(stepsOfWorkflow({ ...workflow, flows }), { untold: [{ reason: 'more-than-a-step', element: 'flow_2' }] });
});
