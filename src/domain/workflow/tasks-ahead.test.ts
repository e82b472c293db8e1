import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawn } from '#tests/drawn.ts';
import { explore } from './explore.ts';
import { enabled } from './marking.ts';
import { netOf } from './net.ts';
import { tasksAhead, tasksAtOnce } from './tasks-ahead.ts';
import type { Workflow } from './workflow.ts';

/** `B? C`: C surely comes, B may. */
const ahead = (way: Workflow, ...from: string[]) =>
  tasksAhead(way, from)
    .map(({ nodeId, isSure }) => (isSure ? nodeId : `${nodeId}?`))
    .toSorted()
    .join(' ');
const atOnce = (way: Workflow) =>
  [...tasksAtOnce(way)]
    .flatMap(([id, others]) => [...others].filter((other) => id < other).map((other) => `${id}${other}`))
    .toSorted()
    .join(' ');

const choice = drawn('S:start > A > X:xor > B > Y:xor > D > E:end', 'X > C > Y');
const parallel = drawn('S:start > A > P:and > B > J:and > D > E:end', 'P > C > F > J');
const round = drawn('S:start > Z:xor > A > X:xor > B > E:end', 'X > C > Z');
const timed = drawn('S:start > A > B > E:end', 'T:on A > C > F:end');
const mixed = drawn('S:start > P:and > A > X:xor > B > Y:xor > J:and > D > E:end', 'X > Y', 'P > C > J');

const cases: [what: string, way: Workflow, from: string[], comes: string, sameTime: string][] = [
  ['one after the other, all come and none at once', drawn('S:start > A > B > E:end'), ['S'], 'A B', ''],
  ['of a choice either may not come, what follows does', choice, ['S'], 'A B? C? D', ''],
  ['past a choice the other one does not come', choice, ['B'], 'D', ''],
  ['all branches come, and are done at once', parallel, ['S'], 'A B C D F', 'BC BF'],
  ['from inside two branches what is left of each comes', parallel, ['B', 'C'], 'D F', 'BC BF'],
  ['where one branch waits for the other, too', parallel, ['J', 'C'], 'D F', 'BC BF'],
  ['what is gone again by a round may not come, what all ways pass does', round, ['S'], 'A B C?', ''],
  ['from inside of a round all may come again, the end surely does', round, ['A'], 'A? B C?', ''],
  ['what a timer sets off may not come, and is done beside its task or what follows', timed, ['S'], 'A B C?', 'AC BC'],
  ['a timer that is set promises nothing', timed, ['A', 'T'], 'B C?', 'AC BC'],
  ['a choice within a branch is one', mixed, ['S'], 'A B? C D', 'AC BC'],
];
for (const [what, way, from, comes, sameTime] of cases) {
  test(what, () => assert.deepEqual([ahead(way, ...from), atOnce(way)], [comes, sameTime]));
}

/** Blocks within blocks: what is drawn so is sound. */
const block: fc.Arbitrary<readonly string[]> = fc.letrec<{ block: readonly string[] }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small' },
    fc.constant(['task']),
    fc.tuple(fc.constantFrom('and', 'xor', 'turn'), tie('block'), tie('block')).map(([kind, one, other]) => [kind, ...one, ...other]),
  ),
})).block;

test('at once are just those that lie open together in some marking, and sure is what no way to the end leaves out', () => {
  fc.assert(
    fc.property(block, (parts) => {
      const way = blocksDrawn(parts);
      const net = netOf(way);
      const { reached, whole } = explore(net, (marking) => enabled(net, marking), 5_000);
      fc.pre(whole);
      const nodeAt = (place: number) => net.places[place]?.nodeId ?? '';
      const seen = reached.flatMap(({ marking }) => {
        const at = marking.map(nodeAt).filter((id) => id.startsWith('t'));
        return at.flatMap((one) => at.filter((other) => one < other).map((other) => `${one}${other}`));
      });
      assert.equal(atOnce(way), [...new Set(seen)].toSorted().join(' '));

      const without = (task: string) => explore(net, (marking) => enabled(net, marking).filter(({ nodeId }) => nodeId !== task), 5_000);
      for (const { nodeId, isSure } of tasksAhead(way, ['S'])) {
        assert.equal(isSure, !without(nodeId).reached.some(({ marking }) => marking.length === 0), nodeId);
      }
    }),
    { numRuns: 60 },
  );
});

function blocksDrawn(parts: readonly string[]): Workflow {
  const kinds = ['S:start', 'E:end'];
  const lines: string[] = [];
  const left = [...parts];
  lines.push(`S > ${draw('E')}`);
  return drawn(...kinds, ...lines);

  /** Draws the next block before a node. @returns the node it begins with */
  function draw(before: string): string {
    const kind = left.shift() ?? 'task';
    const no = kinds.length;
    if (kind === 'turn') return draw(draw(before));
    if (kind === 'task') {
      kinds.push(`t${no}`);
      lines.push(`t${no} > ${before}`);
      return `t${no}`;
    }
    kinds.push(`s${no}:${kind}`, `j${no}:${kind}`);
    lines.push(`j${no} > ${before}`);
    for (const _ of ['one', 'other']) lines.push(`s${no} > ${draw(`j${no}`)}`);
    return `s${no}`;
  }
}
