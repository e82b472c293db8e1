import { enabled, type Fired, fire, initialMarking, keyOf, type Marking } from './marking.ts';
import type { Move, Net } from './net.ts';

/** Walks until nothing can happen any more, or for `most` moves; `choose` picks what happens next. */
export function walk(net: Net, choose: (moves: readonly Move[]) => Move | undefined, most: number): Walked {
  const path: string[] = [];
  let marking = initialMarking;
  while (path.length < most) {
    const move = choose(enabled(net, marking));
    if (!move) break;
    const fired = fire(net, marking, move);
    path.push(move.nodeId);
    if (fired.doubled !== null) return { path, ...fired };
    marking = fired.marking;
  }
  return { path, marking, doubled: null };
}

type Walked = Fired & { readonly path: readonly string[] };

/**
 * Goes along a path of nodes, in the order in which they fired. A path does not say which way an exclusive gateway chose,
 * so all ways are gone that agree with it.
 *
 * @returns where it can lead; nothing when the path cannot be gone
 */
export function replay(net: Net, path: readonly string[]): readonly Fired[] {
  let reached: readonly Fired[] = [{ marking: initialMarking, doubled: null }];
  for (const nodeId of path) {
    const next = new Map<string, Fired>();
    for (const { marking, doubled } of reached) {
      if (doubled !== null) continue;
      for (const move of movesOf(net, marking, nodeId)) {
        const fired = fire(net, marking, move);
        next.set(`${keyOf(fired.marking)} ${fired.doubled}`, fired);
      }
    }
    reached = [...next.values()];
  }
  return reached;
}

function movesOf(net: Net, marking: Marking, nodeId: string): readonly Move[] {
  return enabled(net, marking).filter((move) => move.nodeId === nodeId);
}
