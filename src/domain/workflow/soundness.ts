import { withoutEarlyEnds } from './early-ends.ts';
import { type Explored, explore } from './explore.ts';
import { findDoubled, findEndless, findStuck, type Unsound } from './findings.ts';
import { enabled, type Marking } from './marking.ts';
import { groupBy, type Net, netOf } from './net.ts';
import { oneByOne } from './one-by-one.ts';
import type { NodeKind, Workflow } from './workflow.ts';

/** At most so many moves of tokens are tried among all orders, and a tenth of it in one order, so that an answer is there at once. */
export const moveBound = 30_000;

/** Larger workflows are not looked at: nobody reads a diagram of that size. */
export const elementBound = 5_000;

export type Soundness =
  | { readonly verdict: 'sound' }
  | { readonly verdict: 'unsound'; readonly problems: readonly Unsound[] }
  /** Neither proved nor disproved: more elements, or more ways for its tokens, than the bound. */
  | { readonly verdict: 'refused'; readonly beyond: 'elements' | 'moves'; readonly bound: number };

/** Once it is known that a workflow is unsound, so many moves are tried for the shortest way that shows it. */
const boundForShortest = 3_000;

/**
 * Whether every dossier on this workflow comes to its end, whatever is chosen on the way.
 *
 * Sound: from every marking that can be reached the end can be reached, no place ever holds two tokens, and every task,
 * catch event and timer can happen. Conditions are not looked at: any way of a choice may be taken.
 *
 * First only one order of what happens side by side is followed, which proves soundness fast (see `oneByOne`): without
 * early ends, and then once for each end in which two tokens could meet, holding its tokens. What is wrong is then looked
 * for among all orders as far as the bound reaches, for the shortest way there.
 *
 * @param bound most moves to try among all orders
 */
export function checkSoundness(workflow: Workflow, bound = moveBound): Soundness {
  if (workflow.nodes.length + workflow.flows.length > elementBound) return { verdict: 'refused', beyond: 'elements', bound: elementBound };

  const proof = proveInOneOrder(workflow, bound);
  if (proof === 'sound') return { verdict: 'sound' };

  const { problems, whole } = lookInAllOrders(workflow, proof === 'unsettled' ? bound : Math.min(bound, boundForShortest));
  if (problems.length > 0) return { verdict: 'unsound', problems };
  if (proof !== 'unsettled') return { verdict: 'unsound', problems: proof.map((one) => lookCloser(workflow, one)) };
  return whole ? { verdict: 'sound' } : { verdict: 'refused', beyond: 'moves', bound };
}

/** Two tokens often meet earlier than where one order shows it: the nodes on its way, in all orders, tell where first. */
function lookCloser(workflow: Workflow, found: Unsound): Unsound {
  if (found.kind !== 'two-tokens') return found;
  const net = netOf(workflow);
  const onWay = new Set(found.path);
  const explored = explore(net, (marking) => enabled(net, marking).filter(({ nodeId }) => onWay.has(nodeId)), boundForShortest);
  return findDoubled(net, explored)[0] ?? found;
}

/** @returns what is surely wrong; `unsettled` when this order shows neither that it is sound nor that it is not */
function proveInOneOrder(full: Workflow, bound: number): 'sound' | 'unsettled' | readonly Unsound[] {
  const { workflow, behind } = withoutEarlyEnds(full);
  const net = netOf(workflow);
  const { endingAll } = net;
  const follow = (held: ReadonlySet<number>) => explore(net, oneByOne(workflow, net, held), bound / 10);

  const explored = follow(endingAll);
  const endsAll = (marking: Marking) => marking.some((place) => endingAll.has(place));
  const wrong = [...findDoubled(net, explored), ...findStuck(net, explored, endsAll)];
  if (wrong.length > 0) return wrong;

  const isOver = (marking: Marking) => marking.every((place) => endingAll.has(place));
  const endless = findEndless(explored, isOver);
  if (endless.length > 0 && endingAll.size === 0) return endless;
  if (!explored.whole || endless.length > 0 || findStuck(net, explored, isOver).length > 0) return 'unsettled';
  if (endsAllTwice(net, explored) || workflow.nodes.some((node) => node.kind === 'parallel' && endsIn(workflow, node.id)))
    return 'unsettled';

  for (const end of endsOfTwo(workflow)) {
    const held = net.places.findIndex(({ nodeId }) => nodeId === end);
    const again = follow(new Set([...endingAll, held]));
    const met = findDoubled(net, again);
    if (met.length > 0) return met;
    if (!again.whole) return 'unsettled';
  }
  const fired = new Set([...explored.fired].flatMap((id) => [id, ...(behind.get(id) ?? [])]));
  const dead = deadTasks(full, fired);
  return dead.length > 0 ? dead : 'sound';
}

function lookInAllOrders(workflow: Workflow, bound: number): { problems: readonly Unsound[]; whole: boolean } {
  const net = netOf(workflow);
  const explored = explore(net, (marking) => enabled(net, marking), bound);
  const isOver = (marking: Marking) => marking.length === 0;
  const doubled = findDoubled(net, explored);
  const problems = [...doubled, ...findStuck(net, explored, isOver), ...findEndless(explored, isOver)];
  const allSeen = explored.whole && doubled.length === 0;
  return { problems: [...problems, ...deadTasks(workflow, allSeen ? explored.fired : connected(workflow))], whole: explored.whole };
}

/** Tasks, catch events and timers that can never happen. No path leads there. */
function deadTasks(workflow: Workflow, alive: ReadonlySet<string>): readonly Unsound[] {
  const dead = workflow.nodes.filter(({ id, kind }) => isWork(kind) && !alive.has(id));
  return dead.map(({ id }) => ({ kind: 'dead-task', element: id, path: [] }));
}

function isWork(kind: NodeKind): boolean {
  return kind === 'task' || kind === 'timer' || kind === 'message' || kind === 'boundary timer';
}

/** Nodes to which flows lead from a start, whether or not a token gets there. */
export function connected({ nodes, flows }: Workflow): ReadonlySet<string> {
  const from = groupBy(flows, (flow) => flow.from);
  const timers = nodes.flatMap((node) => (node.kind === 'boundary timer' ? [node] : []));
  const timersOf = groupBy(timers, ({ attachedTo }) => attachedTo);
  const found = new Set(nodes.flatMap(({ id, kind }) => (kind === 'start' ? [id] : [])));
  for (const id of found) {
    for (const { to } of from.get(id) ?? []) found.add(to);
    for (const timer of timersOf.get(id) ?? []) found.add(timer.id);
  }
  return found;
}

/** Whether a second token comes to a terminate end before it ends all. */
function endsAllTwice({ endingAll }: Net, { reached }: Explored): boolean {
  if (endingAll.size === 0) return false;
  return reached.some(({ marking, next }) =>
    next.some(({ move }) =>
      move.gives.some((place, at) => endingAll.has(place) && (marking.includes(place) || move.gives.indexOf(place) < at)),
    ),
  );
}

function endsIn({ flows }: Workflow, nodeId: string): boolean {
  return !flows.some(({ from }) => from === nodeId);
}

/** Ends to which two ways lead from where tokens part: only there can two tokens come in one run. */
function endsOfTwo(workflow: Workflow): readonly string[] {
  const { nodes, flows } = workflow;
  const from = groupBy(flows, (flow) => flow.from);
  const to = groupBy(flows, (flow) => flow.to);
  const hosts = new Map(nodes.flatMap((node) => (node.kind === 'boundary timer' ? [[node.id, node.attachedTo]] : [])));
  const choices = new Set(nodes.flatMap(({ id, kind }) => (kind === 'exclusive' ? [id] : [])));
  const stays = [...new Set(hosts.values())].flatMap((id) => (from.has(id) ? [] : [{ from: id, to: id }]));
  const parts = groupBy([...flows.filter((flow) => !choices.has(flow.from)), ...stays], (flow) => hosts.get(flow.from) ?? flow.from);
  const parting = [...parts.values()].filter((ways) => ways.length > 1);

  return nodes.flatMap(({ id, kind }) => {
    if (kind === 'terminate' || from.has(id)) return [];
    const before = new Set([id]);
    for (const at of before) {
      for (const flow of to.get(at) ?? []) before.add(flow.from);
      const host = hosts.get(at);
      if (host !== undefined) before.add(host);
    }
    return parting.some((ways) => ways.filter((way) => before.has(way.to)).length > 1) ? [id] : [];
  });
}
