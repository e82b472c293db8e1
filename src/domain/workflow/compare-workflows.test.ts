import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnWay } from '#tests/drawn-version.ts';
import { compareWorkflows } from './compare-workflows.ts';
import type { Flow, Workflow, WorkflowNode } from './workflow.ts';

const lines = [
  'S:start > receive > T:timer > X:xor > appraise > M:message > E:end',
  'X > check > F:terminate',
  'W:on appraise > P:and > check2 > E',
];
const way = drawnWay(lines);

/** `changed task appraise: share 25 → 30` */
function told(after: Workflow, before: Workflow = way): readonly string[] {
  return compareWorkflows(before, after).map(({ kind, id, part, name, fields }) => {
    const said = fields.map(({ field, before: was, after: is }) => `${field} ${was} → ${is}`).join(', ');
    return `${kind} ${part} ${id} (${name}): ${said}`;
  });
}

function withNode(id: string, change: object): Workflow {
  return { ...way, nodes: way.nodes.map((node) => (node.id === id ? ({ ...node, ...change } as WorkflowNode) : node)) };
}

function withFlow(id: string, change: Partial<Flow>): Workflow {
  return { ...way, flows: way.flows.map((flow) => (flow.id === id ? { ...flow, ...change } : flow)) };
}

test('a workflow differs from itself in nothing', () => assert.deepEqual(told(way), []));

test('whatever a step says otherwise is told, before and after', () => {
  const change = { name: 'Thẩm định', role: 'head', sharePct: 50, acts: ['suspend', 'refuse'], form: 'm1', paper: 'p1', laneId: 'city' };
  assert.deepEqual(told(withNode('appraise', change)), [
    'changed task appraise (Thẩm định): name appraise → Thẩm định, agency music → city, role null → head, sharePct 25 → 50, ' +
      'acts null → suspend refuse, form null → m1, paper null → p1',
  ]);
  assert.deepEqual(told(withNode('appraise', { sharePct: null, stepKind: 'check' })), [
    'changed task appraise (appraise): stepKind appraise → check, sharePct 25 → null',
  ]);
});

test('so are an outcome, a time, what is waited for, a default way and which task a timer is on', () => {
  assert.deepEqual(told(withNode('E', { outcome: 'xong' })), ['changed end E (Node E): outcome null → xong']);
  assert.deepEqual(told(withNode('F', { outcome: 'dừng' })), ['changed terminate F (Node F): outcome null → dừng']);
  assert.deepEqual(told(withNode('T', { timer: null })), ['changed timer T (Node T): timer P1D → null']);
  assert.deepEqual(told(withNode('W', { timer: { kind: 'duration', value: 'P2D' }, attachedTo: 'check' })), [
    'changed boundary timer W (Node W): timer P1D → P2D, attachedTo appraise → check',
  ]);
  assert.deepEqual(told(withNode('M', { message: 'Công văn' })), ['changed message M (Node M): message Message M → Công văn']);
  assert.deepEqual(told(withNode('X', { defaultFlowId: 'X-check' })), ['changed exclusive X (Node X): defaultFlow null → Node X → check']);
});

test('a default way is called by its name, where it has one; one that is not there by its id', () => {
  assert.deepEqual(told(withNode('X', { defaultFlowId: 'gone' })), ['changed exclusive X (Node X): defaultFlow null → gone']);
  const named = { ...withFlow('X-check', { name: 'không' }), nodes: withNode('X', { defaultFlowId: 'X-check' }).nodes };
  assert.deepEqual(told(named), [
    'changed exclusive X (Node X): defaultFlow null → không',
    'changed flow X-check (không): name null → không',
  ]);
});

test('what becomes of another kind is told with what it no longer says', () => {
  assert.deepEqual(told(withNode('T', { kind: 'message', message: 'Thư' })), [
    'changed message T (Node T): kind timer → message, timer P1D → null, message null → Thư',
  ]);
  assert.deepEqual(told(withNode('S', { name: 'Bắt đầu' })), ['changed start S (Bắt đầu): name Node S → Bắt đầu']);
  assert.deepEqual(told(withNode('P', { kind: 'start' })), ['changed start P (Node P): kind parallel → start']);
});

test('a flow is called by the names of its ends, or by theirs as they are called now', () => {
  assert.deepEqual(told(withFlow('X-check', { condition: 'a = 1' })), ['changed flow X-check (Node X → check): condition null → a = 1']);
  assert.deepEqual(told(withFlow('X-check', { to: 'appraise' })), ['changed flow X-check (Node X → appraise): to check → appraise']);
  assert.deepEqual(told(withFlow('X-check', { from: 'S' })), ['changed flow X-check (Node S → check): from Node X → Node S']);
  assert.deepEqual(told(withFlow('X-check', { to: 'gone' })), ['changed flow X-check (Node X → gone): to check → gone']);
});

test('a flow does not lead elsewhere because its end is called otherwise', () => {
  assert.deepEqual(told(withNode('check', { name: 'Kiểm tra' })), ['changed task check (Kiểm tra): name check → Kiểm tra']);
});

test('what is new says all that it says, what is gone all that it said, and stands last', () => {
  const before = drawnWay(['S:start > receive > E:end']);
  const after = { ...before, nodes: before.nodes.filter(({ id }) => id !== 'E'), flows: [] };
  assert.deepEqual(told(before, after), [
    'added end E (Node E): name null → Node E, kind null → end',
    'added flow S-receive (Node S → receive): from null → Node S, to null → receive',
    'added flow receive-E (receive → Node E): from null → receive, to null → Node E',
  ]);
  assert.deepEqual(told(after, before), [
    'removed end E (Node E): name Node E → null, kind end → null',
    'removed flow S-receive (Node S → receive): from Node S → null, to receive → null',
    'removed flow receive-E (receive → Node E): from receive → null, to Node E → null',
  ]);
});
