import { enabled, type Marking } from './marking.ts';
import { groupBy, type Move, type Net } from './net.ts';
import type { Workflow } from './workflow.ts';

/**
 * Which moves to follow so that things which happen side by side are followed in one order only.
 *
 * No node here can take a token from under another, but the alternatives of one gateway and the timers on one task.
 * So in each marking it is enough to follow the alternatives of one node: each run can be reordered to be among those
 * followed, and leads to the same end. One branch of a parallel block is finished before the next one begins, and a
 * block of twenty branches has as many markings as they have together, not their product.
 *
 * @param held places whose tokens stay for good, to see whether another comes
 */
export function oneByOne(workflow: Workflow, net: Net, held: ReadonlySet<number>): (marking: Marking) => readonly Move[] {
  const order = inDepth(workflow);
  const [firstStart] = workflow.nodes.filter(({ kind }) => kind === 'start');
  const together = new Map(
    workflow.nodes.flatMap((node) => {
      if (node.kind === 'boundary timer') return [[node.id, node.attachedTo]];
      return node.kind === 'start' && firstStart ? [[node.id, firstStart.id]] : [];
    }),
  );
  const groupOf = ({ nodeId }: Move) => together.get(nodeId) ?? nodeId;
  const rank = (move: Move) => order.get(groupOf(move)) ?? order.size;

  return (marking) => {
    const moves = enabled(net, marking).filter(({ takes }) => !takes.some((place) => held.has(place)));
    let [first] = moves;
    for (const move of moves) if (first === undefined || rank(move) < rank(first)) first = move;
    return moves.filter((move) => first !== undefined && groupOf(move) === groupOf(first));
  };
}

/** Nodes in the order in which a branch is gone to its end before the next: ends first of all, what a timer sets off before its task. */
function inDepth({ nodes, flows }: Workflow): ReadonlyMap<string, number> {
  const from = groupBy(flows, (flow) => flow.from);
  const timersOf = groupBy(
    nodes.flatMap((node) => (node.kind === 'boundary timer' ? [node] : [])),
    ({ attachedTo }) => attachedTo,
  );
  const after = (id: string) => (from.get(id) ?? []).map(({ to }) => ({ id: to, isTurn: false })).reverse();
  const order = new Map(nodes.filter(({ id }) => !from.has(id)).map(({ id }) => [id, 0]));
  const seen = new Set<string>();
  const open = nodes.flatMap(({ id, kind }) => (kind === 'start' ? [{ id, isTurn: false }] : []));
  for (let next = open.pop(); next; next = open.pop()) {
    const { id, isTurn } = next;
    if (isTurn) {
      if (!order.has(id)) order.set(id, order.size + 1);
      open.push(...after(id));
    } else if (!seen.has(id)) {
      seen.add(id);
      open.push({ id, isTurn: true }, ...(timersOf.get(id) ?? []).flatMap((timer) => after(timer.id)));
    }
  }
  return order;
}
