import type { UnitKind } from '#domain/agency/agency.ts';
import { columnsOf } from './columns.ts';
import { lanesAround } from './step-table.ts';
import type { Flow, Lane, TaskFacts, Workflow, WorkflowNode } from './workflow.ts';

type Task = Extract<WorkflowNode, { kind: 'task' }>;

/** A task as a row of a table: what is done, by which kind of unit of which agency, in which share of the time. */
export type TaskRow = { readonly id: string; readonly name: string } & Place & Omit<TaskFacts, 'provenance'>;

type Place = { readonly agency: string | 'receiving' | null; readonly unit: UnitKind | null };

/** What new lanes are called. */
export type LaneNames = { agency(agency: string): string; unit(unit: UnitKind): string };

/** The tasks of any workflow, branched or not, in the order in which a dossier can come to them. */
export function taskRows(workflow: Workflow): readonly TaskRow[] {
  const columns = columnsOf(workflow);
  return tasksOf(workflow)
    .toSorted((a, b) => (columns.get(a.id) ?? 0) - (columns.get(b.id) ?? 0))
    .map(({ id, name, laneId, stepKind, role, sharePct, acts, form, paper }) => {
      return { id, name, ...placeIn(laneId, workflow.lanes), stepKind, role, sharePct, acts, form, paper };
    });
}

/** Where a node stands, by the lanes around it, the innermost first. */
export function placeIn(laneId: string | null, lanes: readonly Lane[]): Place {
  const around = lanesAround(laneId, lanes);
  return {
    agency: around.find((lane) => lane.agency !== null)?.agency ?? null,
    unit: around.find((lane) => lane.unit !== null)?.unit ?? null,
  };
}

/** Brings a task to what its row says, in the lane of its unit, which is made where there is none. A row of no task changes nothing. */
export function changeTask(workflow: Workflow, row: TaskRow, names: LaneNames): Workflow {
  const task = tasksOf(workflow).find(({ id }) => id === row.id);
  if (!task) return workflow;
  const { id, agency, unit, ...facts } = row;
  const there = placeIn(task.laneId, workflow.lanes);
  const isThere = there.agency === agency && there.unit === unit;
  const { lanes, laneId } = isThere ? { lanes: workflow.lanes, laneId: task.laneId } : laneFor(workflow.lanes, { agency, unit }, names);
  const nodes = workflow.nodes.map((node) => {
    if (node.id === id) return { ...task, ...facts, laneId };
    return node.kind === 'boundary timer' && node.attachedTo === id ? { ...node, laneId } : node;
  });
  return isThere ? { ...workflow, nodes } : withoutEmpty({ ...workflow, nodes, lanes }, task.laneId);
}

function laneFor(lanes: readonly Lane[], { agency, unit }: Place, names: LaneNames): { lanes: readonly Lane[]; laneId: string | null } {
  if (agency === null) return { lanes, laneId: null };
  const found = lanes.find((lane) => {
    const place = placeIn(lane.id, lanes);
    return place.agency === agency && place.unit === unit;
  });
  if (found) return { lanes, laneId: found.id };

  const whole = lanes.find((lane) => lane.agency === agency && lane.unit === null);
  const outer = whole ?? { id: freeId('lane', lanes), name: names.agency(agency), parentId: null, agency, unit: null };
  const around = whole ? lanes : [...lanes, outer];
  if (unit === null) return { lanes: around, laneId: outer.id };
  const inner = { id: freeId('lane', around), name: names.unit(unit), parentId: outer.id, agency: null, unit };
  return { lanes: [...around, inner], laneId: inner.id };
}

/** Takes away a lane in which nothing is left, and then the one around it likewise. */
function withoutEmpty(workflow: Workflow, laneId: string | null): Workflow {
  const { nodes, lanes } = workflow;
  const lane = lanes.find(({ id }) => id === laneId);
  if (!lane || nodes.some((node) => node.laneId === lane.id) || lanes.some(({ parentId }) => parentId === lane.id)) return workflow;
  return withoutEmpty({ ...workflow, lanes: lanes.filter((one) => one !== lane) }, lane.parentId);
}

/** Puts a new task behind a node, into the one way that leads on from there; behind what has several ways, or none, it stands alone. */
export function insertTask(workflow: Workflow, afterId: string, name: string): Workflow {
  const { nodes, flows } = workflow;
  const before = nodes.find(({ id }) => id === afterId);
  if (!before || before.kind === 'end' || before.kind === 'terminate') return workflow;
  const id = freeId('task', [...nodes, ...flows, ...workflow.lanes]);
  const facts = { stepKind: null, role: null, sharePct: null, acts: [], form: null, paper: null, provenance: null };
  const task: Task = { id, name, laneId: before.laneId, kind: 'task', ...facts };

  const [way, other] = flows.filter(({ from }) => from === afterId);
  const flow: Flow = { id: freeId('flow', [...nodes, ...flows]), name: '', from: id, to: way?.to ?? '', condition: null };
  const led = way && !other ? [...flows.map((one) => (one === way ? { ...one, to: id } : one)), flow] : flows;
  const at = nodes.indexOf(before) + 1;
  return { ...workflow, nodes: [...nodes.slice(0, at), task, ...nodes.slice(at)], flows: led };
}

/** Takes a task away, with the timers on it. What led to it leads on to where its one way led; where it had several, or none, nowhere. */
export function removeTask(workflow: Workflow, taskId: string): Workflow {
  const task = tasksOf(workflow).find(({ id }) => id === taskId);
  if (!task) return workflow;
  const gone = new Set([
    taskId,
    ...workflow.nodes.flatMap((node) => (node.kind === 'boundary timer' && node.attachedTo === taskId ? [node.id] : [])),
  ]);
  const [way, other] = workflow.flows.filter(({ from }) => from === taskId);
  const next = way && !other && !gone.has(way.to) ? way.to : undefined;
  const flows = workflow.flows.flatMap((flow) => {
    if (gone.has(flow.from)) return [];
    if (flow.to !== taskId) return [flow];
    return next === undefined ? [] : [{ ...flow, to: next }];
  });
  const left = new Set(flows.map(({ id }) => id));
  const nodes = workflow.nodes.flatMap((node) => {
    if (gone.has(node.id)) return [];
    return node.kind === 'exclusive' && !left.has(node.defaultFlowId ?? '') ? [{ ...node, defaultFlowId: null }] : [node];
  });
  return withoutEmpty({ ...workflow, nodes, flows }, task.laneId);
}

/** Whether a task stands directly before (`up`) or behind another, so that the two can change places. */
export function mayMove(workflow: Workflow, taskId: string, direction: 'up' | 'down'): boolean {
  return betweenTasks(workflow, taskId, direction) !== undefined;
}

/** Lets a task change places with the one directly before or behind it. */
export function moveTask(workflow: Workflow, taskId: string, direction: 'up' | 'down'): Workflow {
  const between = betweenTasks(workflow, taskId, direction);
  if (!between) return workflow;
  const { from: first, to: second } = between;
  const flows = workflow.flows.map((flow) => {
    if (flow === between) return { ...flow, from: second, to: first };
    if (flow.to === first) return { ...flow, to: second };
    return flow.from === second ? { ...flow, from: first } : flow;
  });
  const [one, other] = [first, second].map((id) => workflow.nodes.findIndex((node) => node.id === id));
  const nodes = workflow.nodes.map((node, at) => workflow.nodes[at === one ? (other ?? at) : at === other ? (one ?? at) : at] ?? node);
  return { ...workflow, nodes, flows };
}

/** The flow that is the only way from one of two tasks, and the only one to the other. */
function betweenTasks({ nodes, flows }: Workflow, taskId: string, direction: 'up' | 'down'): Flow | undefined {
  const [near, far] = direction === 'up' ? (['to', 'from'] as const) : (['from', 'to'] as const);
  const [flow, other] = flows.filter((one) => one[near] === taskId);
  if (!flow || other || flow[far] === taskId) return undefined;
  const isOnly = flows.filter((one) => one[far] === flow[far]).length === 1;
  return isOnly && nodes.some(({ id, kind }) => id === flow[far] && kind === 'task') ? flow : undefined;
}

function tasksOf({ nodes }: Workflow): readonly Task[] {
  return nodes.flatMap((node) => (node.kind === 'task' ? [node] : []));
}

function freeId(stem: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let no = 1;
  while (ids.has(`${stem}_${no}`)) no++;
  return `${stem}_${no}`;
}
