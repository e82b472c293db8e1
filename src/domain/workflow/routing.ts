import { explore } from './explore.ts';
import { enabled, fire, type Marking } from './marking.ts';
import { type Move, type Net, netOf } from './net.ts';
import type { Flow, NodeKind, Timer, Workflow } from './workflow.ts';

/** The way of one dossier where it is not one step after the other: nodes and flows of its procedure's drawing, no names of people. */
export type Routing = { readonly nodes: readonly RoutedNode[]; readonly flows: readonly RoutedFlow[] };

export type RoutedNode = { readonly id: string; readonly name: string } & (
  | { readonly kind: 'start' | 'end' | 'terminate' | 'task' | 'parallel' | 'message' }
  | { readonly kind: 'exclusive'; readonly defaultFlowId: string | null }
  | { readonly kind: 'timer'; readonly timer: Timer | null }
  | { readonly kind: 'boundary timer'; readonly attachedTo: string; readonly timer: Timer | null }
);

/** `conditional`: what the answers said decides, and is known from the beginning. */
export type RoutedFlow = Omit<Flow, 'condition'> & { readonly conditional: boolean };

/** Where something waits: at a task, a timer or a message; or on a flow, for what must come together with it. */
export type Token = { readonly nodeId: string; readonly flowId: string | null };

/** What decides at a choice: what the conditions gave, and the flows that were named. `must`: who does not name one is asked. */
export type Choosing = { readonly given: Readonly<Record<string, boolean>>; readonly ways: readonly string[]; readonly must: boolean };

/** Where tokens lie after one moved on, and which of them are new there. */
export type Advanced = { readonly tokens: readonly Token[]; readonly begun: readonly Token[] };

/** A drawing as the way of one dossier. */
export function routingOf({ nodes, flows }: Workflow): Routing {
  return {
    nodes: nodes.map((node): RoutedNode => {
      const { id, name } = node;
      switch (node.kind) {
        case 'exclusive':
          return { id, name, kind: node.kind, defaultFlowId: node.defaultFlowId };
        case 'timer':
          return { id, name, kind: node.kind, timer: node.timer };
        case 'boundary timer':
          return { id, name, kind: node.kind, attachedTo: node.attachedTo, timer: node.timer };
        default:
          return { id, name, kind: node.kind };
      }
    }),
    flows: flows.map(({ condition, ...flow }) => ({ ...flow, conditional: condition !== null })),
  };
}

/**
 * Moves the token of a task that is done, of a timer that fired or of a message that came, and then all that nobody waits for:
 * choices, partings, joins, ends. Where a token comes to where one lies already, they are one.
 *
 * At a choice the first flow counts whose condition gave true; else the one that was named; else the default. A choice that is met
 * again by the same token goes where it did not go yet, so that it leaves every round.
 *
 * @param from the node whose token moves
 * @returns where tokens lie then, or the choice at which none was named that must be
 */
export function advance(
  routing: Routing,
  tokens: readonly Token[],
  from: string,
  choosing: Choosing,
): Advanced | { readonly undecided: string } {
  const { net } = readyOf(routing);
  const moves = movesFrom(routing, tokens, from, choosing);
  if ('undecided' in moves) return moves;
  const begun = new Set<number>();
  let marking = markingOf(routing, tokens);
  for (const move of moves) {
    for (const place of move.gives) if (!marking.includes(place) || move.takes.includes(place)) begun.add(place);
    marking = fire(net, marking, move).marking;
  }
  const at = (place: number) => tokenAt(net, place);
  return { tokens: marking.map(at), begun: marking.filter((place) => begun.has(place)).map(at) };
}

/** What happens, one thing after the other, when a token moves on as `advance` says. */
export function movesFrom(
  routing: Routing,
  tokens: readonly Token[],
  from: string,
  choosing: Choosing,
): readonly Move[] | { readonly undecided: string } {
  const { net, nodes } = readyOf(routing);
  const gone = new Map<string, Set<string>>();
  const happened: Move[] = [];
  let marking = markingOf(routing, tokens);
  let move = enabled(net, marking).find(({ nodeId }) => nodeId === from);
  while (move) {
    happened.push(move);
    marking = fire(net, marking, move).marking;
    const moves = enabled(net, marking).filter(({ nodeId }) => !waits(nodes.get(nodeId)?.kind));
    const [first] = moves;
    if (!first || first.flowId === null) {
      move = first;
      continue;
    }
    const flowId = chosenAt(routing, first.nodeId, gone, choosing);
    if (flowId === undefined) return { undecided: first.nodeId };
    move = moves.find((one) => one.nodeId === first.nodeId && one.flowId === flowId);
  }
  return happened;
}

function markingOf(routing: Routing, tokens: readonly Token[]): Marking {
  const { placeOf } = readyOf(routing);
  return tokens.flatMap((token) => placeOf.get(keyOf(token)) ?? []).toSorted((a, b) => a - b);
}

function chosenAt({ nodes, flows }: Routing, nodeId: string, gone: Map<string, Set<string>>, { given, ways, must }: Choosing) {
  const node = nodes.find(({ id }) => id === nodeId);
  const out = flows.filter(({ from }) => from === nodeId);
  const free = out.filter(({ conditional }) => !conditional);
  const usual = node?.kind === 'exclusive' ? free.find(({ id }) => id === node.defaultFlowId) : undefined;
  const answered = out.find(({ id, conditional }) => conditional && given[id]);
  const named = free.find(({ id }) => ways.includes(id));
  const only = free.length === 1 ? free[0] : undefined;
  const wanted = answered ?? named ?? usual ?? only ?? (must ? undefined : (free[0] ?? out[0]));
  if (!wanted) return undefined;
  const before = gone.get(nodeId) ?? new Set();
  if (out.every(({ id }) => before.has(id))) before.clear();
  const flow = before.has(wanted.id) ? (out.find(({ id }) => !before.has(id)) ?? wanted) : wanted;
  gone.set(nodeId, before.add(flow.id));
  return flow.id;
}

/** A choice that somebody makes who hands on from a task: the flows that he can name, none of which an answer has decided. */
export type OpenChoice = {
  readonly nodeId: string;
  readonly name: string;
  readonly flows: readonly RoutedFlow[];
  readonly usual: string | null;
};

/** The choices that can be met from a task before the next one. */
export function choicesAfter({ nodes, flows }: Routing, from: string, given: Readonly<Record<string, boolean>>): readonly OpenChoice[] {
  const kinds = new Map(nodes.map((node) => [node.id, node]));
  const met = new Set([from]);
  for (const id of met) {
    const kind = kinds.get(id)?.kind;
    if (id !== from && waits(kind)) continue;
    const out = flows.filter((flow) => flow.from === id);
    const answered = out.find((flow) => flow.conditional && given[flow.id]);
    for (const { to } of answered ? [answered] : out.filter(({ conditional }) => !conditional)) met.add(to);
  }
  return [...met].flatMap((id): OpenChoice[] => {
    const node = kinds.get(id);
    const out = flows.filter((flow) => flow.from === id);
    const free = out.filter(({ conditional }) => !conditional);
    if (node?.kind !== 'exclusive' || free.length < 2 || out.some((flow) => flow.conditional && given[flow.id])) return [];
    return [{ nodeId: id, name: node.name, flows: free, usual: node.defaultFlowId }];
  });
}

/** Tasks to which a token comes from here without another task between. */
export function tasksAfter({ nodes, flows }: Routing, from: string): readonly string[] {
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const met = new Set(flows.filter((flow) => flow.from === from).map(({ to }) => to));
  for (const id of met) if (kinds.get(id) !== 'task') for (const flow of flows) if (flow.from === id) met.add(flow.to);
  return [...met].filter((id) => kinds.get(id) === 'task');
}

/** Whether one node leads to another, over whatever lies between. */
export function leadsTo({ flows }: Routing, from: string, to: string): boolean {
  const met = new Set(flows.filter((flow) => flow.from === from).map((flow) => flow.to));
  for (const id of met) for (const flow of flows) if (flow.from === id) met.add(flow.to);
  return met.has(to);
}

/** So many moves are looked at to find out whether tokens can lie somewhere. */
const mostMoves = 30_000;

/**
 * Whether tokens can come to lie so; from there every dossier comes to its end, because the drawing is sound. Timers that are set
 * on tasks do not count: they are set again.
 *
 * @param last the node at which all else is over: where tokens could lie only after it, none can
 */
export function canLieAt(routing: Routing, tokens: readonly Token[], last: string | undefined): boolean {
  const { net, placeOf, nodes } = readyOf(routing);
  const isTimer = (place: number) => net.places[place]?.timerOf !== null;
  const keyed = (marking: Marking) => marking.filter((place) => !isTimer(place)).join(' ');
  const places = tokens.map((token) => placeOf.get(keyOf(token)));
  if (places.some((place) => place === undefined)) return false;
  const wanted = keyed(places.flatMap((place) => place ?? []).toSorted((a, b) => a - b));
  const movesBefore = (marking: Marking) => enabled(net, marking).filter(({ nodeId }) => nodeId !== last);
  const reachable = new Set<string>();
  for (const { marking } of explore(net, movesBefore, mostMoves).reached) {
    if (marking.every((place) => net.places[place]?.flowId !== null || waits(nodes.get(net.places[place]?.nodeId ?? '')?.kind)))
      reachable.add(keyed(marking));
  }
  return reachable.has(wanted);
}

/** Whether a token stays here until somebody does something, or a time comes. */
function waits(kind: NodeKind | undefined): boolean {
  return kind === 'task' || kind === 'timer' || kind === 'message' || kind === 'boundary timer';
}

type Ready = { readonly net: Net; readonly placeOf: ReadonlyMap<string, number>; readonly nodes: ReadonlyMap<string, RoutedNode> };

const ready = new WeakMap<Routing, Ready>();

function readyOf(routing: Routing): Ready {
  const known = ready.get(routing);
  if (known) return known;
  const net = netOf(routing);
  const made = {
    net,
    placeOf: new Map(net.places.map((_, place) => [keyOf(tokenAt(net, place)), place])),
    nodes: new Map(routing.nodes.map((node) => [node.id, node])),
  };
  ready.set(routing, made);
  return made;
}

function tokenAt({ places }: Net, place: number): Token {
  const { nodeId, flowId } = places[place] ?? { nodeId: '', flowId: null };
  return { nodeId, flowId };
}

export function keyOf({ nodeId, flowId }: Token): string {
  return flowId === null ? nodeId : `${nodeId} ${flowId}`;
}
