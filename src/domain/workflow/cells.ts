import { hostsOf } from './columns.ts';
import type { Flow, NodeKind, Workflow, WorkflowNode } from './workflow.ts';
import { linePx, textWidth, wrapText } from './wrap-text.ts';

/** Room that a node takes in its row and column, in pixels: itself, its name, the timers on it, the names of flows into it. */
export type Cell = {
  readonly width: number;
  /** Above and below the middle of its row, where flows come and go. */
  readonly up: number;
  readonly down: number;
  readonly shape: { readonly width: number; readonly height: number };
  readonly lines: readonly string[];
  readonly timers: readonly { readonly node: WorkflowNode; readonly lines: readonly string[] }[];
  readonly flowNames: readonly FlowName[];
};

export type FlowName = { readonly flow: Flow; readonly lines: readonly string[]; readonly width: number };

export const timerCircle = 30;
/** Between a node and what is written under it or above a flow. */
export const nearby = 5;
const labelWidth = 132;
const taskWidth = 140;
const taskPadding = 10;
const slotWidth = 152;
const circle = 36;
const diamond = 46;

/** The cell of each node but those of timers on tasks, which are within that of their task. */
export function cellsOf({ nodes, flows }: Workflow): ReadonlyMap<string, Cell> {
  const hosts = hostsOf(nodes);
  const timersOf = Map.groupBy(
    nodes.filter(({ id }) => hosts.has(id)),
    ({ id }) => hosts.get(id),
  );
  const namesOf = Map.groupBy(
    flows.filter(({ name }) => name !== ''),
    ({ to }) => to,
  );
  const nameOf = new Map(nodes.map(({ id, name }) => [id, name]));
  return new Map(
    nodes
      .filter(({ id }) => !hosts.has(id))
      .map((node) => [node.id, cellOf(node, timersOf.get(node.id) ?? [], flowNames(namesOf.get(node.id) ?? [], nameOf))]),
  );
}

function cellOf(node: WorkflowNode, on: readonly WorkflowNode[], flowNames: readonly FlowName[]): Cell {
  const namesHeight = flowNames.reduce((height, { lines }) => height + lines.length * linePx, nearby);
  const timers = on.map((timer) => ({ node: timer, lines: wrapText(timer.name, slotWidth - timerCircle - 3 * nearby) }));
  if (node.kind === 'task') {
    const width = Math.max(taskWidth, on.length * slotWidth);
    const lines = wrapText(node.name, width - 2 * taskPadding);
    const height = Math.max(56, lines.length * linePx + 2 * taskPadding);
    const below = Math.max(0, ...timers.map((timer) => Math.max(timerCircle / 2, nearby + timer.lines.length * linePx)));
    return { width, up: Math.max(height / 2, namesHeight), down: height / 2 + below, shape: { width, height }, lines, timers, flowNames };
  }
  const size = sizeOf(node.kind);
  const lines = wrapText(node.name, labelWidth);
  const below = lines.length > 0 ? nearby + lines.length * linePx : 0;
  const width = lines.length > 0 ? labelWidth : size;
  const shape = { width: size, height: size };
  return { width, up: Math.max(size / 2, namesHeight), down: size / 2 + below, shape, lines, timers, flowNames };
}

function sizeOf(kind: NodeKind): number {
  return kind === 'exclusive' || kind === 'parallel' ? diamond : circle;
}

/** Where several come to one node, each says where it comes from as well, so that "no" under "yes" is not read as one. */
function flowNames(flows: readonly Flow[], nameOf: ReadonlyMap<string, string>): readonly FlowName[] {
  return flows.map((flow) => {
    const whole = flows.length > 1 ? `${nameOf.get(flow.from) ?? ''} ${flow.name}` : flow.name;
    const lines = wrapText(whole, labelWidth);
    return { flow, lines, width: Math.max(...lines.map(textWidth)) };
  });
}
