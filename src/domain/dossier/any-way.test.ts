import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { citizen, system } from '#domain/access/actor.ts';
import { drawingProblems } from '#domain/workflow/drawing-problems.ts';
import { choicesAfter } from '#domain/workflow/routing.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import { Branching } from '#tests/branching.ts';
import { type Block, drawBlock, soundBlocks } from '#tests/drawn-at-random.ts';
import { drawnWay } from '#tests/drawn-version.ts';
import { type OrdinaryAct, ordinary, receiver } from '#tests/given.ts';
import { openTasks, stepsBefore } from './branches.ts';
import { isClosed } from './dossier.ts';
import { replay } from './evolve.ts';
import { fireTimer, messagesAwaited, recordMessage } from './fire.ts';
import { handOn, sendBack } from './hand-on.ts';
import { isRunning } from './hold.ts';

/** What a terminate end would end without a return cannot be published: such a block is a task here. */
function withoutRefusals(block: Block): Block {
  if ('parts' in block) return { ...block, parts: block.parts.map(withoutRefusals) };
  if ('part' in block) return { ...block, part: withoutRefusals(block.part) };
  return block.kind === 'refusable' ? { kind: 'task' } : block;
}

/** A block between appraisal and signature. */
function wayThrough(block: Block): Workflow {
  const { flows } = drawBlock(block);
  const drawn = drawBlock(block);
  const named = (id: string) => {
    const node = drawn.nodes.find((one) => one.id === id);
    if (id === 'S') return 'appraise';
    if (id === 'E') return 'sign';
    switch (node?.kind) {
      case 'task':
        return `check-${id}`;
      case 'boundary timer':
        return `${id}:on check-${node.attachedTo}`;
      case 'exclusive':
        return `${id}:xor`;
      case 'parallel':
        return `${id}:and`;
      default:
        return `${id}:${node?.kind ?? ''}`;
    }
  };
  return drawnWay([
    'S:start > receive > appraise',
    'sign > number > return > E:end',
    ...flows.map(({ from, to }) => `${named(from)} > ${named(to)}`),
  ]);
}

const ways = soundBlocks.map(withoutRefusals).map(wayThrough);
const asides: readonly OrdinaryAct[] = ['take', 'draft', 'ask supplement', 'ask payment', 'suspend', 'take back', 'apologise', 'hand on'];

test('along every way that may be published, whatever is done on it, a dossier comes to its return, and its history says where it stands', () => {
  fc.assert(
    fc.property(ways, fc.nat(1_000_000), (workflow, seed) => {
      const problems = drawingProblems(workflow);
      assert.deepEqual(
        problems.filter(({ kind }) => kind !== 'nobody-chooses'),
        [],
      );
      if (problems.length > 0) return;
      const next = chanceFrom(seed);
      const on = new Branching(workflow).act('receive');
      for (let acts = 0; !isClosed(on.stands); acts++) {
        assert.ok(acts < 3000, 'it comes to an end');
        if (acts < 40 && next(3) === 0) aside(on, next);
        else forward(on, next);
        holdsTogether(on);
      }
      assert.equal(on.stands.state, 'returned');
      assert.deepEqual(replay(on.events), on.stands);
    }),
    { numRuns: 200, endOnFailure: true },
  );
});

/** Numbers below a bound, the same again for the same seed, each as likely as any other. */
function chanceFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Something that befalls a dossier anywhere; often it is refused. */
function aside(on: Branching, next: (below: number) => number): void {
  const name = asides[next(asides.length)] ?? 'take';
  const node = on.open[next(Math.max(1, on.open.length))];
  if (next(4) > 0) return void on.try((d, f) => ordinary[name](d, f), { node, name });
  on.try(
    (d, f) => {
      const before = stepsBefore(d);
      return sendBack(d, { toStepNo: before[next(Math.max(1, before.length))]?.no ?? 0, reason: 'Sai' }, f);
    },
    { node },
  );
}

/** What brings it on: the end of a wait, a timer, a message, a task that is done. */
function forward(on: Branching, next: (below: number) => number): void {
  const { stands } = on;
  if (stands.state === 'awaiting supplement') return void on.decide(ordinary['give supplement'], { by: citizen });
  if (stands.state === 'awaiting payment') return void on.decide(ordinary['record payment'], { by: receiver });
  if (stands.state === 'suspended') return void on.act('resume');
  if (stands.state === 'result ready') return void on.act('return');
  assert.ok(isRunning(stands));
  const [message] = messagesAwaited(stands);
  const timers = stands.tokens?.filter(({ dueAt }) => dueAt) ?? [];
  const timer = timers[next(Math.max(1, timers.length))];
  const node = on.open[next(Math.max(1, on.open.length))];
  if (message && (!node || next(2) === 0)) {
    on.decide((d, f) => recordMessage(d, { nodeId: message.nodeId, note: '' }, f), { by: receiver });
  } else if (timer && (!node || next(2) === 0)) {
    on.waitUntil(new Date(Math.max(timer.dueAt?.getTime() ?? 0, on.now.getTime())));
    on.decide((d, f) => fireTimer(d, { nodeId: timer.nodeId }, f), { by: system });
  } else if (node) {
    for (const [at, act] of [
      ['appraise', 'draft'],
      ['sign', 'sign'],
      ['number', 'number'],
    ] as const)
      if (node === at) on.try((d, f) => ordinary[act](d, f), { node });
    const choices = stands.routing ? choicesAfter(stands.routing, node, {}) : [];
    const named = choices.flatMap(({ flows }) => flows[next(flows.length)]?.id ?? []);
    on.decide((d, f) => handOn(d, { note: '', toOfficerId: null, ways: named }, f), { node });
  } else assert.fail(`nothing brings it on: ${JSON.stringify(stands.tokens)}`);
}

function holdsTogether({ stands }: Branching): void {
  const open = openTasks(stands);
  assert.equal(new Set(open.map(({ no }) => no)).size, open.length, 'each task has a number of its own');
  assert.equal(new Set(open.map(({ stepNo }) => stepNo)).size, open.length, 'a step is open once');
  const agencies = new Set(open.filter(({ plannedAt }) => plannedAt).map(({ agencyId }) => agencyId));
  const shares = stands.shares.filter(({ doneAt }) => !doneAt).map(({ agencyId }) => agencyId);
  if (stands.state !== 'submitted') assert.deepEqual(new Set(shares), agencies, 'an agency’s part is open while it has a task');
}
