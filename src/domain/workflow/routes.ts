import { hostsOf } from './columns.ts';
import type { Flow, Workflow } from './workflow.ts';

/**
 * A line of its own in the space between two columns or under a row. Flows with the same key may lie on it together: they come
 * from the same node or lead to the same one.
 */
export type Track = { readonly at: number; readonly key: string };

/** Which way a flow goes: down or up before a column, along under a row, down or up again; where it needs no such turn, null. */
export type Route = { readonly flow: Flow; readonly first: Track | null; readonly along: Track | null; readonly last: Track | null };

/** Space `at` lies before column `at`, or under row `at`; its keys stand in the order of their lines. */
export type Tracks = { readonly before: ReadonlyMap<number, readonly string[]>; readonly under: ReadonlyMap<number, readonly string[]> };

type Places = { readonly columns: ReadonlyMap<string, number>; readonly rowOf: ReadonlyMap<string, number> };

/**
 * Leads every flow to its node through the spaces between columns and rows, where no node stands. What goes on to the right goes
 * along the row of the node it leads to, where that is free; what leads back goes along under the lower row.
 */
export function routesOf(workflow: Workflow, { columns, rowOf }: Places): { readonly routes: readonly Route[]; readonly tracks: Tracks } {
  const hosts = hostsOf(workflow.nodes);
  const column = (id: string) => columns.get(id) ?? 0;
  const row = (id: string) => rowOf.get(id) ?? 0;
  const taken = new Set(workflow.nodes.map(({ id }) => `${row(id)} ${column(id)}`));
  const isFree = (at: number, from: number, to: number) => {
    for (let between = from + 1; between < to; between++) if (taken.has(`${at} ${between}`)) return false;
    return from < to;
  };

  const known = new Set(workflow.nodes.map(({ id }) => id));
  const routes = workflow.flows.flatMap((flow): Route[] => {
    const { from, to } = flow;
    if (!known.has(from) || !known.has(to)) return [];
    const [fromColumn, toColumn, fromRow, toRow] = [column(from), column(to), row(from), row(to)];
    const last = { at: toColumn, key: `to ${to}` };
    if (hosts.has(from)) return [{ flow, first: null, along: { at: fromRow, key: `timer ${from}` }, last }];

    const first = { at: fromColumn + 1, key: `from ${from}` };
    if (isFree(toRow, fromColumn, toColumn)) return [{ flow, first: fromRow === toRow ? null : first, along: null, last: null }];
    const isBack = toColumn <= fromColumn;
    const under = isBack ? Math.max(fromRow, toRow) : fromRow < toRow ? toRow - 1 : toRow;
    return [{ flow, first, along: { at: under, key: isBack ? `back ${to}` : `to ${to}` }, last }];
  });
  return { routes, tracks: tracksOf(routes, row) };
}

function tracksOf(routes: readonly Route[], row: (id: string) => number): Tracks {
  const before = new Map<number, Map<string, Line>>();
  const under = new Map<number, string[]>();
  for (const { flow, first, along, last } of routes) {
    if (first) lineOf(before, first).left.add(row(flow.from));
    if (first && !along) lineOf(before, first).right.add(row(flow.to));
    if (last) lineOf(before, last).right.add(row(flow.to));
    if (along) under.set(along.at, [...new Set([...(under.get(along.at) ?? []), along.key])]);
  }
  return { before: new Map([...before].map(([at, lines]) => [at, ordered(lines)])), under };
}

/** In which rows a line is reached from the left and left to the right. */
type Line = { readonly left: Set<number>; readonly right: Set<number> };

function lineOf(lines: Map<number, Map<string, Line>>, { at, key }: Track): Line {
  const here = lines.get(at) ?? new Map<string, Line>();
  const line = here.get(key) ?? { left: new Set(), right: new Set() };
  lines.set(at, here.set(key, line));
  return line;
}

/** What comes from the left in a row stands before what goes on to the right in it, wherever that can be, so that they do not touch. */
function ordered(lines: ReadonlyMap<string, Line>): readonly string[] {
  const left = new Map(lines);
  const keys: string[] = [];
  while (left.size > 0) {
    const free = [...left].find(
      ([key, { right }]) => ![...left].some(([other, line]) => other !== key && !line.left.isDisjointFrom(right)),
    );
    const key = free?.[0] ?? [...left.keys()][0] ?? '';
    keys.push(key);
    left.delete(key);
  }
  return keys;
}
