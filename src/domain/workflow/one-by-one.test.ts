import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from '#tests/drawn.ts';
import { explore } from './explore.ts';
import { fire, initialMarking } from './marking.ts';
import { netOf } from './net.ts';
import { oneByOne } from './one-by-one.ts';

/** What is followed at each step when always the first is done; alternatives of one step stand together. */
function order(lines: readonly string[], held: readonly string[] = []): string {
  const workflow = drawn(...lines);
  const net = netOf(workflow);
  const stay = new Set(net.places.flatMap(({ nodeId }, place) => (held.includes(nodeId) ? [place] : [])));
  const follow = oneByOne(workflow, net, stay);
  const steps: string[] = [];
  let marking = initialMarking;
  for (let moves = follow(marking); moves[0] && steps.length < 40; moves = follow(marking)) {
    steps.push(moves.map(({ nodeId, flowId }) => flowId ?? nodeId).join('|'));
    marking = fire(net, marking, moves[0]).marking;
  }
  return steps.join(' ');
}

test('one branch is gone to its end before the next begins, and what comes together waits for all', () => {
  assert.equal(order(['S:start > P:and > A > B > J:and > C > E:end', 'P > D > F > J']), 'S P A B D F J C E');
});

test('the ways of a choice, the timers of a task with it, and all starts are alternatives of one step', () => {
  assert.equal(order(['S:start > X:xor > A > E:end', 'X > B > E']), 'S X-A|X-B A E');
  assert.equal(order(['S:start > A > E:end', 'T:start > B > E']), 'S|T A E');
  assert.equal(order(['S:start > A > B > E:end', 'W:on A > C > F:end']), 'S A|W B E');
});

test('ends come first of all', () => {
  assert.equal(order(['S:start > P:and > A > B > E:end', 'P > F:end']), 'S P F A B E');
});

test('what is held stays where it is, and the others go on', () => {
  assert.equal(order(['S:start > P:and > A > J:and > E:end', 'P > B > C > J'], ['A']), 'S P B C');
  assert.equal(order(['S:start > P:and > A > J:and > E:end', 'P > B > J'], ['J']), 'S P A B');
});

test('twenty branches have as many markings as they have together, not their product', () => {
  const workflow = drawn(...Array.from({ length: 20 }, (_, i) => `S:start > P:and > A${i} > B${i} > J:and > E:end`));
  const flows = workflow.flows.filter(({ from, to }, i, all) => all.findIndex((one) => one.from === from && one.to === to) === i);
  const net = netOf({ ...workflow, flows });
  const { reached, whole } = explore(net, oneByOne({ ...workflow, flows }, net, new Set()), 1000);
  assert.deepEqual([whole, reached.length], [true, 45]);
});
