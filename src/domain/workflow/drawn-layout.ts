import { nearby } from './cells.ts';
import { drawingStored, keptDrawing, type StoredDrawing } from './drawing.ts';
import { type Box, headPadding, headWidth, type Label, type LaidLane, type Layout, layOut, type Point } from './layout.ts';
import { nestedLanes } from './rows.ts';
import type { Lane, Workflow, WorkflowNode } from './workflow.ts';
import { linePx, textWidth, wrapText } from './wrap-text.ts';

/** Between the drawing and its edges. */
const margin = 20;
const taskPadding = 6;
/** What is written beside a sign is at least so wide, as other tools' letters are smaller. */
const labelWidth = 120;
const scales = [1, 1.15, 1.3, 1.5, 1.75, 2, 2.5, 3];
const headWidths = [headWidth, 180, 240, 320];

/** A workflow as it is drawn: where somebody drew it, or, where nobody did or parts have no place, as we lay it out. */
export function layoutOf(workflow: Workflow, stored: StoredDrawing | undefined): Layout {
  const kept = stored && keptDrawing(workflow, drawingStored(stored));
  return kept && workflow.nodes.length > 0 ? layoutOfDrawing(workflow, kept) : layOut(workflow);
}

type Kept = NonNullable<ReturnType<typeof keptDrawing>>;

/**
 * All parts where they were drawn, the whole as large as its words need in our letters: other tools write smaller. Agencies and units
 * have their names at the left, as in our own layout.
 */
function layoutOfDrawing(workflow: Workflow, { boxes, lines }: Kept): Layout {
  const lanes = nestedLanes(workflow.lanes);
  const scale = scales.find((one) => workflow.nodes.every((node) => fits(node, boxes.get(node.id)?.box, one))) ?? scales.at(-1) ?? 1;
  const widest = headWidths.find((width) => lanes.every(({ lane }) => namesFit(lane, boxes.get(lane.id)?.box, scale, width))) ?? 320;
  const heads = widest * Math.max(0, ...lanes.map(({ depth }) => depth + 1));

  const drawnNodes = workflow.nodes.flatMap((node) => {
    const drawn = boxes.get(node.id);
    return drawn ? [{ node, box: scaled(drawn.box, scale), label: labelOf(node, drawn, scale) }] : [];
  });
  const at = new Map(drawnNodes.map(({ node, box }) => [node.id, box]));
  const drawnFlows = workflow.flows.flatMap((flow) => {
    const points = lines.get(flow.id)?.points.map((point) => times(point, scale)) ?? [];
    const label = flowLabel(flow.name, points, lines.get(flow.id)?.label ?? null, scale);
    return points.length > 1 ? [{ flow, points: withoutEnds(points, at.get(flow.from), at.get(flow.to)), label }] : [];
  });
  const drawnLanes = lanes.flatMap(({ lane, depth }) => {
    const box = boxes.get(lane.id)?.box;
    return box ? [{ lane, depth, box: scaled(box, scale) }] : [];
  });

  const content = around([
    ...drawnNodes.flatMap(({ box, label }) => (label.lines.length > 0 ? [box, label] : [box])),
    ...drawnFlows.flatMap(({ points, label }) => [...points.map(asBox), ...(label ? [label] : [])]),
  ]);
  const whole = around([
    grown(content, margin),
    ...drawnLanes.map(({ box }) => ({ ...box, x: content.x, width: rightOf(box) - content.x })),
  ]);
  const move = { x: heads - (content.x - margin), y: -whole.y };
  const width = rightOf(whole) + move.x;
  return {
    width,
    height: whole.height,
    headsWidth: heads,
    lanes: drawnLanes.map(({ lane, depth, box }): LaidLane => {
      const [x, y] = [depth * widest, box.y + move.y];
      const name = { x, y, width: widest, height: box.height, lines: headLines(lane, widest) };
      return { lane, box: { x, y, width: width - x, height: box.height }, label: name };
    }),
    nodes: drawnNodes.map(({ node, box, label }) => ({ node, box: moved(box, move), label: moved(label, move) })),
    flows: drawnFlows.map(({ flow, points, label }) => ({
      flow,
      points: points.map(({ x, y }) => ({ x: x + move.x, y: y + move.y })),
      label: label && moved(label, move),
    })),
  };
}

/** Whether a task's name is as large as its box. */
function fits({ kind, name }: WorkflowNode, box: Box | undefined, scale: number): boolean {
  if (kind !== 'task' || !box) return true;
  const width = box.width * scale - 2 * taskPadding;
  const words = name.split(/\s+/).every((word) => textWidth(word) <= width);
  return words && wrapText(name, width).length * linePx + 2 * taskPadding <= box.height * scale;
}

function namesFit(lane: Lane, box: Box | undefined, scale: number, width: number): boolean {
  return !box || headLines(lane, width).length * linePx + 2 * headPadding <= box.height * scale;
}

/** It is written in bold letters, which are wider. */
function headLines({ name }: Lane, width: number): readonly string[] {
  return wrapText(name, (width - 2 * headPadding) * 0.94);
}

/** A task's name within it; others' where it was written, or under the sign. */
function labelOf(node: WorkflowNode, { box, label }: { box: Box; label: Box | null }, scale: number): Label {
  const own = scaled(box, scale);
  if (node.kind === 'task') return { ...own, lines: wrapText(node.name, own.width - 2 * taskPadding) };
  const under = { x: own.x + own.width / 2, y: own.y + own.height + nearby };
  return besideSign(node.name, label && scaled(label, scale), under);
}

function besideSign(name: string, written: Box | null, under: Point): Label {
  const width = Math.max(labelWidth, written?.width ?? 0);
  const lines = wrapText(name, width);
  const top = written ? { x: written.x + written.width / 2, y: written.y } : under;
  return { x: top.x - width / 2, y: top.y, width, height: lines.length * linePx, lines };
}

/** Where it was written, or above the longest stretch. */
function flowLabel(name: string, points: readonly Point[], written: Box | null, scale: number): Label | null {
  const lines = wrapText(name, labelWidth);
  if (lines.length === 0) return null;
  const [width, height] = [Math.max(...lines.map(textWidth)), lines.length * linePx];
  const box = written && scaled(written, scale);
  const middle = box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : middleOf(points);
  return { x: middle.x - width / 2, y: middle.y - (box ? height / 2 : height + nearby), width, height, lines };
}

function middleOf(points: readonly Point[]): Point {
  let [longest, middle]: [number, Point] = [-1, { x: 0, y: 0 }];
  for (const [at, end] of points.entries()) {
    const begin = points[at - 1] ?? end;
    const length = Math.hypot(end.x - begin.x, end.y - begin.y);
    if (length > longest) [longest, middle] = [length, { x: (begin.x + end.x) / 2, y: (begin.y + end.y) / 2 }];
  }
  return middle;
}

/** A line from edge to edge: some tools lead it into the middle of a node, where its arrow would not be seen. */
function withoutEnds(points: readonly Point[], from: Box | undefined, to: Box | undefined): readonly Point[] {
  const clipped = (line: readonly Point[], box: Box | undefined): readonly Point[] => {
    const [end, before, ...rest] = line;
    return end && before && box ? [atEdge(end, before, box), before, ...rest] : line;
  };
  return clipped(clipped(points, from).toReversed(), to).toReversed();
}

/** Where the way out from a point within a box leaves it; a point that is not within it stays. */
function atEdge(inner: Point, outer: Point, { x, y, width, height }: Box): Point {
  const isWithin = inner.x > x + 1 && inner.x < x + width - 1 && inner.y > y + 1 && inner.y < y + height - 1;
  const [dx, dy] = [outer.x - inner.x, outer.y - inner.y];
  if (!isWithin || (dx === 0 && dy === 0)) return inner;
  const toX = dx === 0 ? Number.POSITIVE_INFINITY : ((dx > 0 ? x + width : x) - inner.x) / dx;
  const toY = dy === 0 ? Number.POSITIVE_INFINITY : ((dy > 0 ? y + height : y) - inner.y) / dy;
  const part = Math.min(toX, toY, 1);
  return { x: inner.x + dx * part, y: inner.y + dy * part };
}

function around(boxes: readonly Box[]): Box {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  return { x, y, width: Math.max(...boxes.map(rightOf)) - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}

function rightOf({ x, width }: Box): number {
  return x + width;
}

function grown({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function asBox({ x, y }: Point): Box {
  return { x, y, width: 0, height: 0 };
}

function scaled({ x, y, width, height }: Box, scale: number): Box {
  return { ...times({ x, y }, scale), width: width * scale, height: height * scale };
}

function times({ x, y }: Point, scale: number): Point {
  return { x: x * scale, y: y * scale };
}

function moved<Placed extends Box>(box: Placed, by: Point): Placed {
  return { ...box, x: box.x + by.x, y: box.y + by.y };
}
