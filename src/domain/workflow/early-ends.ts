import { groupBy } from './net.ts';
import type { Flow, Workflow, WorkflowNode } from './workflow.ts';

/** A workflow without its choices to end at once, and which nodes lie behind each of those choices, by the gateway that has them. */
export type WithoutEarlyEnds = { readonly workflow: Workflow; readonly behind: ReadonlyMap<string, readonly string[]> };

/**
 * Leaves out what leads from a choice to a terminate end and nowhere else (a refusal, say).
 *
 * While its token is on such a way the others are where they could be while it still waits at the choice, and then all end:
 * so if the workflow is sound without these ways, it is sound with them. A choice keeps at least one way, and a way
 * that others enter too is kept, for two tokens could meet there.
 */
export function withoutEarlyEnds(workflow: Workflow): WithoutEarlyEnds {
  const nodes = new Map(workflow.nodes.map((node) => [node.id, node]));
  const from = groupBy(workflow.flows, (flow) => flow.from);
  const to = groupBy(workflow.flows, (flow) => flow.to);
  const withTimer = new Set(workflow.nodes.flatMap((node) => (node.kind === 'boundary timer' ? [node.attachedTo] : [])));

  const left = new Set<string>();
  const behind = new Map<string, readonly string[]>();
  for (const { id, kind } of workflow.nodes) {
    const ways = from.get(id) ?? [];
    if (kind !== 'exclusive' || ways.length < 2) continue;
    const early = ways.flatMap((way) => endsEarly(way) ?? []).slice(0, ways.length - 1);
    for (const { way } of early) left.add(way.id);
    if (early.length > 0) behind.set(id, [...new Set(early.flatMap(({ region }) => region))]);
  }
  return { workflow: { ...workflow, flows: workflow.flows.filter(({ id }) => !left.has(id)) }, behind };

  function endsEarly(way: Flow): { way: Flow; region: readonly string[] } | undefined {
    const region = new Set([way.to]);
    for (const id of region) {
      const node = nodes.get(id);
      if (!node || !passesOneToken(node)) return undefined;
      for (const flow of node.kind === 'terminate' ? [] : (from.get(id) ?? [])) region.add(flow.to);
    }
    const isOwn = [...region].every(
      (id) => nodes.get(id)?.kind === 'terminate' || (to.get(id) ?? []).every((flow) => region.has(flow.from) || flow.from === way.from),
    );
    return isOwn && allCanTerminate(region) ? { way, region: [...region] } : undefined;
  }

  function passesOneToken({ id, kind }: WorkflowNode): boolean {
    if (kind === 'terminate') return true;
    const ways = from.get(id)?.length ?? 0;
    return !withTimer.has(id) && (kind === 'exclusive' ? ways > 0 : kind !== 'parallel' && ways === 1);
  }

  function allCanTerminate(region: ReadonlySet<string>): boolean {
    const can = new Set([...region].filter((id) => nodes.get(id)?.kind === 'terminate'));
    for (const id of can) for (const flow of to.get(id) ?? []) if (region.has(flow.from)) can.add(flow.from);
    return can.size === region.size;
  }
}
