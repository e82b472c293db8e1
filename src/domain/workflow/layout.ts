import { type Cell, cellsOf, type FlowName, nearby, timerCircle } from './cells.ts';
import { columnsOf } from './columns.ts';
import { type Route, routesOf, type Track, type Tracks } from './routes.ts';
import { type Band, rowsOf } from './rows.ts';
import type { Flow, Lane, Workflow, WorkflowNode } from './workflow.ts';
import { linePx, wrapText } from './wrap-text.ts';

/** All in pixels, from the upper left. */
export type Point = { readonly x: number; readonly y: number };
export type Box = Point & { readonly width: number; readonly height: number };
/** Lines of a text around the middle of a box. */
export type Label = Box & { readonly lines: readonly string[] };

export type LaidLane = { readonly lane: Lane; readonly box: Box; readonly label: Label };
export type LaidNode = { readonly node: WorkflowNode; readonly box: Box; readonly label: Label };
/** The last stretch of a flow leads to the right, into its node. */
export type LaidFlow = { readonly flow: Flow; readonly points: readonly Point[]; readonly label: Label | null };

/** A workflow as it is drawn. A lane stands before those within it; a timer on a task stands across its lower edge. */
export type Layout = {
  readonly width: number;
  readonly height: number;
  /** As far as the labels of lanes reach from the left. */
  readonly headsWidth: number;
  readonly lanes: readonly LaidLane[];
  readonly nodes: readonly LaidNode[];
  readonly flows: readonly LaidFlow[];
};

export const headWidth = 136;
export const headPadding = 10;
const rowPadding = 10;
const trackPx = 10;
/** Before the lines between two columns, and behind them, where the arrows are. */
const lead = 10;
const arrowRoom = 18;

/**
 * Lays a workflow out: columns by the longest way from the start, each node in a row of its lane, flows in right angles between
 * them. No two nodes overlap but a timer and its task, and no flow runs through a node. The same workflow is always laid out
 * the same.
 */
export function layOut(workflow: Workflow): Layout {
  const columns = columnsOf(workflow);
  const { bands, rowOf } = rowsOf(workflow, columns);
  const { routes, tracks } = routesOf(workflow, { columns, rowOf });
  const cells = cellsOf(workflow);

  const across = acrossOf(bands, cells, columns, tracks.before);
  const down = downOf(bands, cells, rowOf, tracks.under);
  const nodes = new Map(workflow.nodes.map((node) => [node.id, node]));
  const placed = [...cells].flatMap(([id, cell]) => {
    const [column, middle] = [across.columns[columns.get(id) ?? 0], down.middles.get(rowOf.get(id) ?? 0)];
    const node = nodes.get(id);
    return node && column && middle !== undefined ? placeNode(node, cell, { x: column.x + column.width / 2, y: middle }) : [];
  });
  const boxes = new Map(placed.map(({ node, box }) => [node.id, box]));
  const flows = routes.flatMap((route): LaidFlow[] => {
    const [from, to, cell] = [boxes.get(route.flow.from), boxes.get(route.flow.to), cells.get(route.flow.to)];
    if (!from || !to || !cell) return [];
    const label = flowLabel(route.flow, cell.flowNames, {
      x: across.columns[columns.get(route.flow.to) ?? 0]?.x ?? 0,
      y: to.y + to.height / 2,
    });
    return [{ flow: route.flow, points: pointsOf(route, from, to, { across, down }), label }];
  });
  return {
    width: across.width,
    height: down.height,
    headsWidth: headsWidth(bands),
    lanes: lanesOf(down.bands, across.width),
    nodes: placed,
    flows,
  };
}

type Across = {
  readonly columns: readonly { readonly x: number; readonly width: number }[];
  readonly lines: Lines;
  readonly width: number;
};
type Down = {
  readonly middles: ReadonlyMap<number, number>;
  readonly lines: Lines;
  readonly bands: readonly LaidBand[];
  readonly height: number;
};
/** Where the lines of each space lie. */
type Lines = ReadonlyMap<string, number>;
type LaidBand = { readonly band: Band; readonly top: number; readonly bottom: number };

function acrossOf(
  bands: readonly Band[],
  cells: ReadonlyMap<string, Cell>,
  columnOf: ReadonlyMap<string, number>,
  tracks: Tracks['before'],
): Across {
  const cellsAt = Map.groupBy(cells, ([id]) => columnOf.get(id) ?? 0);
  const columns: { x: number; width: number }[] = [];
  const lines = new Map<string, number>();
  let x = headsWidth(bands);
  for (let at = 0; at <= cellsAt.size; at++) {
    const here = (cellsAt.get(at) ?? []).map(([, cell]) => cell);
    const keys = tracks.get(at) ?? [];
    for (const [no, key] of keys.entries()) lines.set(lineKey({ at, key }), x + lead + no * trackPx);
    const names = Math.max(0, ...here.flatMap(({ flowNames }) => flowNames.map(({ width }) => width + nearby)));
    x += lead + keys.length * trackPx + names;
    if (at === cellsAt.size) break;
    x += arrowRoom;
    const width = Math.max(...here.map((cell) => cell.width));
    columns.push({ x, width });
    x += width;
  }
  return { columns, lines, width: x };
}

function downOf(
  bands: readonly Band[],
  cells: ReadonlyMap<string, Cell>,
  rowOf: ReadonlyMap<string, number>,
  tracks: Tracks['under'],
): Down {
  const cellsAt = Map.groupBy(cells, ([id]) => rowOf.get(id) ?? 0);
  const middles = new Map<number, number>();
  const lines = new Map<string, number>();
  const laid: LaidBand[] = [];
  const open: { band: Band; top: number }[] = [];
  let y = 0;
  const closeFrom = (depth: number) => {
    for (let last = open.at(-1); last && last.band.depth >= depth; last = open.at(-1)) {
      y = Math.max(y, last.top + headHeight(last.band));
      laid.push({ ...last, bottom: y });
      open.pop();
    }
  };
  for (const band of bands) {
    closeFrom(band.depth);
    open.push({ band, top: y });
    for (const row of band.rows) {
      const here = (cellsAt.get(row) ?? []).map(([, cell]) => cell);
      y += rowPadding + Math.max(0, ...here.map(({ up }) => up));
      middles.set(row, y);
      y += rowPadding + Math.max(0, ...here.map((cell) => cell.down));
      for (const key of tracks.get(row) ?? []) {
        lines.set(lineKey({ at: row, key }), y);
        y += trackPx;
      }
    }
  }
  closeFrom(0);
  return { middles, lines, bands: laid, height: y };
}

function lineKey({ at, key }: Track): string {
  return `${at} ${key}`;
}

function headsWidth(bands: readonly Band[]): number {
  return headWidth * Math.max(0, ...bands.map(({ lane, depth }) => (lane ? depth + 1 : 0)));
}

function headHeight({ lane }: Band): number {
  return lane ? headLines(lane).length * linePx + 2 * headPadding : 0;
}

/** It is written in bold letters, which are wider. */
function headLines({ name }: Lane): readonly string[] {
  return wrapText(name, (headWidth - 2 * headPadding) * 0.94);
}

function lanesOf(bands: readonly LaidBand[], width: number): readonly LaidLane[] {
  return bands
    .toSorted((a, b) => a.top - b.top || a.band.depth - b.band.depth)
    .flatMap(({ band: { lane, depth }, top, bottom }): LaidLane[] => {
      if (!lane) return [];
      const [x, height] = [depth * headWidth, bottom - top];
      const label = { x, y: top, width: headWidth, height, lines: headLines(lane) };
      return [{ lane, box: { x, y: top, width: width - x, height }, label }];
    });
}

/** A node around the middle of its place, with the timers on it from left to right. */
function placeNode(node: WorkflowNode, { width, shape, lines, timers }: Cell, middle: Point): readonly LaidNode[] {
  const box = { x: middle.x - shape.width / 2, y: middle.y - shape.height / 2, ...shape };
  const under = { x: middle.x - width / 2, y: box.y + box.height + nearby, width, height: lines.length * linePx };
  const label = { ...(node.kind === 'task' ? box : under), lines };
  const slot = shape.width / timers.length;
  const edge = box.y + box.height;
  const on = timers.map((timer, no): LaidNode => {
    const x = box.x + slot * no + nearby;
    const textX = x + timerCircle + nearby;
    const timerLabel = { x: textX, y: edge + nearby, width: slot - timerCircle - 3 * nearby, height: timer.lines.length * linePx };
    const timerBox = { x, y: edge - timerCircle / 2, width: timerCircle, height: timerCircle };
    return { node: timer.node, box: timerBox, label: { ...timerLabel, lines: timer.lines } };
  });
  return [{ node, box, label }, ...on];
}

function pointsOf(
  { flow, first, along, last }: Route,
  from: Box,
  to: Box,
  { across, down }: { across: Across; down: Down },
): readonly Point[] {
  const isTimer = first === null && along !== null;
  const out = isTimer ? { x: from.x + from.width / 2, y: from.y + from.height } : { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  const lineAt = (lines: Lines, track: Track) => lines.get(lineKey(track)) ?? fault(flow);
  const x1 = first ? lineAt(across.lines, first) : out.x;
  const x2 = last ? lineAt(across.lines, last) : x1;
  const y = along ? lineAt(down.lines, along) : out.y;
  const all = [out, { x: x1, y: out.y }, { x: x1, y }, { x: x2, y }, { x: x2, y: end.y }, end];
  return all.filter((point, at) => at === 0 || point.x !== all[at - 1]?.x || point.y !== all[at - 1]?.y);
}

function fault({ id }: Flow): never {
  throw new Error(`flow ${id} has no line of its own`);
}

/** Above the last stretch; names of several flows into a node stand one above the other. */
function flowLabel(flow: Flow, names: readonly FlowName[], end: Point): Label | null {
  const at = names.findIndex((one) => one.flow === flow);
  const name = names[at];
  if (!name) return null;
  const under = names.slice(0, at).reduce((height, { lines }) => height + lines.length * linePx, nearby - 1);
  const height = name.lines.length * linePx;
  return { x: end.x - arrowRoom - name.width + nearby, y: end.y - under - height, width: name.width, height, lines: name.lines };
}
