import type { Flow, NodeKind } from './workflow.ts';

/** Where a token can lie: at a node, or, where several must come together, on the flow that leads there. */
export type Place = {
  readonly nodeId: string;
  readonly flowId: string | null;
  /** The task whose timer is set while this holds its token; null for all that are no timer on a task. */
  readonly timerOf: string | null;
};

/** One thing that can happen: a node fires and tokens move. Places are numbers: their position in `places`. */
export type Move = {
  readonly nodeId: string;
  /** Which flow an exclusive gateway chose; null for all others. */
  readonly flowId: string | null;
  /** Each must hold a token, and loses it. */
  readonly takes: readonly number[];
  /** Timers that are no longer set once their task is done. */
  readonly unsets: readonly number[];
  readonly gives: readonly number[];
  readonly endsAll: boolean;
};

/** What of a workflow says how tokens move. */
export type Moving = { readonly id?: string; readonly nodes: readonly MovingNode[]; readonly flows: readonly MovingFlow[] };

type MovingNode =
  | { readonly id: string; readonly kind: Exclude<NodeKind, 'boundary timer'> }
  | { readonly id: string; readonly kind: 'boundary timer'; readonly attachedTo: string };

type MovingFlow = Pick<Flow, 'id' | 'from' | 'to'>;

/** A workflow made ready for tokens. */
export type Net = {
  readonly places: readonly Place[];
  readonly moves: readonly Move[];
  /** Moves by the place that is the first to lose a token; whoever looks for what can happen starts there. */
  readonly movesAt: readonly (readonly Move[])[];
  /** Places in which a token ends everything; a second one there makes no difference. */
  readonly endingAll: ReadonlySet<number>;
};

/** The place that a workflow begins from: its one token is that of the start events, of which one fires. */
export const beginning = 0;

/**
 * The rules by which tokens move, after BPMN 2.0:
 * - a task, a catch event or an exclusive gateway takes each token that comes, and waits with it;
 * - a parallel gateway waits for one token on each flow that leads to it;
 * - an exclusive gateway sends it on along one flow, every other node along all of its flows;
 * - a node without a way out ends its token, a terminate end ends all;
 * - several start events are alternatives: a dossier begins at one of them;
 * - a timer attached to a task is set anew each time the task begins, and can fire once while it waits.
 */
export function netOf(workflow: Moving): Net {
  const places: Place[] = [
    { nodeId: workflow.nodes.find(({ kind }) => kind === 'start')?.id ?? workflow.id ?? '', flowId: null, timerOf: null },
  ];
  const flowsFrom = groupBy(workflow.flows, ({ from }) => from);
  const flowsTo = groupBy(workflow.flows, ({ to }) => to);
  const timersAt = groupBy(
    workflow.nodes.flatMap((node) => (node.kind === 'boundary timer' ? [node] : [])),
    ({ attachedTo }) => attachedTo,
  );
  const waitsForAll = (node: MovingNode) => node.kind === 'parallel' && (flowsTo.get(node.id)?.length ?? 0) > 1;

  const atNode = new Map<string, number>();
  const onFlow = new Map<string, number>();
  for (const node of workflow.nodes) {
    if (node.kind === 'start') atNode.set(node.id, beginning);
    else if (waitsForAll(node))
      for (const { id } of flowsTo.get(node.id) ?? []) onFlow.set(id, places.push({ nodeId: node.id, flowId: id, timerOf: null }) - 1);
    else {
      const timerOf = node.kind === 'boundary timer' ? node.attachedTo : null;
      atNode.set(node.id, places.push({ nodeId: node.id, flowId: null, timerOf }) - 1);
    }
  }
  const timersOf = (nodeId: string) => (timersAt.get(nodeId) ?? []).flatMap(({ id }) => placeOf(atNode, id));
  const along = ({ id, to }: MovingFlow) => [...placeOf(onFlow, id), ...(onFlow.has(id) ? [] : placeOf(atNode, to)), ...timersOf(to)];

  const moves = workflow.nodes.flatMap((node): Move[] => {
    const out = flowsFrom.get(node.id) ?? [];
    const takes = waitsForAll(node) ? (flowsTo.get(node.id) ?? []).flatMap(({ id }) => placeOf(onFlow, id)) : placeOf(atNode, node.id);
    const move = { nodeId: node.id, takes, unsets: timersOf(node.id), endsAll: node.kind === 'terminate' };
    if (node.kind !== 'exclusive' || out.length === 0) return [{ ...move, flowId: null, gives: out.flatMap(along) }];
    return out.map((flow) => ({ ...move, flowId: flow.id, gives: along(flow) }));
  });
  const movesAt = places.map((_, place) => moves.filter(({ takes }) => takes[0] === place));
  const endingAll = new Set(moves.flatMap(({ endsAll, takes }) => (endsAll ? takes : [])));
  return { places, moves, movesAt, endingAll };
}

function placeOf(places: ReadonlyMap<string, number>, id: string): readonly number[] {
  const place = places.get(id);
  return place === undefined ? [] : [place];
}

export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  return Map.groupBy(items, keyOf);
}
