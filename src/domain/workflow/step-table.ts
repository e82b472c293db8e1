import type { UnitKind } from '#domain/agency/agency.ts';
import { placeOf, type Step } from '#domain/procedure/step.ts';
import type { Flow, Lane, Workflow, WorkflowNode } from './workflow.ts';

/** Why a table of steps cannot be drawn, or a drawing not told as a table, and where: a step's number, or a node's or lane's id. */
export type Untold = {
  readonly reason:
    | 'no-steps'
    | 'steps-out-of-order'
    | 'share-not-positive'
    | 'agency-missing'
    | 'provenance-missing'
    | 'not-one-way'
    | 'not-a-step'
    | 'name-missing'
    | 'kind-missing'
    | 'share-missing'
    | 'role-differs'
    | 'unit-differs'
    | 'more-than-a-step';
  readonly element: string;
};

/** What a workflow is called, and its lanes, for people. */
export type WorkflowNames = {
  readonly id: string;
  readonly name: string;
  agency(agency: string): string;
  unit(unit: UnitKind): string;
};

/**
 * Draws a table of steps: one task after the other between a start and an end, each in the lane of its unit inside the lane of
 * its agency. `stepsOfWorkflow` gives the same table again.
 */
export function workflowOfSteps(steps: readonly Step[], names: WorkflowNames): Workflow | { readonly untold: readonly Untold[] } {
  const untold = untoldSteps(steps);
  if (untold.length > 0) return { untold };

  const lanes = lanesOf(steps, names);
  const laneOf = (step: Step) => lanes.find(({ id }) => id === laneIdOf(steps, step))?.id ?? null;
  const tasks = steps.map((step): WorkflowNode => {
    const { name, kind, sharePct, provenance, acts = [], form = null, paper = null } = step;
    const facts = { stepKind: kind, role: placeOf(kind).role, sharePct, acts, form, paper, provenance };
    return { id: nodeOfStep(step.no), name, laneId: laneOf(step), kind: 'task', ...facts };
  });
  return { id: names.id, name: names.name, ...inTurn(tasks), lanes };
}

/**
 * The steps of a procedure or of one dossier as people look at them: one task after the other, in lanes that are the agencies
 * alone. Its tasks are called by `nodeOfStep`.
 */
export function wayOfSteps(steps: readonly Omit<Step, 'provenance'>[], names: Omit<WorkflowNames, 'unit'>): Workflow {
  const agencies = [...new Set(steps.map(({ agency }) => agency))];
  const lanes = agencies.map(
    (agency): Lane => ({ id: `agency_${agency}`, name: names.agency(agency), parentId: null, agency, unit: null }),
  );
  const tasks = steps.map(({ no, name, kind, agency, sharePct }): WorkflowNode => {
    const facts = { stepKind: kind, role: placeOf(kind).role, sharePct, acts: [], form: null, paper: null, provenance: null };
    return { id: nodeOfStep(no), name, laneId: `agency_${agency}`, kind: 'task', ...facts };
  });
  return { id: names.id, name: names.name, ...inTurn(tasks), lanes };
}

export function nodeOfStep(no: number): string {
  return `step_${no}`;
}

/** Tasks one after the other, between a start and an end. */
function inTurn(tasks: readonly WorkflowNode[]): Pick<Workflow, 'nodes' | 'flows'> {
  const [first, last] = [tasks.at(0)?.laneId ?? null, tasks.at(-1)?.laneId ?? null];
  const nodes: readonly WorkflowNode[] = [
    { id: 'start', name: '', laneId: first, kind: 'start' },
    ...tasks,
    { id: 'end', name: '', laneId: last, kind: 'end', outcome: null },
  ];
  const flows = nodes
    .slice(1)
    .map((to, at): Flow => ({ id: `flow_${at + 1}`, name: '', from: nodes[at]?.id ?? '', to: to.id, condition: null }));
  return { nodes, flows };
}

function untoldSteps(steps: readonly Step[]): readonly Untold[] {
  if (steps.length === 0) return [{ reason: 'no-steps', element: '' }];
  return steps.flatMap(({ no, sharePct, agency, provenance }, at): Untold[] => {
    const element = String(no);
    return [
      ...(no === at + 1 ? [] : [{ reason: 'steps-out-of-order', element } as const]),
      ...(sharePct > 0 && sharePct <= 100 ? [] : [{ reason: 'share-not-positive', element } as const]),
      ...(agency === '' ? [{ reason: 'agency-missing', element } as const] : []),
      ...(provenance.source === '' ? [{ reason: 'provenance-missing', element } as const] : []),
    ];
  });
}

function lanesOf(steps: readonly Step[], names: WorkflowNames): readonly Lane[] {
  return agenciesOf(steps).flatMap((agency, at) => {
    const id = `agency_${at + 1}`;
    const units = new Set(steps.flatMap((step) => (step.agency === agency ? [placeOf(step.kind).unit] : [])));
    const inner = [...units].map((unit) => ({ id: `${id}_${unit}`, name: names.unit(unit), parentId: id, agency: null, unit }));
    return [{ id, name: names.agency(agency), parentId: null, agency, unit: null }, ...inner];
  });
}

function laneIdOf(steps: readonly Step[], { agency, kind }: Step): string {
  return `agency_${agenciesOf(steps).indexOf(agency) + 1}_${placeOf(kind).unit}`;
}

function agenciesOf(steps: readonly Step[]): readonly string[] {
  return [...new Set(steps.map(({ agency }) => agency))];
}

/**
 * Tells a workflow as a table of steps. A table knows one way from start to end and, of each task, its kind, agency, share, form,
 * paper and acts, and where it has them from; a workflow that says more than that cannot be told so, and nothing is left out silently.
 */
export function stepsOfWorkflow(workflow: Workflow): readonly Step[] | { readonly untold: readonly Untold[] } {
  const way = oneWay(workflow);
  if (!way) return { untold: [{ reason: 'not-one-way', element: workflow.id }] };
  const steps: Step[] = [];
  const untold: Untold[] = [];
  for (const node of way) {
    if (node.kind === 'start' || (node.kind === 'end' && node.outcome === null)) continue;
    const step = stepOf(node, workflow.lanes, steps.length + 1);
    if ('reason' in step) untold.push(step);
    else steps.push(step);
  }
  for (const { id, condition } of workflow.flows) if (condition !== null) untold.push({ reason: 'more-than-a-step', element: id });
  if (untold.length > 0) return { untold };
  return steps.length > 0 ? steps : { untold: [{ reason: 'no-steps', element: '' }] };
}

/** The nodes from start to end, when there is one way through all of them. */
function oneWay({ nodes, flows }: Workflow): readonly WorkflowNode[] | undefined {
  const [start, ...otherStarts] = nodes.filter(({ kind }) => kind === 'start');
  if (!start || otherStarts.length > 0 || flows.length !== nodes.length - 1) return undefined;
  const way = new Set([start]);
  for (const node of way) {
    const next = flows.find(({ from }) => from === node.id)?.to;
    const found = nodes.find(({ id }) => id === next);
    if (found) way.add(found);
  }
  return way.size === nodes.length && [...way].at(-1)?.kind === 'end' ? [...way] : undefined;
}

/** A task as a step, or why it is none. */
export function stepOf(node: WorkflowNode, lanes: readonly Lane[], no: number): Step | Untold {
  const { id: element, name } = node;
  if (node.kind !== 'task') return { reason: 'not-a-step', element };
  const { stepKind: kind, role, sharePct, acts, form, paper, provenance } = node;
  if (name.trim() === '') return { reason: 'name-missing', element };
  if (kind === null) return { reason: 'kind-missing', element };
  if (sharePct === null) return { reason: 'share-missing', element };
  if (provenance === null) return { reason: 'provenance-missing', element };
  if (role !== null && role !== placeOf(kind).role) return { reason: 'role-differs', element };

  const around = lanesAround(node.laneId, lanes);
  const unit = around.find((lane) => lane.unit !== null)?.unit ?? null;
  if (unit !== null && unit !== placeOf(kind).unit) return { reason: 'unit-differs', element };
  const agency = around.find((lane) => lane.agency !== null)?.agency ?? null;
  if (agency === null) return { reason: 'agency-missing', element };
  const more = { ...(form === null ? {} : { form }), ...(paper === null ? {} : { paper }), ...(acts.length === 0 ? {} : { acts }) };
  return { no, name, kind, agency, sharePct, provenance, ...more };
}

/** A lane and those that it lies in, from the inside out; a lane that lies in itself is met once. */
export function lanesAround(laneId: string | null, lanes: readonly Lane[]): readonly Lane[] {
  const around = new Set<Lane>();
  for (let id = laneId; id !== null; ) {
    const lane = lanes.find((one) => one.id === id);
    if (!lane || around.has(lane)) break;
    around.add(lane);
    id = lane.parentId;
  }
  return [...around];
}
