import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Beside, drawnWay } from '#tests/drawn-version.ts';
import { drawingProblems } from './drawing-problems.ts';
import type { Workflow, WorkflowNode } from './workflow.ts';

const end = 'sign > number > return > E:end';

/** `kind at element: path` of each problem. */
function problems(workflow: Workflow): readonly string[] {
  return drawingProblems(workflow).map(({ kind, element, path }) => `${kind} at ${element}${path.length > 0 ? `: ${path.join(' ')}` : ''}`);
}

const of = (lines: readonly string[], beside?: Beside) => problems(drawnWay(lines, beside));

function changed(workflow: Workflow, id: string, change: (node: WorkflowNode) => WorkflowNode): Workflow {
  return { ...workflow, nodes: workflow.nodes.map((node) => (node.id === id ? change(node) : node)) };
}

test('a drawing that begins at the receipt, makes, signs and numbers its result and ends by the return has no problem', () => {
  assert.deepEqual(of([`S:start > receive > appraise > ${end}`]), []);
  assert.deepEqual(of(['S:start > receive > appraise > sign > number > return > E:end', 'W:on appraise > check > E2:end']), []);
  assert.deepEqual(of([`S:start > receive > P:and > appraise > J:and`, 'P > check > J', `J > T:timer > M:message > ${end}`]), []);
});

test('a dossier begins once, with its receipt and nothing else', () => {
  assert.deepEqual(of([`S:start > check > receive > appraise > ${end}`]), ['begins-without-receipt at S']);
  assert.deepEqual(of([`S:start > X:xor > receive > Y:xor > appraise > ${end}`, 'X > receive2 > Y']), ['begins-without-receipt at S']);
  assert.deepEqual(of([`S:start > receive > appraise > ${end}`, 'S2:start > appraise2 > sign']), ['begins-without-receipt at S']);
  assert.deepEqual(of([`S:start > T:timer > receive > appraise > ${end}`]), ['begins-without-receipt at S']);
  assert.deepEqual(of([`S:start > receive > Y:xor > appraise > ${end}`, 'S2:start > Y']), ['begins-without-receipt at S']);
});

test('a dossier that begins on two ways at once does not begin with its receipt alone', () => {
  const found = of([`S:start > receive > appraise > J:and > ${end}`, 'S > check > J']);
  assert.deepEqual(found, ['begins-without-receipt at S']);
});

const choice = ['S:start > receive > X:xor > appraise > Y:xor', 'X > appraise2 > Y', `Y > ${end}`];

test('a choice that answers make needs a default for those that nobody thought of', () => {
  const conditions = { 'X-appraise2': 'a = 1' };
  assert.deepEqual(of(choice, { conditions }), ['choice-without-default at X']);
  assert.deepEqual(of(choice, { conditions, defaults: { X: 'X-appraise' } }), []);
  assert.deepEqual(of(choice), []);
});

test('a condition in a round is no way out: the answers do not change', () => {
  const round = ['S:start > receive > Z:xor > appraise > X:xor', 'X > check > Z', `X > ${end}`];
  assert.deepEqual(of(round, { conditions: { 'X-check': 'a = 1' }, defaults: { X: 'X-sign' } }), ['condition-in-round at X']);
  assert.deepEqual(of(round), []);
});

test('behind a timer or a message nobody is there to choose, unless answers or a task decide first', () => {
  const behind = (event: string) => [`S:start > receive > ${event} > X:xor > appraise > Y:xor`, 'X > appraise2 > Y', `Y > ${end}`];
  assert.deepEqual(of(behind('T:timer')), ['nobody-chooses at X']);
  assert.deepEqual(of(behind('M:message')), ['nobody-chooses at X']);
  assert.deepEqual(of(behind('M:message > P:xor')), ['nobody-chooses at X']);
  assert.deepEqual(of(behind('T:timer > check')), []);
  assert.deepEqual(of(behind('T:timer'), { conditions: { 'X-appraise': 'a = 1' }, defaults: { X: 'X-appraise2' } }), []);
  const onTask = [`S:start > receive > appraise > ${end}`, 'W:on appraise > X:xor > check > E2:end', 'X > check2 > E3:end'];
  assert.deepEqual(of(onTask), ['nobody-chooses at X']);
});

test('a timer tells its time, a message is called something', () => {
  const waits = drawnWay([`S:start > receive > T:timer > M:message > appraise > ${end}`, 'W:on appraise > check > E2:end']);
  assert.deepEqual(problems(waits), []);
  const soon = { kind: 'duration', value: 'soon' } as const;
  const untimed = changed(waits, 'T', (node) => (node.kind === 'timer' ? { ...node, timer: null } : node));
  assert.deepEqual(problems(untimed), ['timer-unreadable at T']);
  assert.deepEqual(problems(changed(waits, 'T', (node) => (node.kind === 'timer' ? { ...node, timer: soon } : node))), [
    'timer-unreadable at T',
  ]);
  const onTask = changed(waits, 'W', (node) => (node.kind === 'boundary timer' ? { ...node, timer: soon } : node));
  assert.deepEqual(problems(onTask), ['timer-unreadable at W']);
  const nameless = changed(waits, 'M', (node) => (node.kind === 'message' ? { ...node, message: '' } : node));
  assert.deepEqual(problems(nameless), ['message-without-name at M']);
});

test('no way ends before the return', () => {
  assert.deepEqual(of([`S:start > receive > X:xor > appraise > ${end}`, 'X > E2:end']), ['ends-without-return at E2: S receive X E2']);
  assert.deepEqual(of([`S:start > receive > X:xor > appraise > ${end}`, 'X > E2:terminate']), ['ends-without-return at E2']);
  assert.deepEqual(of(['S:start > receive > appraise > sign > number > return > E:terminate']), []);
  assert.deepEqual(of([`S:start > receive > appraise > ${end}`, 'W:on appraise > E2:terminate']), ['ends-without-return at E2']);
});

test('what is signed was appraised, what is numbered was signed, what is returned was numbered, on every way', () => {
  assert.deepEqual(of([`S:start > receive > X:xor > appraise > Y:xor`, 'X > Y', `Y > ${end}`]), ['result-left-out at sign: S receive X Y']);
  assert.deepEqual(of(['S:start > receive > appraise > X:xor > sign > Y:xor', 'X > Y', 'Y > number > return > E:end']), [
    'result-left-out at number: S receive appraise X Y',
  ]);
  assert.deepEqual(of(['S:start > receive > appraise > sign > X:xor > number > Y:xor', 'X > Y', 'Y > return > E:end']), [
    'result-left-out at return: S receive appraise sign X Y',
  ]);
  const terminated = ['S:start > receive > X:xor > appraise > Y:xor', 'X > Y', 'Y > sign > number > return > E:terminate'];
  assert.deepEqual(of(terminated), ['result-left-out at sign: S receive X Y']);
});

test('a drawing that is not sound is told by what makes it so, beside what is wrong at its places', () => {
  const found = of([`S:start > receive > X:xor > appraise > J:and`, 'X > appraise2 > J', `J > T:timer > ${end}`], {
    conditions: { 'X-appraise': 'a = 1' },
  });
  assert.deepEqual(
    found.map((problem) => problem.split(':')[0]),
    ['deadlock at J', ...['T', 'sign', 'number', 'return'].map((id) => `dead-task at ${id}`), 'choice-without-default at X'],
  );
});

test('a drawing that cannot be looked through is too large', () => {
  const steps = Array.from({ length: 5000 }, (_, i) => `check${i}`).join(' > ');
  assert.deepEqual(of([`S:start > receive > appraise > ${steps} > ${end}`]), ['too-large at drawn']);
});
