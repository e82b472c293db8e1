import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { handOn } from '#domain/dossier/hand-on.ts';
import { Branching } from '#tests/branching.ts';
import { drawn } from '#tests/drawn.ts';
import { drawBlock, soundBlocks } from '#tests/drawn-at-random.ts';
import { drawnWay } from '#tests/drawn-version.ts';
import { calendar, monday, ordinary } from '#tests/given.ts';
import { type TriedMove, tryOut } from './try-out.ts';
import type { Workflow } from './workflow.ts';

const facts = { startAt: monday, totalMinutes: 4800, calendar, given: {} };

/** Each task takes this share. */
function sharing(workflow: Workflow, sharePct: number): Workflow {
  return { ...workflow, nodes: workflow.nodes.map((node) => (node.kind === 'task' ? { ...node, sharePct } : node)) };
}

const after = (...ids: readonly string[]): readonly TriedMove[] => ids.map((nodeId) => ({ nodeId, flowId: null }));

function now(workflow: Workflow, moves: readonly TriedMove[]): readonly string[] {
  return tryOut(workflow, moves, facts).now.map(({ node }) => node.id);
}

test('a sound workflow that is tried, whatever happens first, can be walked to its end', () => {
  fc.assert(
    fc.property(soundBlocks.map(drawBlock), fc.infiniteStream(fc.nat(1000)), (workflow, chances) => {
      const moves: TriedMove[] = [];
      while (moves.length < 300) {
        const trial = tryOut(workflow, moves, facts);
        if (trial.overAt) {
          assert.ok(trial.gone.length >= moves.length);
          return assert.deepEqual(trial.waiting, []);
        }
        const place = trial.now[chances.next().value % trial.now.length];
        if (!place) assert.fail('nothing can happen');
        const flow = place.flows[chances.next().value % Math.max(1, place.flows.length)];
        moves.push({ nodeId: place.node.id, flowId: flow?.id ?? null });
      }
    }),
    { numRuns: 25 },
  );
});

test('each task takes its share of the working time, and what joins goes on when the last branch has come', () => {
  const workflow = sharing(drawn('S:start > A > P:and > B > J:and > C > E:end', 'P > D > J'), 10);
  assert.deepEqual(
    tryOut(workflow, after('A'), facts).now.map(({ node, fromAt, untilAt }) => [node.id, fromAt.toISOString(), untilAt.toISOString()]),
    ['B', 'D'].map((id) => [id, '2018-05-15T02:00:00.000Z', '2018-05-16T02:00:00.000Z']),
  );
  const nodes = workflow.nodes.map((node) => (node.id === 'B' && node.kind === 'task' ? { ...node, sharePct: 20 } : node));
  const one = tryOut({ ...workflow, nodes }, after('A', 'B'), facts);
  assert.deepEqual([one.now.map(({ node }) => node.id), one.waiting.map(({ id }) => id)], [['D'], ['J']]);
  const [last] = tryOut({ ...workflow, nodes }, after('A', 'B', 'D'), facts).now;
  assert.deepEqual([last?.node.id, last?.fromAt.toISOString()], ['C', '2018-05-17T02:00:00.000Z']);
});

test('steps that share the whole time between them end within it, to the minute of each', () => {
  const shares = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 }).map((parts) => {
    const tenths = parts.map((part) => Math.max(1, Math.floor((part * 1000) / parts.reduce((sum, one) => sum + one))));
    return [1000 - tenths.slice(1).reduce((sum, one) => sum + one, 0), ...tenths.slice(1)].map((tenth) => tenth / 10);
  });
  fc.assert(
    fc.property(shares, fc.integer({ min: 60, max: 20_000 }), (pcts, totalMinutes) => {
      const ids = pcts.map((_, i) => `T${i}`);
      const workflow = drawn(`S:start > ${ids.join(' > ')} > E:end`);
      const nodes = workflow.nodes.map((node) => (node.kind === 'task' ? { ...node, sharePct: pcts[ids.indexOf(node.id)] ?? 0 } : node));
      const { overAt } = tryOut({ ...workflow, nodes }, after(...ids), { ...facts, totalMinutes });
      assert.ok(overAt);
      const taken = workingMinutesBetween(monday, overAt, calendar);
      assert.ok(taken <= totalMinutes && taken > totalMinutes - ids.length, `${taken} of ${totalMinutes}`);
    }),
  );
});

test('a choice goes the way that was named, which is one without a condition', () => {
  const workflow = drawn('S:start > A > X:xor > B > E:end', 'X > C > E');
  assert.deepEqual(now(workflow, after('A')), ['X']);
  assert.deepEqual(now(workflow, [...after('A'), { nodeId: 'X', flowId: 'X-C' }]), ['C']);
  assert.deepEqual(now(workflow, [...after('A'), { nodeId: 'X', flowId: 'X-B' }]), ['B']);
  assert.deepEqual(now(workflow, [...after('A', 'X', 'B'), { nodeId: 'X', flowId: 'A-X' }]), ['X']);
  const { gone } = tryOut(workflow, [...after('A'), { nodeId: 'X', flowId: 'X-C' }], facts);
  assert.deepEqual(
    gone.map(({ node, way }) => [node.id, way?.flow.id, way?.by]),
    [
      ['A', undefined, undefined],
      ['X', 'X-C', 'officer'],
    ],
  );
});

test('where an answer decides nobody is asked; where none does, the default is gone or a way is named', () => {
  const conditions = { 'X-B': 'quantity > 5', 'X-C': 'quantity > 2' };
  const way = ['S:start > receive > X:xor > B > return > E:end', 'X > C > return', 'X > D > return'];
  const workflow = drawnWay(way, { conditions, defaults: { X: 'X-D' } });
  const then = (given: Readonly<Record<string, boolean>>, whole = workflow) => {
    const trial = tryOut(whole, after('receive'), { ...facts, given });
    const { way: last } = trial.gone.at(-1) ?? {};
    return [trial.now.map(({ node }) => node.id).join(' '), last?.flow.id, last?.by];
  };
  assert.deepEqual(then({ 'X-B': true, 'X-C': true }), ['B', 'X-B', 'answers']);
  assert.deepEqual(then({ 'X-B': false, 'X-C': true }), ['C', 'X-C', 'answers']);
  assert.deepEqual(then({ 'X-B': false, 'X-C': false }), ['D', 'X-D', 'default']);
  const free = drawnWay([...way, 'X > check > return'], { conditions, defaults: { X: 'X-D' } });
  assert.deepEqual(then({}, free), ['X', undefined, undefined]);
  assert.deepEqual(then({ 'X-B': true }, free), ['B', 'X-B', 'answers']);
});

test('a timer comes when its time is over, a message when it comes, and behind them nobody is asked', () => {
  const workflow = drawn('S:start > A > T:timer > X:xor > B > E:end', 'X > M:message > E', 'W:on A > C > E');
  const [task, warning] = tryOut(workflow, [], facts).now;
  assert.deepEqual([task?.node.id, warning?.node.id, warning?.untilAt.toISOString()], ['A', 'W', '2018-05-15T02:00:00.000Z']);
  assert.deepEqual(now(workflow, after('W')), ['A', 'C']);
  assert.deepEqual(now(workflow, after('A')), ['T']);
  const { now: then, gone } = tryOut(workflow, after('A', 'T'), facts);
  assert.deepEqual([then.map(({ node }) => node.id), gone.at(-1)?.way?.by], [['B'], 'default']);
});

test('once the return opens all else is over, and with it the dossier', () => {
  const workflow = drawnWay(['S:start > receive > P:and > appraise > return > E:end', 'P > M:message > E']);
  assert.deepEqual(now(workflow, after('receive')), ['appraise', 'M']);
  assert.deepEqual(now(workflow, after('receive', 'appraise')), ['return']);
  assert.ok(tryOut(workflow, after('receive', 'appraise', 'return'), facts).overAt);
});

test('where a trial stands a dossier would stand: every choice and every answer, step by step', () => {
  const way = drawnWay(
    [
      'S:start > receive > X:xor > P:and > appraise > J:and',
      'X > appraise2 > Y:xor',
      'X > appraise3 > Y',
      'P > check > Z:xor > check2 > K:xor > J > Y > sign > number > return > E:end',
      'Z > check3 > K',
    ],
    { conditions: { 'X-P': 'quantity > 5' }, defaults: { X: 'X-appraise2', Z: 'Z-check2' } },
  );
  const pairs = ['X-appraise2', 'X-appraise3'].flatMap((first) => ['Z-check2', 'Z-check3'].map((second) => [first, second]));
  for (const ways of pairs)
    for (const isMany of [true, false]) {
      const given = { 'X-P': isMany };
      const on = new Branching(way, given).act('receive');
      const moves: TriedMove[] = [];
      while (on.stands.state !== 'returned') {
        const trial = tryOut(way, moves, { ...facts, given });
        const choice = trial.now.find(({ flows }) => flows.length > 0);
        const named = choice?.flows.find(({ id }) => ways.includes(id));
        if (choice) moves.push({ nodeId: choice.node.id, flowId: named?.id ?? null });
        else {
          assert.deepEqual(new Set(on.open), new Set(trial.now.map(({ node }) => node.id)));
          const [node = ''] = on.open;
          for (const act of ['draft', 'sign', 'number'] as const) on.try((d, f) => ordinary[act](d, f), { node });
          if (node === 'return') on.act('return');
          else on.decide((d, f) => handOn(d, { note: '', toOfficerId: null, ways }, f), { node });
          moves.push({ nodeId: node, flowId: null });
        }
      }
      assert.ok(tryOut(way, moves, { ...facts, given }).overAt);
    }
});

test('what cannot happen where the dossier is, is passed over', () => {
  const workflow = drawn('S:start > A > B > E:end');
  assert.deepEqual(now(workflow, after('B', 'E', 'nowhere', 'A')), ['B']);
  assert.ok(tryOut(workflow, after('A', 'B', 'B'), facts).overAt);
});
