import { groupBy, type Moving, netOf } from './net.ts';

/** A task that can still come. `isSure`: on every way to the end. */
export type TaskAhead = { readonly nodeId: string; readonly isSure: boolean };

/**
 * The tasks that can come from where tokens lie, with what the timers on them set off. Surely comes only what no choice leads around;
 * a timer may never fire, so what it sets off is never sure.
 *
 * @param from nodes at which tokens lie; one that lies on a flow waits at the node it leads to
 * @param way without the flows that are known not to be taken
 */
export function tasksAhead({ nodes, flows }: Moving, from: readonly string[]): readonly TaskAhead[] {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const out = groupBy(flows, (flow) => flow.from);
  const after = (id: string) => (out.get(id) ?? []).map(({ to }) => to);
  const timersOn = groupBy(
    nodes.flatMap((node) => (node.kind === 'boundary timer' ? [node] : [])),
    ({ attachedTo }) => attachedTo,
  );
  const met = new Set(from.flatMap(after));
  for (const id of met) for (const next of [...after(id), ...(timersOn.get(id) ?? []).flatMap((timer) => after(timer.id))]) met.add(next);

  const certain = from.filter((id) => kinds.get(id) !== 'boundary timer');
  return [...met].flatMap((id) => (kinds.get(id) === 'task' ? [{ nodeId: id, isSure: !canPassOver(id) }] : []));

  /** Whether all that lies there can come to an end without this task: grows from the ends back until nothing is added. */
  function canPassOver(task: string): boolean {
    const past = new Set<string>();
    const ends = (id: string) => {
      const next = after(id);
      return kinds.get(id) === 'exclusive' && next.length > 0 ? next.some((to) => past.has(to)) : next.every((to) => past.has(to));
    };
    for (let size = -1; size !== past.size; ) {
      size = past.size;
      for (const { id } of nodes) if (id !== task && ends(id)) past.add(id);
    }
    return certain.every(ends);
  }
}

/**
 * Which tasks can be open at the same time, by their nodes.
 *
 * Places can hold tokens at once when one move gives to both; and what is there beside all that a move takes is there beside all that
 * it gives. Of a sound way that is neither more nor less than what can happen, without going through all that can.
 */
export function tasksAtOnce(way: Moving): ReadonlyMap<string, ReadonlySet<string>> {
  const { places, moves } = netOf(way);
  const beside = places.map(() => new Set<number>());
  let grew = true;
  const join = (one: number, other: number) => {
    if (one === other || beside[one]?.has(other)) return;
    beside[one]?.add(other);
    beside[other]?.add(one);
    grew = true;
  };
  for (const { gives } of moves) for (const one of gives) for (const other of gives) join(one, other);
  while (grew) {
    grew = false;
    for (const { takes, gives } of moves) {
      const [first = -1, ...others] = takes;
      const there = [...(beside[first] ?? [])].filter((place) => others.every((taken) => beside[taken]?.has(place)));
      for (const place of there) for (const given of gives) join(place, given);
    }
  }
  const tasks = new Set(way.nodes.flatMap(({ id, kind }) => (kind === 'task' ? [id] : [])));
  const taskAt = (place: number) => {
    const { nodeId = '', flowId = null } = places[place] ?? {};
    return flowId === null && tasks.has(nodeId) ? [nodeId] : [];
  };
  return new Map(beside.flatMap((others, place) => taskAt(place).map((id) => [id, new Set([...others].flatMap(taskAt))] as const)));
}
