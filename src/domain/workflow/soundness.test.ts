import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawn } from '#tests/drawn.ts';
import { anyWorkflows, drawBlock, soundBlocks } from '#tests/drawn-at-random.ts';
import { isSoundSlowly } from '#tests/slow-tokens.ts';
import type { Unsound } from './findings.ts';
import { enabled, fire } from './marking.ts';
import { netOf } from './net.ts';
import { checkSoundness } from './soundness.ts';
import { replay, walk } from './walk.ts';
import type { Workflow } from './workflow.ts';

const cases: [what: string, workflow: Workflow, ...problems: [kind: Unsound['kind'], element: string, path: string][]][] = [
  ['one step after the other is sound', drawn('S:start > A > B > E:end')],
  ['branches that part and come together are sound', drawn('S:start > P:and > A > J:and > E:end', 'P > B > J')],
  ['choices that come together are sound', drawn('S:start > P:xor > A > J:xor > E:end', 'P > B > J')],
  ['a task takes whatever comes, as a merge does', drawn('S:start > P:xor > A > C > E:end', 'P > B > C')],
  ['going back for another try is sound', drawn('S:start > A > P:xor > E:end', 'P > A')],
  ['branches may each end on their own', drawn('S:start > P:and > A > E:end', 'P > B > F:end')],
  ['a terminate end ends the other branches', drawn('S:start > P:and > A > J:and > E:end', 'P > B:xor > J', 'B > T:terminate')],
  ['a warning on a task is sound', drawn('S:start > A > E:end', 'W:on A > B > F:end')],
  ['a task without a way out ends', drawn('S:start > A > B')],
  ['one of several starts begins', drawn('S:start > A > E:end', 'Z:start > B > A')],
  [
    'a choice whose ways are awaited together gets stuck',
    drawn('S:start > P:xor > A > J:and > E:end', 'P > B > J'),
    ['deadlock', 'J', 'S P A'],
  ],
  ['branches that nobody awaits come twice', drawn('S:start > P:and > A > J:xor > C > E:end', 'P > B > J'), ['two-tokens', 'J', 'S P A B']],
  ['branches that both run to one end come twice', drawn('S:start > P:and > A > E:end', 'P > B > E'), ['two-tokens', 'E', 'S P A B']],
  ['a task with two ways out sends a token along each', drawn('S:start > A > B > E:end', 'A > C > E'), ['two-tokens', 'E', 'S A B C']],
  ['a round without exit never ends', drawn('S:start > A > B > A'), ['no-exit', 'A', 'S A B']],
  ['a round beside a branch never ends', drawn('S:start > P:and > A > B > A', 'P > C > E:end'), ['no-exit', 'A', 'S P A B']],
  ['what no flow leads to is dead', drawn('S:start > A > E:end', 'B > E'), ['dead-task', 'B', '']],
  [
    'a warning in a round can come while the one before is unanswered',
    drawn('S:start > A > P:xor > E:end', 'P > A', 'W:on A > B > F:end'),
    ['two-tokens', 'B', 'S W A P W'],
  ],
  ['without a start nothing begins', drawn('A > E:end'), ['deadlock', 'drawn', ''], ['dead-task', 'A', '']],
];

for (const [what, workflow, ...problems] of cases) {
  test(what, () => {
    const found = checkSoundness(workflow);
    assert.equal(found.verdict, problems.length === 0 ? 'sound' : 'unsound');
    for (const [kind, element, path] of problems) {
      const problem = problemsOf(workflow).find((one) => one.kind === kind && one.element === element);
      assert.ok(problem, JSON.stringify(problemsOf(workflow)));
      assert.equal(problem.path.join(' '), path);
    }
    shownByTheEngine(workflow);
  });
}

test('the checker says of any small workflow what looking at everything says, and the engine shows what it found', () => {
  fc.assert(
    fc.property(anyWorkflows, fc.constantFrom(30_000, 40), (workflow, bound) => {
      const slow = isSoundSlowly(workflow, 3000);
      fc.pre(slow !== undefined);
      const { verdict } = checkSoundness(workflow, bound);
      if (verdict !== 'refused' || bound === 30_000) assert.equal(verdict === 'sound', slow);
      shownByTheEngine(workflow, bound);
    }),
    { numRuns: 3000 },
  );
});

test('what the checker calls sound always ends, however it is walked: 10,000 walks', () => {
  fc.assert(
    fc.property(soundBlocks, fc.integer(), (block, seed) => {
      const workflow = drawBlock(block);
      assert.equal(checkSoundness(workflow).verdict, 'sound');
      const net = netOf(workflow);
      const pick = dice(seed);
      for (let times = 0; times < 100; times++) {
        const { marking, doubled } = walk(net, (moves) => moves[pick(moves.length)], 100_000);
        assert.deepEqual({ marking, doubled }, { marking: [], doubled: null });
      }
    }),
    { numRuns: 100 },
  );
});

/** Numbers below what is asked, as a die gives them, the same again for the same seed (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const task = { kind: 'task' } as const;

/** One thing done to a sound workflow that makes it unsound, at a block of branches. */
const damages: Readonly<Record<string, (workflow: Workflow, split: string, join: string) => Workflow>> = {
  'the join is dropped': (workflow, _, join) => {
    const after = workflow.flows.find(({ from }) => from === join)?.to ?? '';
    const flows = workflow.flows.flatMap((flow) => (flow.from === join ? [] : [flow.to === join ? { ...flow, to: after } : flow]));
    return { ...workflow, flows, nodes: workflow.nodes.filter(({ id }) => id !== join) };
  },
  'the join takes each that comes': (workflow, _, join) => withKind(workflow, join, 'exclusive'),
  'the ways are a choice': (workflow, split) => withKind(workflow, split, 'exclusive'),
  'one way never comes back': (workflow, split, join) => {
    const lost = workflow.flows.find(({ to }) => to === join);
    return { ...workflow, flows: workflow.flows.map((flow) => (flow === lost ? { ...flow, to: split } : flow)) };
  },
};

function withKind(workflow: Workflow, id: string, kind: 'exclusive'): Workflow {
  return { ...workflow, nodes: workflow.nodes.map((node) => (node.id === id ? { ...node, kind, defaultFlowId: null } : node)) };
}

for (const [damage, doDamage] of Object.entries(damages)) {
  test(`a sound workflow in which ${damage} is found out, with a way that the engine goes`, () => {
    fc.assert(
      fc.property(soundBlocks, soundBlocks, soundBlocks, (one, two, after) => {
        const block = { kind: 'in turn', parts: [task, { kind: 'together', parts: [one, two, task] }, task, after] } as const;
        const workflow = drawBlock(block);
        shownByTheEngine(doDamage(workflow, 'n2', 'n2j'), 30_000, 'unsound');
      }),
      { numRuns: 60 },
    );
  });
}

test('a choice that only leads back has no exit', () => {
  fc.assert(
    fc.property(soundBlocks, (block) => {
      const workflow = drawBlock({ kind: 'in turn', parts: [block, { kind: 'again', part: task }, task] });
      const round = workflow.nodes.filter(({ kind }) => kind === 'exclusive').at(-1)?.id ?? '';
      const flows = workflow.flows.filter(({ from, to }) => from !== round || `${to}j` === round);
      assert.ok(problemsOf({ ...workflow, flows }).some(({ kind }) => kind === 'no-exit' || kind === 'dead-task'));
      shownByTheEngine({ ...workflow, flows }, 30_000, 'unsound');
    }),
    { numRuns: 60 },
  );
});

test('a workflow of more ways than can be looked at is refused with the bound', () => {
  const racing = Array.from({ length: 12 }, (_, at) => `P > a${at} > b${at} > T:terminate`);
  assert.deepEqual(checkSoundness(drawn('S:start > P:and', ...racing)), { verdict: 'refused', beyond: 'moves', bound: 30_000 });
  const long = Array.from({ length: 3000 }, (_, at) => `a${at}`).join(' > ');
  assert.deepEqual(checkSoundness(drawn(`S:start > ${long} > E:end`)), { verdict: 'refused', beyond: 'elements', bound: 5000 });
});

test('thirty branches side by side, each with a choice, a warning and a way to refuse, are no trouble', () => {
  const branches = Array.from({ length: 30 }, (_, at) => [
    `P > a${at} > x${at}:xor > c${at} > J`,
    `x${at} > T:terminate`,
    `w${at}:on a${at} > d${at} > e${at}:end`,
  ]);
  assert.equal(checkSoundness(drawn('S:start > P:and', 'J:and > E:end', ...branches.flat())).verdict, 'sound');
});

function problemsOf(workflow: Workflow, bound?: number): readonly Unsound[] {
  const found = checkSoundness(workflow, bound);
  return found.verdict === 'unsound' ? found.problems : [];
}

/** Goes each counterexample with the engine: it must lead to what it claims. */
function shownByTheEngine(workflow: Workflow, bound?: number, verdict?: 'unsound'): void {
  if (verdict) assert.equal(checkSoundness(workflow, bound).verdict, verdict);
  const net = netOf(workflow);
  for (const { kind, element, path } of problemsOf(workflow, bound)) {
    const led = replay(net, path);
    assert.ok(led.length > 0, `${kind} ${path}`);
    const nodeAt = (place: number | null) => (place === null ? undefined : net.places[place]?.nodeId);
    if (kind === 'two-tokens') assert.ok(led.some(({ doubled }) => nodeAt(doubled) === element));
    if (kind === 'deadlock')
      assert.ok(led.some(({ marking }) => enabled(net, marking).length === 0 && marking.some((place) => nodeAt(place) === element)));
    if (kind === 'no-exit') assert.ok(path.includes(element) && led.some(({ marking }) => !canEnd(workflow, marking)));
  }
}

function canEnd(workflow: Workflow, from: readonly number[]): boolean {
  const net = netOf(workflow);
  const seen = new Set([from.join()]);
  const open = [from];
  for (const marking of open) {
    if (marking.length === 0) return true;
    for (const move of enabled(net, marking)) {
      const next = fire(net, marking, move).marking;
      if (!seen.has(next.join())) {
        seen.add(next.join());
        open.push(next);
      }
    }
  }
  return false;
}
