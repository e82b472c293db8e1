import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from '#tests/drawn.ts';
import { drawnWay } from '#tests/drawn-version.ts';
import {
  type Advanced,
  advance,
  type Choosing,
  canLieAt,
  choicesAfter,
  keyOf,
  leadsTo,
  routingOf,
  type Token,
  tasksAfter,
} from './routing.ts';

const at = (nodeId: string, flowId: string | null = null): Token => ({ nodeId, flowId });
const openly: Choosing = { given: {}, ways: [], must: true };

/** `where tokens lie | which of them are new there`, or the choice that nobody made. */
function told(went: Advanced | { readonly undecided: string }): string {
  if ('undecided' in went) return `undecided ${went.undecided}`;
  return [went.tokens, went.begun].map((tokens) => tokens.map(keyOf).join(', ')).join(' | ');
}

test('the way of a dossier has the nodes and flows of its drawing, and nothing of who does what', () => {
  const way = drawnWay(['S:start > A > X:xor > T:timer > M:message > P:and > E:end', 'X > R:terminate', 'W:on A > E'], {
    conditions: { 'X-T': 'a = 1' },
    defaults: { X: 'X-R' },
  });
  const timer = { kind: 'duration', value: 'P1D' };
  assert.deepEqual(routingOf(way).nodes, [
    { id: 'S', name: 'Node S', kind: 'start' },
    { id: 'A', name: 'Node A', kind: 'task' },
    { id: 'X', name: 'Node X', kind: 'exclusive', defaultFlowId: 'X-R' },
    { id: 'T', name: 'Node T', kind: 'timer', timer },
    { id: 'M', name: 'Node M', kind: 'message' },
    { id: 'P', name: 'Node P', kind: 'parallel' },
    { id: 'E', name: 'Node E', kind: 'end' },
    { id: 'R', name: 'Node R', kind: 'terminate' },
    { id: 'W', name: 'Node W', kind: 'boundary timer', attachedTo: 'A', timer },
  ]);
  assert.deepEqual(
    routingOf(way).flows.flatMap(({ id, conditional }) => (conditional ? [id] : [])),
    ['X-T'],
  );
  assert.deepEqual(routingOf(way).flows[0], { id: 'S-A', name: '', from: 'S', to: 'A', conditional: false });
});

const branching = routingOf(drawn('S:start > A > P:and > B > J:and > C > E:end', 'P > D > J', 'W:on B > F > E'));

test('a token goes on to where somebody must do something: it parts, sets timers and waits for the others', () => {
  assert.equal(told(advance(branching, [at('A')], 'A', openly)), 'B, D, W | B, D, W');
  assert.equal(told(advance(branching, [at('B'), at('D'), at('W')], 'B', openly)), 'J B-J, D | J B-J');
  assert.equal(told(advance(branching, [at('J', 'B-J'), at('D')], 'D', openly)), 'C | C');
  assert.equal(told(advance(branching, [at('C')], 'C', openly)), ' | ');
  assert.equal(told(advance(branching, [at('B'), at('D'), at('W')], 'W', openly)), 'B, D, F | F');
});

test('what lies nowhere on the way, or is not where it should go on, moves nothing', () => {
  assert.equal(told(advance(branching, [at('A'), at('gone')], 'B', openly)), 'A | ');
});

test('a task that is come to again is begun anew, and where a token lies already they are one', () => {
  const round = routingOf(drawn('S:start > A > X:xor > A', 'X > B > E:end'));
  assert.equal(told(advance(round, [at('A')], 'A', { ...openly, ways: ['X-A'] })), 'A | A');
  const doubled = routingOf(drawn('S:start > P:and > A > C > E:end', 'P > B > C'));
  assert.equal(told(advance(doubled, [at('A'), at('C')], 'A', openly)), 'C | ');
});

const choice = drawnWay(['S:start > A > X:xor > B > E:end', 'X > C > E', 'X > D > E'], { conditions: { 'X-B': 'b' } });
const free = routingOf(choice);
const usual = routingOf({
  ...choice,
  nodes: choice.nodes.map((node) => (node.kind === 'exclusive' ? { ...node, defaultFlowId: 'X-D' } : node)),
});
const chosen = (routing: typeof free, choosing: Partial<Choosing>) => told(advance(routing, [at('A')], 'A', { ...openly, ...choosing }));

test('at a choice what was answered counts first, then what was named, then the default; else somebody is asked', () => {
  assert.equal(chosen(usual, { given: { 'X-B': true }, ways: ['X-C'] }), 'B | B');
  assert.equal(chosen(usual, { given: { 'X-B': false }, ways: ['X-C'] }), 'C | C');
  assert.equal(chosen(usual, { given: {} }), 'D | D');
  assert.equal(chosen(free, { given: {} }), 'undecided X');
  assert.equal(chosen(free, { given: {}, must: false }), 'C | C');
  assert.equal(chosen(free, { ways: ['X-B', 'X-D'] }), 'D | D', 'what answers decide is not named');
  assert.equal(chosen(free, { given: { 'X-D': true }, ways: [] }), 'undecided X', 'an answer is for what has a condition');
});

test('where one way is free it is gone unnamed; where none is and no answer fits, the first', () => {
  const one = routingOf(drawnWay(['S:start > A > X:xor > B > E:end', 'X > C > E'], { conditions: { 'X-B': 'b' } }));
  assert.equal(chosen(one, {}), 'C | C');
  const none = routingOf(drawnWay(['S:start > A > X:xor > B > E:end', 'X > C > E'], { conditions: { 'X-B': 'b', 'X-C': 'c' } }));
  assert.equal(chosen(none, {}), 'undecided X');
  assert.equal(chosen(none, { must: false }), 'B | B');
});

test('a choice that the same token meets again is gone where it was not gone yet, so that it leaves the round', () => {
  const round = routingOf(drawn('S:start > A > X:xor > Y:xor > X', 'X > B > E:end', 'Y > C > E'));
  assert.equal(chosen(round, { ways: ['X-Y', 'Y-X'] }), 'B | B');
});

test('who hands on sees the choices before the next task, of which no answer has decided', () => {
  const routing = routingOf(
    drawnWay(['S:start > A > X:xor > Y:xor > B > E:end', 'Y > C > E', 'X > D > Z:xor > E', 'Z > F > E'], { defaults: { Y: 'Y-C' } }),
  );
  const seen = (from: string, given = {}) =>
    choicesAfter(routing, from, given).map(
      ({ nodeId, name, flows, usual: one }) => `${nodeId} ${name} ${flows.map(({ id }) => id)} ${one}`,
    );
  assert.deepEqual(seen('A'), ['X Node X X-Y,X-D null', 'Y Node Y Y-B,Y-C Y-C']);
  assert.deepEqual(seen('D'), ['Z Node Z Z-E,Z-F null']);
  assert.deepEqual(seen('B'), []);
  const answered = routingOf(
    drawnWay(['S:start > A > X:xor > Y:xor > B > E:end', 'Y > C > E', 'X > D > E', 'X > F > E'], { conditions: { 'X-Y': 'y' } }),
  );
  const after = (given: Readonly<Record<string, boolean>>) => choicesAfter(answered, 'A', given).map(({ nodeId }) => nodeId);
  assert.deepEqual(after({ 'X-Y': true }), ['Y']);
  assert.deepEqual(after({ 'X-Y': false }), ['X']);
});

test('no choice is seen behind a task, a timer or a message', () => {
  for (const event of ['B', 'T:timer', 'M:message']) {
    const routing = routingOf(drawn(`S:start > A > ${event} > X:xor > C > E:end`, 'X > D > E'));
    assert.deepEqual(choicesAfter(routing, 'A', {}), [], event);
  }
});

test('the tasks after one are those with no task between', () => {
  const routing = routingOf(drawn('S:start > A > X:xor > B > C > E:end', 'X > T:timer > P:and > D > E', 'P > A'));
  assert.deepEqual(tasksAfter(routing, 'A'), ['B', 'D', 'A']);
  assert.deepEqual(tasksAfter(routing, 'B'), ['C']);
  assert.deepEqual(tasksAfter(routing, 'C'), []);
});

test('a node leads to another over whatever lies between, and to itself only in a round', () => {
  assert.ok(leadsTo(branching, 'A', 'C'));
  assert.ok(!leadsTo(branching, 'C', 'A'));
  assert.ok(!leadsTo(branching, 'A', 'A'));
  assert.ok(!leadsTo(branching, 'B', 'D'));
  assert.ok(leadsTo(routingOf(drawn('S:start > A > B > A')), 'A', 'A'));
});

test('tokens can lie together where a dossier can come to have them so, timers on tasks aside', () => {
  const can = (...tokens: Token[]) => canLieAt(branching, tokens, undefined);
  assert.ok(can(at('B'), at('D')));
  assert.ok(can(at('D'), at('B'), at('W')));
  assert.ok(can(at('J', 'B-J'), at('D')));
  assert.ok(can(at('C')));
  assert.ok(can(at('F'), at('B'), at('D')));
  assert.ok(!can(at('B')));
  assert.ok(!can(at('B'), at('C')));
  assert.ok(!can(at('A'), at('D')));
  assert.ok(!can(at('gone')));
  assert.ok(!can(at('B'), at('gone')));
  assert.ok(can(), 'when all is over');
});

test('where tokens lie only after the last node they do not lie', () => {
  assert.ok(!canLieAt(branching, [], 'C'));
  assert.ok(canLieAt(branching, [at('C')], 'C'));
  const passing = routingOf(drawn('S:start > A > X:xor > B > E:end', 'X > C > E'));
  assert.ok(!canLieAt(passing, [at('X')], undefined), 'nothing waits at a choice');
  assert.ok(canLieAt(routingOf(drawn('S:start > T:timer > M:message > E:end')), [at('M')], undefined));
});
