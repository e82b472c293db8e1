import { checkSoundness } from '#domain/workflow/soundness.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import { drawn } from '#tests/drawn.ts';
import { tell } from './ground.ts';

const limit = { peer: 'limit', peer_value: 100 };
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Workflows of about 200 elements each, sound and not. */
const cases: readonly [what: string, verdict: string, workflow: Workflow][] = [
  [
    'one step after the other',
    'sound',
    drawn(
      `S:start > ${upTo(98)
        .map((at) => `a${at}`)
        .join(' > ')} > E:end`,
    ),
  ],
  ['20 branches of 4 tasks', 'sound', drawn('S:start > P:and', 'J:and > E:end', ...branches(20, 4))],
  [
    '16 branches, each with a choice and a way back',
    'sound',
    drawn(
      'S:start > P:and',
      'J:and > E:end',
      ...upTo(16).flatMap((at) => [`P > a${at} > x${at}:xor > b${at} > J`, `x${at} > c${at} > a${at}`]),
    ),
  ],
  [
    '20 branches, each with a warning',
    'sound',
    drawn(
      'S:start > P:and',
      'J:and > E:end',
      ...upTo(20).flatMap((at) => [`P > a${at} > b${at} > J`, `w${at}:on a${at} > c${at} > e${at}:end`]),
    ),
  ],
  [
    '16 branches, each of which may refuse',
    'sound',
    drawn(
      'S:start > P:and',
      'J:and > E:end',
      ...upTo(16).flatMap((at) => [`P > a${at} > x${at}:xor > b${at} > J`, `x${at} > r${at} > T:terminate`]),
    ),
  ],
  [
    '20 branches of 4 tasks, one of which also runs past the join',
    'unsound',
    drawn('S:start > P:and', 'J:and > E:end', ...branches(20, 4), 't3_1 > X > E'),
  ],
  ['20 branches of 4 tasks that nobody awaits', 'unsound', drawn('S:start > P:and', 'J:xor > E:end', ...branches(20, 4))],
  [
    'a way round without exit beside 19 branches',
    'unsound',
    drawn('S:start > P:and', 'J:and > E:end', ...branches(19, 4), 't2_2 > L > M > L'),
  ],
];

function branches(count: number, length: number): readonly string[] {
  return upTo(count).map(
    (branch) =>
      `P > ${upTo(length)
        .map((at) => `t${branch}_${at}`)
        .join(' > ')} > J`,
  );
}

/** How long the proof takes, at most of ten times: of its first, which a person waits for, too. */
export async function run(): Promise<number> {
  let worst = 0;
  for (const [what, verdict, workflow] of cases) {
    const took = upTo(10).map(() => {
      const from = performance.now();
      const found = checkSoundness(workflow);
      if (found.verdict !== verdict) throw new Error(`${what}: ${found.verdict}`);
      return performance.now() - from;
    });
    const longest = Math.max(...took);
    worst = Math.max(worst, longest);
    tell({
      bench: 'soundness',
      case: `${what}, ${workflow.nodes.length + workflow.flows.length} elements`,
      value: longest,
      unit: 'ms',
      ...limit,
    });
  }
  return worst < limit.peer_value ? 0 : 1;
}
