import { placeIn } from './edit-tasks.ts';
import type { Flow, NodeKind, Timer, Workflow, WorkflowNode } from './workflow.ts';

/** What one element of a workflow is now and was before. Elements are the same when they have the same id. */
export type Difference = {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly id: string;
  readonly part: NodeKind | 'flow';
  /** As it is called now; a flow without a name is called by its ends. */
  readonly name: string;
  /** What it says otherwise; of what is new, all that it says. */
  readonly fields: readonly ChangedField[];
};

export type ChangedField = { readonly field: ComparedField; readonly before: string | null; readonly after: string | null };

export type ComparedField =
  | 'name'
  | 'kind'
  | 'agency'
  | 'unit'
  | 'stepKind'
  | 'role'
  | 'sharePct'
  | 'acts'
  | 'form'
  | 'paper'
  | 'outcome'
  | 'timer'
  | 'message'
  | 'attachedTo'
  | 'defaultFlow'
  | 'from'
  | 'to'
  | 'condition';

/** All in which two workflows differ, in the order of the later one; what was taken away stands last. Where things are drawn does not count. */
export function compareWorkflows(before: Workflow, after: Workflow): readonly Difference[] {
  const [old, now] = [elementsOf(before), elementsOf(after)];
  const changed = [...now].flatMap(([id, element]): Difference[] => {
    const was = old.get(id);
    const fields = fieldsBetween(was?.said ?? {}, element.said).filter(({ field }) => !hasSameEnd(field, was?.ends, element.ends));
    if (!was) return [{ kind: 'added', id, part: element.part, name: element.name, fields }];
    return fields.length > 0 ? [{ kind: 'changed', id, part: element.part, name: element.name, fields }] : [];
  });
  const removed = [...old].flatMap(([id, { part, name, said }]): Difference[] => {
    return now.has(id) ? [] : [{ kind: 'removed', id, part, name, fields: fieldsBetween(said, {}) }];
  });
  return [...changed, ...removed];
}

function hasSameEnd(field: ComparedField, was: Ends | undefined, is: Ends | undefined): boolean {
  return (field === 'from' || field === 'to') && was !== undefined && was[field] === is?.[field];
}

type Said = Readonly<Partial<Record<ComparedField, string | null>>>;
type Element = { readonly part: Difference['part']; readonly name: string; readonly said: Said; readonly ends?: Ends };
/** A flow is called by the names of its ends, but leads elsewhere only when these are other nodes. */
type Ends = Pick<Flow, 'from' | 'to'>;

function elementsOf(workflow: Workflow): ReadonlyMap<string, Element> {
  const nodes = new Map(workflow.nodes.map((node) => [node.id, node]));
  const called = (id: string) => nodes.get(id)?.name || id;
  return new Map([
    ...workflow.nodes.map((node): [string, Element] => [
      node.id,
      { part: node.kind, name: node.name, said: saidOf(node, workflow, called) },
    ]),
    ...workflow.flows.map((flow): [string, Element] => [
      flow.id,
      { part: 'flow', name: nameOf(flow, called), said: saidOfFlow(flow, called), ends: flow },
    ]),
  ]);
}

type Called = (id: string) => string;

function nameOf({ name, from, to }: Flow, called: Called): string {
  return name || `${called(from)} → ${called(to)}`;
}

function saidOfFlow({ name, from, to, condition }: Flow, called: Called): Said {
  return { name, from: called(from), to: called(to), condition };
}

function saidOf(node: WorkflowNode, { lanes, flows }: Workflow, called: Called): Said {
  const { name, kind } = node;
  switch (node.kind) {
    case 'task': {
      const { stepKind, role, sharePct, acts, form, paper } = node;
      const share = sharePct === null ? null : String(sharePct);
      return { name, kind, ...placeIn(node.laneId, lanes), stepKind, role, sharePct: share, acts: acts.join(' '), form, paper };
    }
    case 'end':
    case 'terminate':
      return { name, kind, outcome: node.outcome };
    case 'exclusive': {
      const usual = flows.find(({ id }) => id === node.defaultFlowId);
      return { name, kind, defaultFlow: usual ? nameOf(usual, called) : node.defaultFlowId };
    }
    case 'message':
      return { name, kind, message: node.message };
    case 'timer':
      return { name, kind, timer: timeOf(node.timer) };
    case 'boundary timer':
      return { name, kind, timer: timeOf(node.timer), attachedTo: node.attachedTo };
    case 'start':
    case 'parallel':
      return { name, kind };
  }
}

function timeOf(timer: Timer | null): string | null {
  return timer?.value ?? null;
}

const fields: readonly ComparedField[] = [
  'name',
  'kind',
  'agency',
  'unit',
  'stepKind',
  'role',
  'sharePct',
  'acts',
  'form',
  'paper',
  'outcome',
  'timer',
  'message',
  'attachedTo',
  'defaultFlow',
  'from',
  'to',
  'condition',
];

function fieldsBetween(before: Said, after: Said): readonly ChangedField[] {
  return fields.flatMap((field) => {
    const [was, is] = [before[field] || null, after[field] || null];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}
