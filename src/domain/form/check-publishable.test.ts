import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Beside, drawnVersion, drawnWay } from '#tests/drawn-version.ts';
import { steps } from '#tests/given.ts';
import { agencies, lendingForm, units } from '#tests/lending-world.ts';
import { checkPublishable } from './check-publishable.ts';

const places = { agencies, units };
const end = 'sign > number > return > E:end';

function problemsOf(lines: readonly string[], beside: Beside = {}) {
  return checkPublishable(drawnVersion(drawnWay(lines, beside)), lendingForm, places);
}

function kindsOf(lines: readonly string[], beside: Beside = {}): readonly string[] {
  return problemsOf(lines, beside).map(({ kind, element }) => `${kind} ${element}`);
}

test('what is not drawn is not asked here', () => {
  const { workflow: _, ...plain } = drawnVersion(drawnWay(['S:start > receive > appraise', `appraise > ${end}`]));
  assert.deepEqual(checkPublishable({ ...plain, steps }, lendingForm, places), []);
});

test('choices, branches, timers and messages within the way from receipt to return can be published', () => {
  assert.deepEqual(
    problemsOf(
      [
        'S:start > receive > X:xor > appraise > Y:xor',
        'X > appraise2 > Y > P:and',
        'P > check > J:and',
        'P > check2 > T:timer > M:message > J',
        `J > ${end}`,
        'W:on check > check3 > E2:end',
      ],
      { conditions: { 'X-appraise2': 'applicant-name = "x"' }, defaults: { X: 'X-appraise' } },
    ),
    [],
  );
});

test('what is unsound is told with a way that shows it', () => {
  const [found] = problemsOf(['S:start > receive > X:xor > appraise > J:and', 'X > appraise2 > J', `J > ${end}`], {});
  assert.partialDeepStrictEqual(found, { kind: 'deadlock', element: 'J' });
  assert.ok(found && 'path' in found && found.path.length > 0);
});

test('a dossier begins with its receipt and ends by its return', () => {
  const begins = ['S:start > appraise > receive', `receive > ${end}`];
  assert.deepEqual(kindsOf(begins), ['begins-without-receipt S']);
  const ends = ['S:start > receive > appraise > X:xor', `X > ${end}`];
  assert.deepEqual(kindsOf([...ends, 'X > E2:end']), ['ends-without-return E2']);
  assert.deepEqual(kindsOf([...ends, 'X > check > E2:terminate']), ['ends-without-return E2']);
});

test('no way leads to a return without a result that was appraised, signed and numbered', () => {
  const lines = ['S:start > receive > appraise > X:xor > sign > Y:xor > number > return > E:end'];
  assert.deepEqual(kindsOf([...lines, 'X > Y']), ['result-left-out number']);
  assert.deepEqual(kindsOf(['S:start > receive > sign > appraise > number > return > E:end']), ['result-left-out sign']);
});

test('a choice by conditions has a default, and lies in no round: answers do not change', () => {
  const lines = ['S:start > receive > Z:xor > appraise > X:xor', 'X > Z', `X > ${end}`];
  assert.deepEqual(kindsOf(lines), []);
  const asks = { conditions: { 'X-Z': 'applicant-name = "x"' } };
  assert.deepEqual(kindsOf(lines, asks), ['choice-without-default X', 'condition-in-round X']);
});

test('where nobody is, behind a timer or a message, nobody chooses', () => {
  const lines = ['S:start > receive > appraise > T:timer > X:xor > check > Y:xor', 'X > Y', `Y > ${end}`];
  assert.deepEqual(kindsOf(lines), ['nobody-chooses X']);
});

test('a condition that cannot be read, or reads what the form does not ask, is told with its place', () => {
  const lines = ['S:start > receive > X:xor > appraise > Y:xor', 'X > appraise2 > Y', `Y > ${end}`];
  const on = (condition: string) => problemsOf(lines, { conditions: { 'X-appraise2': condition }, defaults: { X: 'X-appraise' } });
  assert.partialDeepStrictEqual(on('applicant-name = ('), [{ kind: 'condition-unreadable', element: 'X-appraise2' }]);
  assert.deepEqual(on('applicant-name = "a" and quantity > 3'), [
    { kind: 'condition-reads-unasked', element: 'X-appraise2', at: 25, name: 'quantity' },
  ]);
  assert.deepEqual(on('some word in [applicant-name] satisfies contains(word, "x")'), []);
});

test('a task lies with an agency that exists and has the unit, and all shares make the whole', () => {
  const lines = ['S:start > receive > appraise', `appraise > ${end}`];
  assert.deepEqual(kindsOf(lines, { agencies: { appraise: 'nowhere' } }), ['agency-unknown appraise']);
  const version = drawnVersion(drawnWay(lines));
  const without = { agencies, units: units.filter(({ unitId }) => unitId !== 'music professional') };
  assert.deepEqual(checkPublishable(version, lendingForm, without), [
    { kind: 'unit-missing', element: 'appraise', agency: 'music', unit: 'professional' },
  ]);
  const workflow = drawnWay(lines);
  const nodes = workflow.nodes.map((node) => (node.id === 'sign' && node.kind === 'task' ? { ...node, sharePct: 1 } : node));
  assert.partialDeepStrictEqual(checkPublishable(drawnVersion({ ...workflow, nodes }), lendingForm, places), [{ kind: 'shares-not-100' }]);
});

test('a task that does not say what is done there is no step', () => {
  const workflow = drawnWay(['S:start > receive > appraise', `appraise > ${end}`]);
  const nodes = workflow.nodes.map((node) => (node.id === 'appraise' && node.kind === 'task' ? { ...node, laneId: null } : node));
  const problems = checkPublishable({ ...drawnVersion(workflow), workflow: { ...workflow, nodes } }, lendingForm, places);
  assert.deepEqual(problems, [{ kind: 'task-untold', element: 'appraise', reason: 'agency-missing' }]);
});

test('a timer says when, and a message which', () => {
  const workflow = drawnWay(['S:start > receive > T:timer > M:message > appraise', `appraise > ${end}`]);
  const nodes = workflow.nodes.map((node) => {
    if (node.kind === 'timer') return { ...node, timer: { kind: 'duration' as const, value: '2 days' } };
    return node.kind === 'message' ? { ...node, message: null } : node;
  });
  assert.deepEqual(
    checkPublishable(drawnVersion({ ...workflow, nodes }), lendingForm, places).map(({ kind, element }) => `${kind} ${element}`),
    ['timer-unreadable T', 'message-without-name M'],
  );
});

test('a task names only acts that there are', () => {
  const workflow = drawnWay(['S:start > receive > appraise', `appraise > ${end}`]);
  const naming = (acts: readonly string[]) => ({
    ...workflow,
    nodes: workflow.nodes.map((node) => (node.id === 'appraise' && node.kind === 'task' ? { ...node, acts, form: 'x', paper: 'y' } : node)),
  });
  assert.deepEqual(checkPublishable(drawnVersion(naming(['refuse', 'send-back'])), lendingForm, places), []);
  assert.deepEqual(checkPublishable(drawnVersion(naming(['refuse', 'burn'])), lendingForm, places), [
    { kind: 'act-unknown', element: 'appraise', act: 'burn' },
  ]);
});
