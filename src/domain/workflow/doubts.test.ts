import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from '#tests/drawn.ts';
import { drawnWay } from '#tests/drawn-version.ts';
import { reportOf } from './check-bpmn.ts';
import { countWorkflow } from './count-workflow.ts';
import { findDoubts } from './doubts.ts';
import { isOpenDraft } from './draft.ts';
import type { Workflow } from './workflow.ts';

const doubts = (workflow: Workflow) => findDoubts(workflow).map(({ kind, element, what }) => `${kind} ${element} (${what})`);

test('a workflow that says all that it means leaves no doubt', () => {
  assert.deepEqual(doubts(drawn('S:start > A > P:and > T:timer > J:and > E:end', 'P > M:message > J', 'W:on A > F:terminate')), []);
});

test('a way that only stops is doubtful, and a workflow without any end', () => {
  assert.deepEqual(doubts(drawn('S:start > P:and > A > E:end', 'P > B')), ['implicit-end B (Node B)']);
  assert.deepEqual(doubts(drawn('S:start > A')), ['no-end-event drawn (Drawn)', 'implicit-end A (Node A)']);
});

test('what nothing leads to is doubtful where it is an end or a gateway; a task is told as one that is never done', () => {
  const lost = (node: string) => doubts(drawn('S:start > A > E:end', `${node} > E`));
  assert.deepEqual(doubts(drawn('S:start > A > E:end', 'F:end')), ['never-reached F (Node F)']);
  assert.deepEqual(doubts(drawn('S:start > A > E:end', 'F:terminate')), ['never-reached F (Node F)']);
  assert.deepEqual(lost('X:xor'), ['never-reached X (Node X)']);
  assert.deepEqual(lost('P:and'), ['never-reached P (Node P)']);
  assert.deepEqual(lost('B'), []);
  assert.deepEqual(lost('M:message'), []);
});

test('a timer without a time is doubtful, on the way or on a task', () => {
  const untimed = (workflow: Workflow): Workflow => ({
    ...workflow,
    nodes: workflow.nodes.map((node) => (node.kind === 'timer' || node.kind === 'boundary timer' ? { ...node, timer: null } : node)),
  });
  assert.deepEqual(doubts(untimed(drawn('S:start > T:timer > A > E:end', 'W:on A > F:end'))), [
    'timer-without-time T (Node T)',
    'timer-without-time W (Node W)',
  ]);
});

test('a timer whose time cannot be read is doubtful', () => {
  const misread = (workflow: Workflow): Workflow => ({
    ...workflow,
    nodes: workflow.nodes.map((node) => (node.kind === 'timer' ? { ...node, timer: { kind: 'duration', value: 'hello' } } : node)),
  });
  assert.deepEqual(doubts(misread(drawn('S:start > T:timer > A > E:end'))), ['timer-unreadable T (Node T)']);
});

test('a choice wants a default and a condition on every other way; a gateway with one free way is none', () => {
  const choice = ['S:start > X:xor > A > E:end', 'X > B > E'];
  const conditions = { 'X-A': 'a = 1' };
  assert.deepEqual(doubts(drawnWay(choice, { conditions })), ['choice-without-default X (Node X)', 'condition-missing X-B ()']);
  assert.deepEqual(doubts(drawnWay(choice, { conditions, defaults: { X: 'X-B' } })), []);
  assert.deepEqual(doubts(drawnWay(choice, { defaults: { X: 'X-B' } })), ['condition-missing X-A ()']);
  const one = ['S:start > X:xor > A > E:end'];
  assert.deepEqual(doubts(drawnWay(one)), []);
  assert.deepEqual(doubts(drawnWay(one, { conditions })), ['choice-without-default X (Node X)']);
});

test('a file is sound, unsound or refused, with its doubts beside', () => {
  const report = (workflow: Workflow) => {
    const { verdict, problems, warnings } = reportOf({
      workflow,
      doubts: [{ kind: 'unknown-part', element: 'x', what: 'y' }],
      definitions: {},
    } as never);
    return [verdict, problems.map((problem) => ('reason' in problem ? problem.what : problem.kind)), warnings.map(({ kind }) => kind)];
  };
  assert.deepEqual(report(drawn('S:start > A > E:end')), ['sound', [], ['unknown-part']]);
  assert.deepEqual(report(drawn('S:start > A', 'B > E:end')), [
    'unsound',
    ['dead-task'],
    ['unknown-part', 'implicit-end', 'never-reached'],
  ]);
  const long = drawn(`S:start > ${Array.from({ length: 2500 }, (_, i) => `A${i}`).join(' > ')} > E:end`);
  assert.deepEqual(report(long), ['refused', ['more than 5000 elements'], ['unknown-part']]);
  const part = { kind: 'malformed', element: '', reason: 'not-bpmn', what: '', line: 1, column: 1 } as const;
  assert.deepEqual(reportOf({ refused: [part] }), { verdict: 'refused', problems: [{ ...part, path: [] }], warnings: [] });
});

test('what a workflow has is counted by kind', () => {
  const { nodes, flows, lanes, id, name } = countWorkflow(drawnWay(['S:start > A > X:xor > B > E:end', 'W:on A > F:terminate']));
  assert.deepEqual([id, name, flows, lanes], ['drawn', 'Drawn', 5, 4]);
  assert.deepEqual(nodes, {
    start: 1,
    end: 1,
    terminate: 1,
    task: 2,
    exclusive: 1,
    parallel: 0,
    timer: 0,
    message: 0,
    'boundary timer': 1,
  });
});

test('a draft is open until it is published or discarded', () => {
  const entry = { version: 1, document: '<xml/>', basedOn: 1, publishedVersion: null, officerId: '', at: new Date(0) };
  assert.ok(isOpenDraft({ ...entry, act: 'saved' }));
  assert.ok(isOpenDraft({ ...entry, act: 'imported' }));
  assert.ok(!isOpenDraft({ ...entry, act: 'published' }));
  assert.ok(!isOpenDraft({ ...entry, act: 'discarded', document: null }));
  assert.ok(!isOpenDraft(undefined));
});
