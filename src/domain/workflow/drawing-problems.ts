import type { StepKind } from '#domain/procedure/step.ts';
import { explore, pathTo } from './explore.ts';
import { enabled } from './marking.ts';
import { groupBy, type Net, netOf } from './net.ts';
import { oneByOne } from './one-by-one.ts';
import { checkSoundness, moveBound } from './soundness.ts';
import { timerDueAt } from './timer.ts';
import type { NodeKind, Workflow } from './workflow.ts';

/** What stands against publishing a drawing, at which node, flow or lane; `path` is a way of nodes that shows it, where one does. */
export type DrawingProblem = {
  readonly kind:
    | 'deadlock'
    | 'two-tokens'
    | 'dead-task'
    | 'no-exit'
    | 'too-large'
    | 'begins-without-receipt'
    | 'ends-without-return'
    | 'result-left-out'
    | 'choice-without-default'
    | 'condition-in-round'
    | 'nobody-chooses'
    | 'timer-unreadable'
    | 'message-without-name';
  readonly element: string;
  readonly path: readonly string[];
};

/**
 * Whether dossiers can be led along a drawing: sound; from one start to the receipt and by the return to its ends; a result appraised,
 * signed and numbered, in that order, before any number, signature or return; every choice with a default where it has conditions;
 * no choice by conditions within a round, because what was answered does not change and the round would never be left; none by an officer
 * behind a timer or a message, where no officer is.
 */
export function drawingProblems(workflow: Workflow): readonly DrawingProblem[] {
  const soundness = checkSoundness(workflow);
  if (soundness.verdict === 'refused') return [{ kind: 'too-large', element: workflow.id, path: [] }];
  const places = [...checkStart(workflow), ...checkChoices(workflow), ...checkChoosers(workflow), ...checkCatches(workflow)];
  if (soundness.verdict === 'unsound') return [...soundness.problems, ...places];
  return [...places, ...checkReturn(workflow), ...checkResult(workflow)];
}

function checkStart({ id, nodes, flows }: Workflow): readonly DrawingProblem[] {
  const starts = nodes.filter(({ kind }) => kind === 'start');
  const first = flows.filter(({ from }) => starts.some((start) => start.id === from)).map(({ to }) => nodes.find((node) => node.id === to));
  const [only] = first;
  const receives = starts.length === 1 && first.length === 1 && only?.kind === 'task' && only.stepKind === 'receive';
  return receives ? [] : [{ kind: 'begins-without-receipt', element: starts[0]?.id ?? id, path: [] }];
}

function checkChoices({ nodes, flows }: Workflow): readonly DrawingProblem[] {
  const from = groupBy(flows, (flow) => flow.from);
  return nodes.flatMap((node): DrawingProblem[] => {
    const isConditional = (from.get(node.id) ?? []).some(({ condition }) => condition !== null);
    if (node.kind !== 'exclusive' || !isConditional) return [];
    const found: DrawingProblem[] = [];
    if (node.defaultFlowId === null) found.push({ kind: 'choice-without-default', element: node.id, path: [] });
    const after = new Set((from.get(node.id) ?? []).map(({ to }) => to));
    for (const id of after) for (const { to } of from.get(id) ?? []) after.add(to);
    if (after.has(node.id)) found.push({ kind: 'condition-in-round', element: node.id, path: [] });
    return found;
  });
}

/** Choices to which a token comes from a timer or a message with no task between, and which only somebody could make. */
function checkChoosers({ nodes, flows }: Workflow): readonly DrawingProblem[] {
  const from = groupBy(flows, (flow) => flow.from);
  const kinds = new Map(nodes.map(({ id, kind }) => [id, kind]));
  const unattended = new Set(nodes.flatMap(({ id, kind }) => (isEvent(kind) ? [id] : [])));
  for (const id of unattended) if (kinds.get(id) !== 'task') for (const { to } of from.get(id) ?? []) unattended.add(to);
  return nodes.flatMap((node): DrawingProblem[] => {
    const free = (from.get(node.id) ?? []).filter(({ condition }) => condition === null);
    const isMet = node.kind === 'exclusive' && free.length > 1 && unattended.has(node.id);
    return isMet ? [{ kind: 'nobody-chooses', element: node.id, path: [] }] : [];
  });
}

function isEvent(kind: NodeKind): boolean {
  return kind === 'timer' || kind === 'message' || kind === 'boundary timer';
}

const anyMoment = new Date(0);

function checkCatches({ nodes }: Workflow): readonly DrawingProblem[] {
  return nodes.flatMap((node): DrawingProblem[] => {
    if (node.kind === 'message' && !node.message) return [{ kind: 'message-without-name', element: node.id, path: [] }];
    if (node.kind !== 'timer' && node.kind !== 'boundary timer') return [];
    return node.timer && timerDueAt(node.timer, anyMoment) ? [] : [{ kind: 'timer-unreadable', element: node.id, path: [] }];
  });
}

/** No dossier ends but by its return: no token ends all, and not all tokens end, before it. */
function checkReturn(workflow: Workflow): readonly DrawingProblem[] {
  const withoutReturn = without(workflow, ['return']);
  const reached = reachedFrom(withoutReturn);
  const terminate = workflow.nodes.find(({ id, kind }) => kind === 'terminate' && reached.has(id));
  if (terminate) return [{ kind: 'ends-without-return', element: terminate.id, path: [] }];
  const { net, explored } = walked(withoutReturn);
  const at = explored.reached.findIndex(({ marking }) => marking.length === 0);
  if (at >= 0) {
    const path = pathTo(explored, at);
    return [{ kind: 'ends-without-return', element: path.at(-1) ?? workflow.id, path }];
  }
  return explored.whole || net.places.length === 0 ? [] : [{ kind: 'too-large', element: workflow.id, path: [] }];
}

/** What must be done before what: a return or a number without a signature, a signature without a result, are none. */
const before: readonly (readonly [done: StepKind, first: StepKind])[] = [
  ['sign', 'appraise'],
  ['number', 'sign'],
  ['return', 'number'],
];

function checkResult(workflow: Workflow): readonly DrawingProblem[] {
  return before.flatMap(([done, first]): DrawingProblem[] => {
    const { net, explored } = walked(without(workflow, [first]));
    const tasks = new Set(workflow.nodes.flatMap((node) => (node.kind === 'task' && node.stepKind === done ? [node.id] : [])));
    const at = explored.reached.findIndex(({ marking }) => marking.some((place) => tasks.has(net.places[place]?.nodeId ?? '')));
    if (at < 0) return explored.whole ? [] : [{ kind: 'too-large', element: workflow.id, path: [] }];
    const found = explored.reached[at]?.marking.map((place) => net.places[place]?.nodeId ?? '').find((id) => tasks.has(id)) ?? '';
    return [{ kind: 'result-left-out', element: found, path: pathTo(explored, at) }];
  });
}

/** The same drawing, in which nothing leads on from steps of these kinds: who comes there stays. */
function without(workflow: Workflow, kinds: readonly StepKind[]): { readonly workflow: Workflow; readonly stay: ReadonlySet<string> } {
  const stay = new Set(
    workflow.nodes.flatMap((node) => (node.kind === 'task' && kinds.some((kind) => kind === node.stepKind) ? [node.id] : [])),
  );
  return { workflow, stay };
}

function walked({ workflow, stay }: ReturnType<typeof without>) {
  const net: Net = netOf(workflow);
  const held = new Set(net.places.flatMap(({ nodeId, timerOf }, place) => (timerOf === null && stay.has(nodeId) ? [place] : [])));
  const one = oneByOne(workflow, net, held);
  const endsAll = workflow.nodes.some(({ kind }) => kind === 'terminate');
  const explored = endsAll
    ? explore(net, (marking) => enabled(net, marking).filter(({ takes }) => !takes.some((place) => held.has(place))), moveBound)
    : explore(net, one, moveBound);
  return { net, explored };
}

function reachedFrom({ workflow, stay }: ReturnType<typeof without>): ReadonlySet<string> {
  const from = groupBy(workflow.flows, (flow) => flow.from);
  const found = new Set(workflow.nodes.flatMap(({ id, kind }) => (kind === 'start' ? [id] : [])));
  for (const id of found) {
    if (stay.has(id)) continue;
    for (const { to } of from.get(id) ?? []) found.add(to);
    for (const node of workflow.nodes) if (node.kind === 'boundary timer' && node.attachedTo === id) found.add(node.id);
  }
  return found;
}
