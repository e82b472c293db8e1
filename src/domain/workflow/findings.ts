import { type Explored, pathTo, type Reached } from './explore.ts';
import type { Marking } from './marking.ts';
import { beginning, type Net } from './net.ts';

/** Why a workflow is not sound, where, and a way that leads there: the nodes that fire, in order. A task fires when it is done, a timer on it while it is open. */
export type Unsound = {
  readonly kind: 'deadlock' | 'two-tokens' | 'dead-task' | 'no-exit';
  readonly element: string;
  readonly path: readonly string[];
};

/** Nodes where two tokens would lie in one place: one finding for each, with the shortest way. */
export function findDoubled(net: Net, explored: Explored): readonly Unsound[] {
  const found = new Map<string, Unsound>();
  explored.reached.forEach(({ doubled }, at) => {
    for (const { move, place } of doubled) {
      const element = net.places[place]?.nodeId ?? '';
      if (!found.has(element)) found.set(element, { kind: 'two-tokens', element, path: [...pathTo(explored, at), move.nodeId] });
    }
  });
  return [...found.values()];
}

/** Nodes where a token waits for ever, because nothing can happen any more: one finding for each, with the shortest way. */
export function findStuck(net: Net, explored: Explored, isOver: (marking: Marking) => boolean): readonly Unsound[] {
  const found = new Map<string, Unsound>();
  explored.reached.forEach((reached, at) => {
    if (!isStuck(reached) || isOver(reached.marking)) return;
    for (const place of reached.marking) {
      const { nodeId: element, flowId } = net.places[place] ?? { nodeId: '', flowId: null };
      if ((flowId !== null || place === beginning) && !found.has(element))
        found.set(element, { kind: 'deadlock', element, path: pathTo(explored, at) });
    }
  });
  return [...found.values()];
}

/**
 * A round from which no way leads out: markings go on for ever and can neither end nor get stuck.
 * The path leads into it and goes round once. What was not looked at might lead out, so it counts as a way out.
 */
export function findEndless(explored: Explored, isOver: (marking: Marking) => boolean): readonly Unsound[] {
  const { reached } = explored;
  const leadsOut = waysOut(reached, isOver);
  const from = reached.findIndex((_, at) => !leadsOut.has(at));
  if (from < 0) return [];

  const path = [...pathTo(explored, from)];
  const passed = new Map<number, number>();
  let at = from;
  while (!passed.has(at)) {
    passed.set(at, path.length);
    const [on] = reached[at]?.next ?? [];
    if (!on) return [];
    path.push(on.move.nodeId);
    at = on.to;
  }
  const element = path[passed.get(at) ?? 0];
  return element === undefined ? [] : [{ kind: 'no-exit', element, path }];
}

/** Numbers of the markings from which an end, a dead end or something unknown can be reached. */
function waysOut(reached: readonly Reached[], isOver: (marking: Marking) => boolean): ReadonlySet<number> {
  const before = new Map<number, number[]>();
  const out: number[] = [];
  reached.forEach(({ marking, next, doubled }, from) => {
    if (next.length === 0 || doubled.length > 0 || isOver(marking)) out.push(from);
    for (const { to } of next) {
      if (to >= reached.length) out.push(from);
      const known = before.get(to);
      if (known) known.push(from);
      else before.set(to, [from]);
    }
  });
  const found = new Set(out);
  for (const at of found) for (const from of before.get(at) ?? []) found.add(from);
  return found;
}

function isStuck({ marking, next, doubled }: Reached): boolean {
  return marking.length > 0 && next.length === 0 && doubled.length === 0;
}
