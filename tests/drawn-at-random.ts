import fc from 'fast-check';
import type { Workflow } from '#domain/workflow/workflow.ts';
import { drawn } from './drawn.ts';

/** What a sound workflow is built from. */
export type Block =
  | { readonly kind: 'task' | 'timer' | 'message' | 'warned' | 'refusable' }
  | { readonly kind: 'in turn' | 'together' | 'either'; readonly parts: readonly Block[] }
  | { readonly kind: 'again'; readonly part: Block };

const { block } = fc.letrec<{ block: Block; parts: Block[] }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.record({ kind: fc.constantFrom('task', 'timer', 'message', 'warned', 'refusable') }),
    fc.record({ kind: fc.constantFrom('in turn', 'together', 'either'), parts: tie('parts') }),
    fc.record({ kind: fc.constant('again'), part: tie('block') }),
  ),
  parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
}));

/** A block whose timers on tasks stand outside of rounds: within one, a second warning could meet the first. */
export const soundBlocks = block.filter((whole) => !warnsInRound(whole, false));

function warnsInRound(block: Block, inRound: boolean): boolean {
  if ('parts' in block) return block.parts.some((part) => warnsInRound(part, inRound));
  if ('part' in block) return warnsInRound(block.part, true);
  return inRound && block.kind === 'warned';
}

/** Draws a block between a start and an end. Every gateway that closes a block is named after the one that opened it, with a `j`. */
export function drawBlock(whole: Block): Workflow {
  const lines: string[] = [];
  let count = 0;
  const last = draw(whole, 'S:start');
  return drawn(...lines, `${last} > E:end`);

  /** @returns the node that its token leaves by */
  function draw(block: Block, after: string): string {
    const id = `n${count++}`;
    switch (block.kind) {
      case 'in turn':
        return block.parts.reduce((at, part) => draw(part, at), after);
      case 'together':
      case 'either': {
        const gateway = block.kind === 'together' ? 'and' : 'xor';
        lines.push(`${after} > ${id}:${gateway}`);
        for (const part of block.parts) lines.push(`${draw(part, id)} > ${id}j:${gateway}`);
        return `${id}j`;
      }
      case 'again': {
        lines.push(`${after} > ${id}:xor`);
        lines.push(`${draw(block.part, id)} > ${id}j:xor > ${id}`);
        return `${id}j`;
      }
      case 'warned':
        lines.push(`${after} > ${id}`, `${id}t:on ${id} > ${id}w > ${id}e:end`);
        return id;
      case 'refusable':
        lines.push(`${after} > ${id}:xor > ${id}r > ${id}e:terminate`);
        return id;
      case 'task':
        lines.push(`${after} > ${id}`);
        return id;
      default:
        lines.push(`${after} > ${id}:${block.kind}`);
        return id;
    }
  }
}

const anyKinds = ['', '', '', 'xor', 'xor', 'and', 'and', 'end', 'terminate', 'timer'];

/** Any small graph, mostly not sound. */
export const anyWorkflows = fc
  .record({
    kinds: fc.array(fc.constantFrom(...anyKinds), { minLength: 1, maxLength: 7 }),
    arrows: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 2, maxLength: 11 }),
    timers: fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 2 }),
    starts: fc.constantFrom(['S'], ['S'], ['S'], ['S', 'S2']),
  })
  .map(({ kinds, arrows, timers, starts }) => {
    const name = (at: number) => `n${at % kinds.length}`;
    const isEnd = (at: number) => ['end', 'terminate'].includes(kinds[at % kinds.length] ?? '');
    const declared = kinds.map((kind, at) => `n${at}:${kind}`);
    const drawnTimers = timers.flatMap(([on, to], at) => (kinds[on % kinds.length] === '' ? [`t${at}:on ${name(on)} > ${name(to)}`] : []));
    const begun = starts.map((start, at) => `${start}:start > ${name(at)}`);
    const flows = arrows.flatMap(([from, to]) => (isEnd(from) ? [] : [`${name(from)} > ${name(to)}`]));
    return drawn(...declared, ...begun, ...flows, ...drawnTimers);
  });
