import { type Box, type Layout, layOut, type Point } from './layout.ts';
import type { Flow, Workflow } from './workflow.ts';

/** Where a node, a lane or the pool stands, and where its name is written, when that is not within it. */
export type DrawnBox = { readonly box: Box; readonly label: Box | null };
export type DrawnLine = { readonly points: readonly Point[]; readonly label: Box | null };

/** The places of a workflow's elements, by id; the workflow's own id is that of the pool around its lanes. */
export type Drawing = { readonly boxes: ReadonlyMap<string, DrawnBox>; readonly lines: ReadonlyMap<string, DrawnLine> };

/** The same, as it is stored with a version. */
export type StoredDrawing = { readonly boxes: Readonly<Record<string, DrawnBox>>; readonly lines: Readonly<Record<string, DrawnLine>> };

export function storedDrawing({ boxes, lines }: Drawing): StoredDrawing {
  return { boxes: Object.fromEntries(boxes), lines: Object.fromEntries(lines) };
}

export function drawingStored({ boxes, lines }: StoredDrawing): Drawing {
  return { boxes: new Map(Object.entries(boxes)), lines: new Map(Object.entries(lines)) };
}

/** The strip at the left of a pool with its name. */
const poolHead = 30;

/** As our layout draws it. */
export function drawingOf(workflow: Workflow): Drawing {
  const laid = layOut(workflow);
  const boxes = new Map<string, DrawnBox>();
  if (laid.lanes.length > 0) boxes.set(workflow.id, { box: around(laid), label: null });
  for (const { lane, box } of laid.lanes) boxes.set(lane.id, { box, label: null });
  for (const { node, box, label } of laid.nodes)
    boxes.set(node.id, { box, label: node.kind === 'task' || label.lines.length === 0 ? null : boxOf(label) });
  const lines = new Map(
    laid.flows.map(({ flow, points, label }): [string, DrawnLine] => [flow.id, { points, label: label && boxOf(label) }]),
  );
  return { boxes, lines };
}

function around({ width, height }: Layout): Box {
  return { x: -poolHead, y: 0, width: width + poolHead, height };
}

function boxOf({ x, y, width, height }: Box): Box {
  return { x, y, width, height };
}

/**
 * A drawing of the whole workflow. Where each node and lane has its place, each node in its lane, it stays, and lines that are missing, or no longer
 * lead from their node to their node, are drawn anew; where one has none, the whole is laid out by us.
 */
export function completeDrawing(workflow: Workflow, kept: Drawing | undefined): Drawing {
  return (kept && keptDrawing(workflow, kept)) ?? drawingOf(workflow);
}

/** The same, where each node and lane has its place, each node in its lane; else nothing. */
export function keptDrawing(workflow: Workflow, kept: Drawing): Drawing | undefined {
  const { nodes, lanes, flows } = workflow;
  if ([...nodes, ...lanes].some(({ id }) => !kept.boxes.has(id)) || !isInLanes(workflow, kept)) return undefined;

  const boxes = new Map([...lanes, ...nodes].flatMap(({ id }) => entry(id, kept.boxes.get(id))));
  const pool =
    lanes.length > 0
      ? (kept.boxes.get(workflow.id) ?? { box: poolOf(lanes.flatMap(({ id }) => boxes.get(id) ?? [])), label: null })
      : undefined;
  const lines = new Map(flows.flatMap((flow) => entry(flow.id, lineOf(flow, kept, boxes))));
  return { boxes: new Map([...entry(workflow.id, pool), ...boxes]), lines };
}

/** A timer on a task stands where the task does. */
function isInLanes({ nodes }: Workflow, { boxes }: Drawing): boolean {
  return nodes.every(({ id, kind, laneId }) => {
    const [node, lane] = [boxes.get(id)?.box, boxes.get(laneId ?? '')?.box];
    if (!node || !lane || kind === 'boundary timer') return true;
    return reaches(lane, { x: node.x + node.width / 2, y: node.y + node.height / 2 });
  });
}

function entry<Value>(id: string, value: Value | undefined): readonly [string, Value][] {
  return value === undefined ? [] : [[id, value]];
}

function poolOf(lanes: readonly DrawnBox[]): Box {
  const left = Math.min(...lanes.map(({ box }) => box.x)) - poolHead;
  const top = Math.min(...lanes.map(({ box }) => box.y));
  const right = Math.max(...lanes.map(({ box }) => box.x + box.width));
  const bottom = Math.max(...lanes.map(({ box }) => box.y + box.height));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function lineOf(flow: Flow, kept: Drawing, boxes: ReadonlyMap<string, DrawnBox>): DrawnLine | undefined {
  const [from, to, line] = [boxes.get(flow.from)?.box, boxes.get(flow.to)?.box, kept.lines.get(flow.id)];
  if (!from || !to) return undefined;
  if (line && reaches(from, line.points.at(0)) && reaches(to, line.points.at(-1))) return line;
  return { points: straight(from, to), label: null };
}

/** Other tools end a line at a node's edge, or in its middle. */
function reaches({ x, y, width, height }: Box, point: Point | undefined): boolean {
  const near = 8;
  return point !== undefined && point.x >= x - near && point.x <= x + width + near && point.y >= y - near && point.y <= y + height + near;
}

/** From the right of one to the left of the other, or, where that lies behind, from below to below. */
function straight(from: Box, to: Box): readonly Point[] {
  const [out, end] = [
    { x: from.x + from.width, y: from.y + from.height / 2 },
    { x: to.x, y: to.y + to.height / 2 },
  ];
  if (end.x >= out.x) {
    const middle = (out.x + end.x) / 2;
    return out.y === end.y ? [out, end] : [out, { x: middle, y: out.y }, { x: middle, y: end.y }, end];
  }
  const [x1, x2] = [from.x + from.width / 2, to.x + to.width / 2];
  const below = Math.max(from.y + from.height, to.y + to.height) + poolHead;
  return [
    { x: x1, y: from.y + from.height },
    { x: x1, y: below },
    { x: x2, y: below },
    { x: x2, y: to.y + to.height },
  ];
}
