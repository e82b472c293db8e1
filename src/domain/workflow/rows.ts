import { hostsOf } from './columns.ts';
import type { Lane, Workflow } from './workflow.ts';

/** A lane with the rows of nodes that are its own, and how deep it lies in others. `null` is the band of what lies in no lane. */
export type Band = { readonly lane: Lane | null; readonly depth: number; readonly rows: readonly number[] };

export type Rows = {
  /** From top to bottom; a lane stands before those within it. */
  readonly bands: readonly Band[];
  /** The row of each node; rows are counted from the top over all bands. */
  readonly rowOf: ReadonlyMap<string, number>;
};

/**
 * The row of each node: in its lane, and there where the node before it stands, as long as nobody else has that place. A timer
 * stands in the row of the task that it is attached to.
 */
export function rowsOf({ nodes, flows, lanes }: Workflow, columns: ReadonlyMap<string, number>): Rows {
  const nested = nestedLanes(lanes);
  const laneIds = new Set(nested.map(({ lane }) => lane.id));
  const laneOf = new Map(nodes.map(({ id, laneId }) => [id, laneId !== null && laneIds.has(laneId) ? laneId : null]));
  const hosts = hostsOf(nodes);
  const before = new Map<string, string[]>();
  for (const { from, to } of flows) before.set(to, [...(before.get(to) ?? []), from]);

  const taken = new Set<string>();
  const innerOf = new Map<string, number>();
  const heights = new Map<string | null, number>();
  const column = (id: string) => columns.get(id) ?? 0;
  for (const { id } of nodes.filter(({ id }) => !hosts.has(id)).toSorted((a, b) => column(a.id) - column(b.id))) {
    const lane = laneOf.get(id) ?? null;
    const place = (row: number) => `${row} ${column(id)} ${lane}`;
    const beside = before.get(id)?.flatMap((other) => (laneOf.get(other) === lane ? (innerOf.get(other) ?? []) : [])) ?? [];
    let row = beside[0] ?? 0;
    if (taken.has(place(row))) for (row = 0; taken.has(place(row)); ) row++;
    taken.add(place(row));
    innerOf.set(id, row);
    heights.set(lane, Math.max(heights.get(lane) ?? 0, row + 1));
  }

  let count = 0;
  const bandOf = (lane: Lane | null, depth: number): Band => {
    const isInner = lane !== null && lanes.some(({ parentId }) => parentId === lane.id);
    const height = heights.get(lane?.id ?? null) ?? (isInner ? 0 : 1);
    return { lane, depth, rows: Array.from({ length: height }, () => count++) };
  };
  const bands = [
    ...nested.map(({ lane, depth }) => bandOf(lane, depth)),
    ...(heights.has(null) || nested.length === 0 ? [bandOf(null, 0)] : []),
  ];
  const topOf = new Map(bands.map(({ lane, rows }) => [lane?.id ?? null, rows[0] ?? 0]));
  const rowOf = new Map([...innerOf].map(([id, row]) => [id, (topOf.get(laneOf.get(id) ?? null) ?? 0) + row]));
  for (const [timer, host] of hosts) rowOf.set(timer, rowOf.get(host) ?? 0);
  return { bands, rowOf };
}

/** Lanes from top to bottom, each before those within it. */
export function nestedLanes(lanes: readonly Lane[]): readonly { readonly lane: Lane; readonly depth: number }[] {
  const ids = new Set(lanes.map(({ id }) => id));
  const within = (parentId: string, depth: number): { lane: Lane; depth: number }[] =>
    lanes.flatMap((lane) => (lane.parentId === parentId ? [{ lane, depth }, ...within(lane.id, depth + 1)] : []));
  return lanes.flatMap((lane) => (lane.parentId === null || !ids.has(lane.parentId) ? [{ lane, depth: 0 }, ...within(lane.id, 1)] : []));
}
