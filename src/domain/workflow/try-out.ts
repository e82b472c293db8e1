import { addWorkingMinutes, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { enabled, fire, initialMarking, type Marking } from './marking.ts';
import { beginning, type Move, type Net, netOf } from './net.ts';
import { timerDueAt } from './timer.ts';
import type { Flow, NodeKind, Timer, Workflow, WorkflowNode } from './workflow.ts';

/** What somebody lets happen on a trial: a task is done, a time or a message comes, a choice takes one of its flows. */
export type TriedMove = { readonly nodeId: string; readonly flowId: string | null };

export type TrialFacts = {
  readonly startAt: Date;
  /** Working minutes that are promised for the whole. */
  readonly totalMinutes: number;
  readonly calendar: WorkingCalendar;
};

/** Something that can happen now: where, from when on, when it would as planned, and which ways a choice has. */
export type TrialPlace = {
  readonly node: WorkflowNode;
  readonly fromAt: Date;
  readonly untilAt: Date;
  /** None but at a choice. */
  readonly flows: readonly Flow[];
};

export type Trial = {
  /** What happened, and when it would have as planned. */
  readonly gone: readonly { readonly node: WorkflowNode; readonly at: Date }[];
  readonly now: readonly TrialPlace[];
  /** Nodes at which a token waits for other branches. */
  readonly waiting: readonly WorkflowNode[];
  /** When nothing is left to happen; null while something is. */
  readonly overAt: Date | null;
};

/** What is where: places with a token, when each got it, and when the last one did. */
type Standing = { readonly marking: Marking; readonly came: ReadonlyMap<number, Date>; readonly lastAt: Date };

type Ready = {
  readonly workflow: Workflow;
  readonly net: Net;
  readonly nodes: ReadonlyMap<string, WorkflowNode>;
  readonly facts: TrialFacts;
};

/**
 * Walks a dossier that is none along a sound workflow, by the rules by which it was proved sound.
 *
 * Each task takes its share of the promised working time from when its token came; what joins branches goes on when the last one
 * comes. Which way a choice takes is said, whatever its conditions are. A move that cannot happen where the tokens lie is passed over.
 */
export function tryOut(workflow: Workflow, moves: readonly TriedMove[], facts: TrialFacts): Trial {
  const ready = { workflow, net: netOf(workflow), nodes: new Map(workflow.nodes.map((node) => [node.id, node])), facts };
  let standing = settled(ready, { marking: initialMarking, came: new Map([[beginning, facts.startAt]]), lastAt: facts.startAt });
  const gone: { node: WorkflowNode; at: Date }[] = [];
  for (const { nodeId, flowId } of moves) {
    const move = enabled(ready.net, standing.marking).find((one) => one.nodeId === nodeId && one.flowId === flowId);
    const node = ready.nodes.get(nodeId);
    if (!move || !node) continue;
    const at = endOf(ready, standing, move);
    gone.push({ node, at });
    standing = settled(ready, moved(ready.net, standing, move, at));
  }
  const now = placesOf(ready, standing);
  const open = new Set(now.map(({ node }) => node.id));
  const waiting = new Set(standing.marking.map((place) => ready.net.places[place]?.nodeId ?? '').filter((id) => !open.has(id)));
  return {
    gone,
    now,
    waiting: [...waiting].flatMap((id) => ready.nodes.get(id) ?? []),
    overAt: now.length === 0 ? standing.lastAt : null,
  };
}

/** Lets happen what nobody waits for: a lone start, partings, joins and ends. */
function settled(ready: Ready, standing: Standing): Standing {
  let now = standing;
  for (let left = mostSilent; left > 0; left--) {
    const moves = enabled(ready.net, now.marking);
    const silent = moves.find(({ nodeId }) => isSilent(ready.nodes.get(nodeId)?.kind, moves.length));
    if (!silent) return now;
    now = moved(ready.net, now, silent, cameAt(now, silent));
  }
  return now;
}

/** More of them in a row than any drawing has. */
const mostSilent = 10_000;

function isSilent(kind: NodeKind | undefined, others: number): boolean {
  return kind === 'parallel' || kind === 'end' || kind === 'terminate' || (kind === 'start' && others === 1);
}

function moved(net: Net, { marking, came, lastAt }: Standing, move: Move, at: Date): Standing {
  const next = fire(net, marking, move).marking;
  const given = new Set(move.gives);
  const places = next.map((place): [number, Date] => [place, given.has(place) ? at : (came.get(place) ?? at)]);
  return { marking: next, came: new Map(places), lastAt: at > lastAt ? at : lastAt };
}

function placesOf(ready: Ready, standing: Standing): readonly TrialPlace[] {
  const moves = Map.groupBy(enabled(ready.net, standing.marking), ({ nodeId }) => nodeId);
  return [...moves].flatMap(([nodeId, [move, ...others]]): TrialPlace[] => {
    const node = ready.nodes.get(nodeId);
    if (!node || !move) return [];
    const ways = new Set([move, ...others].map(({ flowId }) => flowId));
    const flows = ready.workflow.flows.filter(({ id }) => ways.has(id));
    return [{ node, fromAt: cameAt(standing, move), untilAt: endOf(ready, standing, move), flows }];
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
  return addWorkingMinutes(fromAt, Math.round((facts.totalMinutes * node.sharePct) / 100), facts.calendar);
}

function comesAt(timer: Timer | null, fromAt: Date): Date {
  const at = timer && timerDueAt(timer, fromAt);
  return at && at > fromAt ? at : fromAt;
}
