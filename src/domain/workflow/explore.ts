import { type Fired, fire, initialMarking, keyOf, type Marking } from './marking.ts';
import type { Move, Net } from './net.ts';

/** A marking that was reached, by its number, and what leads on from it. */
export type Reached = {
  readonly marking: Marking;
  /** The first way by which it was reached: the shortest. */
  readonly by: Arc | null;
  /** Markings that follow, by number. */
  readonly next: readonly { readonly to: number; readonly move: Move }[];
  /** Moves that would lay a second token into a place; nothing is looked for behind them. */
  readonly doubled: readonly { readonly move: Move; readonly place: number }[];
};

type Arc = { readonly from: number; readonly move: Move };

export type Explored = {
  readonly reached: readonly Reached[];
  /** Whether all was seen. */
  readonly whole: boolean;
  /** Nodes that fired at least once. */
  readonly fired: ReadonlySet<string>;
};

/** Once something is wrong, so many markings are looked at, or four times those until then, for what else is wrong. */
const fewMarkings = 300;

/**
 * Goes through the markings, nearest first, until all are seen or `bound` moves are made.
 *
 * @param movesIn which moves to follow in a marking
 */
export function explore(net: Net, movesIn: (marking: Marking) => readonly Move[], bound: number): Explored {
  const reached: Reached[] = [];
  const found: { marking: Marking; by: Arc | null }[] = [{ marking: initialMarking, by: null }];
  const numbers = new Map([[keyOf(initialMarking), 0]]);
  const fired = new Set<string>();

  let moves = 0;
  let most = Number.POSITIVE_INFINITY;
  for (const { marking, by } of found) {
    const from = reached.length;
    if (moves >= bound || from >= most) break;
    const next: { to: number; move: Move }[] = [];
    const doubled: { move: Move; place: number }[] = [];
    for (const move of movesIn(marking)) {
      const after = fire(net, marking, move);
      fired.add(move.nodeId);
      moves++;
      if (after.doubled === null) next.push({ to: numberOf(after, { from, move }), move });
      else doubled.push({ move, place: after.doubled });
    }
    reached.push({ marking, by, next, doubled });
    const isWrong = doubled.length > 0 || (next.length === 0 && marking.length > 0);
    if (isWrong && most === Number.POSITIVE_INFINITY) most = Math.max(fewMarkings, 4 * from);
  }
  return { reached, whole: reached.length === found.length, fired };

  function numberOf({ marking }: Fired, by: Arc): number {
    const key = keyOf(marking);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, found.length);
    return found.push({ marking, by }) - 1;
  }
}

/** The nodes that fired on the way to this marking, in order. */
export function pathTo({ reached }: Explored, at: number): readonly string[] {
  const path: string[] = [];
  for (let by = reached[at]?.by; by; by = reached[by.from]?.by) path.push(by.move.nodeId);
  return path.reverse();
}
