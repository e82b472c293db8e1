import type { Workflow, WorkflowNode } from './workflow.ts';

/**
 * The column of each node: one further to the right than all that come before it on a way from the start. A flow that closes
 * a round does not count; a timer stands in the column of the task that it is attached to.
 */
export function columnsOf({ nodes, flows }: Workflow): ReadonlyMap<string, number> {
  const hosts = hostsOf(nodes);
  const hostOf = (id: string) => hosts.get(id) ?? id;
  const next = new Map(nodes.map(({ id }): [string, string[]] => [id, []]));
  for (const { from, to } of flows) if (next.has(to)) next.get(hostOf(from))?.push(hostOf(to));

  const arrivals = new Set([...next.values()].flat());
  const first = nodes.filter(({ kind }) => kind === 'start');
  const begun = nodes.filter(({ id }) => !arrivals.has(id) && !hosts.has(id));
  const { order, back } = walked([...first, ...begun, ...nodes], next);

  const columns = new Map(order.map((id) => [id, 0]));
  for (const id of order) {
    const beyond = (columns.get(id) ?? 0) + 1;
    for (const to of next.get(id) ?? []) if (!back.get(id)?.has(to)) columns.set(to, Math.max(columns.get(to) ?? 0, beyond));
  }
  for (const [timer, host] of hosts) columns.set(timer, columns.get(host) ?? 0);
  return columns;
}

/** Each timer that is attached to a task, with that task. */
export function hostsOf(nodes: readonly WorkflowNode[]): ReadonlyMap<string, string> {
  const tasks = new Set(nodes.flatMap(({ id, kind }) => (kind === 'task' ? [id] : [])));
  return new Map(
    nodes.flatMap((node) => (node.kind === 'boundary timer' && tasks.has(node.attachedTo) ? [[node.id, node.attachedTo]] : [])),
  );
}

/** All nodes so that each stands before those it leads to, but for the flows that lead back to where the walk came from. */
function walked(roots: readonly WorkflowNode[], next: ReadonlyMap<string, readonly string[]>) {
  const left: string[] = [];
  const back = new Map<string, Set<string>>();
  const open = new Set<string>();
  const seen = new Set<string>();
  for (const { id: root } of roots) {
    const way = seen.has(root) ? [] : [{ id: root, ahead: [...(next.get(root) ?? [])] }];
    seen.add(root);
    open.add(root);
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const to = here.ahead.shift();
      if (to === undefined) {
        left.push(here.id);
        open.delete(here.id);
        way.pop();
      } else if (open.has(to)) {
        back.set(here.id, (back.get(here.id) ?? new Set()).add(to));
      } else if (!seen.has(to)) {
        seen.add(to);
        open.add(to);
        way.push({ id: to, ahead: [...(next.get(to) ?? [])] });
      }
    }
  }
  return { order: left.reverse(), back };
}
