import { addWorkingMinutes, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { enabled, fire, initialMarking, type Marking } from './marking.ts';
import { beginning, type Move, type Net, netOf } from './net.ts';
import { movesFrom, type Routing, routingOf, type Token } from './routing.ts';
import { timerDueAt } from './timer.ts';
import type { Flow, Timer, Workflow, WorkflowNode } from './workflow.ts';

/** What somebody lets happen on a trial: a task is done, a time or a message comes; or, at a choice, the flow that is named. */
export type TriedMove = { readonly nodeId: string; readonly flowId: string | null };

export type TrialFacts = {
  readonly startAt: Date;
  /** Working minutes that are promised for the whole. */
  readonly totalMinutes: number;
  readonly calendar: WorkingCalendar;
  /** What the conditions gave over the answers, by their flows. */
  readonly given: Readonly<Record<string, boolean>>;
};

/** Something that can happen now: where, from when on, when it would as planned, and which ways whoever hands on can name. */
export type TrialPlace = {
  readonly node: WorkflowNode;
  readonly fromAt: Date;
  readonly untilAt: Date;
  /** None but at a choice. */
  readonly flows: readonly Flow[];
};

/** Something that happened, and when it would have as planned; at a choice, which way was gone and what decided. */
export type TrialEvent = {
  readonly node: WorkflowNode;
  readonly at: Date;
  readonly way: { readonly flow: Flow; readonly by: WayBy } | null;
};

export type WayBy = 'answers' | 'officer' | 'default';

export type Trial = {
  readonly gone: readonly TrialEvent[];
  readonly now: readonly TrialPlace[];
  /** Nodes at which a token waits for other branches. */
  readonly waiting: readonly WorkflowNode[];
  /** When nothing is left to happen; null while something is. */
  readonly overAt: Date | null;
};

/** What is where: places with a token, when each got it, when the last one did, and which way has to be named next. */
type Standing = {
  readonly marking: Marking;
  readonly came: ReadonlyMap<number, Date>;
  readonly lastAt: Date;
  readonly asked: Asked | null;
};

/** From which node a token moves, when, which ways were named, and where one is missing. */
type Asked = { readonly from: string; readonly at: Date; readonly ways: readonly string[]; readonly nodeId: string };

type Ready = {
  readonly workflow: Workflow;
  /** As a dossier is led along it, and the same where no choice of an officer is made for him. */
  readonly routing: Routing;
  readonly asking: Routing;
  readonly net: Net;
  readonly nodes: ReadonlyMap<string, WorkflowNode>;
  readonly facts: TrialFacts;
};

/**
 * Walks a dossier that is none along a sound workflow, by the rules by which a dossier is led: where answers decide they do, where an
 * officer names the way one has to be named; once the return opens, all else is over.
 *
 * Each task takes its share of the promised working time from when its token came; what joins branches goes on when the last one
 * comes. A move that cannot happen where the tokens lie is passed over.
 */
export function tryOut(workflow: Workflow, moves: readonly TriedMove[], facts: TrialFacts): Trial {
  const ready = readyFor(workflow, facts);
  const gone: TrialEvent[] = [];
  let standing: Standing = { marking: initialMarking, came: new Map([[beginning, facts.startAt]]), lastAt: facts.startAt, asked: null };
  const [start, other] = workflow.nodes.filter(({ kind }) => kind === 'start');
  if (start && !other) standing = goneOn(ready, standing, { from: start.id, at: facts.startAt, ways: [] }, gone);
  for (const move of moves) standing = happened(ready, standing, move, gone);

  const now = placesOf(ready, standing);
  const waiting = new Set(tokensOf(ready.net, standing.marking).flatMap(({ nodeId, flowId }) => (flowId === null ? [] : [nodeId])));
  return {
    gone,
    now,
    waiting: [...waiting].flatMap((id) => ready.nodes.get(id) ?? []),
    overAt: now.length === 0 ? standing.lastAt : null,
  };
}

function readyFor(workflow: Workflow, facts: TrialFacts): Ready {
  const routing = routingOf(workflow);
  const nodes = routing.nodes.map((node) =>
    node.kind === 'exclusive' && freeFlows(workflow, node.id).length > 1 ? { ...node, defaultFlowId: null } : node,
  );
  return {
    workflow,
    routing,
    asking: { ...routing, nodes },
    net: netOf(routing),
    nodes: new Map(workflow.nodes.map((node) => [node.id, node])),
    facts,
  };
}

/** Those that no answer decides. */
function freeFlows({ flows }: Workflow, nodeId: string): readonly Flow[] {
  return flows.filter(({ from, condition }) => from === nodeId && condition === null);
}

function happened(ready: Ready, standing: Standing, { nodeId, flowId }: TriedMove, gone: TrialEvent[]): Standing {
  const { asked } = standing;
  if (asked) {
    const isFree = nodeId === asked.nodeId && freeFlows(ready.workflow, nodeId).some(({ id }) => id === flowId);
    return isFree && flowId !== null ? goneOn(ready, standing, { ...asked, ways: [...asked.ways, flowId] }, gone) : standing;
  }
  const place = flowId === null ? placesOf(ready, standing).find(({ node }) => node.id === nodeId) : undefined;
  if (!place) return standing;
  gone.push({ node: place.node, at: place.untilAt, way: null });
  return goneOn(ready, standing, { from: nodeId, at: place.untilAt, ways: [] }, gone);
}

/** Lets a token move on from a node, and then all that nobody waits for; or finds where a way must be named. */
function goneOn(ready: Ready, standing: Standing, { from, at, ways }: Omit<Asked, 'nodeId'>, gone: TrialEvent[]): Standing {
  const { net, nodes, facts, routing, asking } = ready;
  const must = nodes.get(from)?.kind === 'task' || nodes.get(from)?.kind === 'start';
  const moves = movesFrom(must ? asking : routing, tokensOf(net, standing.marking), from, { given: facts.given, ways, must });
  if ('undecided' in moves) return { ...standing, asked: { from, at, ways, nodeId: moves.undecided } };
  let now: Standing = { ...standing, asked: null };
  for (const move of moves) {
    const cameThen = move.nodeId === from ? at : cameAt(now, move);
    const way = move.nodeId === from ? null : wayAt(ready, move, ways);
    const node = nodes.get(move.nodeId);
    if (way && node) gone.push({ node, at: cameThen, way });
    now = moved(net, now, move, cameThen);
  }
  return { ...now, marking: withReturn(ready, now.marking, from) };
}

/** What is left once the return opens, and once it is done. */
function withReturn({ net, nodes }: Ready, marking: Marking, from: string): Marking {
  if (isReturn(nodes.get(from))) return [];
  const back = marking.filter((place) => isReturn(nodes.get(net.places[place]?.nodeId ?? '')));
  return back.length > 0 ? back : marking;
}

function isReturn(node: WorkflowNode | undefined): boolean {
  return node?.kind === 'task' && node.stepKind === 'return';
}

function tokensOf({ places }: Net, marking: Marking): readonly Token[] {
  return marking.flatMap((place) => places[place] ?? []);
}

/** The way of a choice, and what decided; null where there was none to choose. */
function wayAt({ workflow, facts }: Ready, { nodeId, flowId }: Move, ways: readonly string[]): TrialEvent['way'] {
  const out = workflow.flows.filter(({ from }) => from === nodeId);
  const flow = out.find(({ id }) => id === flowId);
  if (!flow || out.length < 2) return null;
  if (flow.condition !== null && facts.given[flow.id]) return { flow, by: 'answers' };
  return { flow, by: ways.includes(flow.id) ? 'officer' : 'default' };
}

function moved(net: Net, { marking, came, lastAt, asked }: Standing, move: Move, at: Date): Standing {
  const next = fire(net, marking, move).marking;
  const given = new Set(move.gives);
  const places = next.map((place): [number, Date] => [place, given.has(place) ? at : (came.get(place) ?? at)]);
  return { marking: next, came: new Map(places), lastAt: at > lastAt ? at : lastAt, asked };
}

function placesOf(ready: Ready, standing: Standing): readonly TrialPlace[] {
  const { asked } = standing;
  const choice = ready.nodes.get(asked?.nodeId ?? '');
  if (asked && choice) return [{ node: choice, fromAt: asked.at, untilAt: asked.at, flows: freeFlows(ready.workflow, choice.id) }];
  return enabled(ready.net, standing.marking).flatMap((move): TrialPlace[] => {
    const node = ready.nodes.get(move.nodeId);
    return node ? [{ node, fromAt: cameAt(standing, move), untilAt: endOf(ready, standing, move), flows: [] }] : [];
  });
}

/** When the last of the tokens came that a move takes. */
function cameAt({ came, lastAt }: Standing, { takes }: Move): Date {
  return new Date(Math.max(...takes.map((place) => (came.get(place) ?? lastAt).getTime())));
}

function endOf({ nodes, facts }: Ready, standing: Standing, move: Move): Date {
  const [node, fromAt] = [nodes.get(move.nodeId), cameAt(standing, move)];
  if (node?.kind === 'timer' || node?.kind === 'boundary timer') return comesAt(node.timer, fromAt);
  if (node?.kind !== 'task' || node.sharePct === null) return fromAt;
  // Rounded down: shares of together the whole must not end minutes after it, and so on the next morning.
  return addWorkingMinutes(fromAt, Math.floor((facts.totalMinutes * node.sharePct) / 100), facts.calendar);
}

function comesAt(timer: Timer | null, fromAt: Date): Date {
  const at = timer && timerDueAt(timer, fromAt);
  return at && at > fromAt ? at : fromAt;
}
