import { groupBy } from './net.ts';
import type { Doubt } from './refused-part.ts';
import { connected } from './soundness.ts';
import { timerDueAt } from './timer.ts';
import type { Workflow } from './workflow.ts';

/** What a workflow may have and its author may not have meant. */
export function findDoubts(workflow: Workflow): readonly Doubt[] {
  const { id, nodes, flows } = workflow;
  const from = groupBy(flows, (flow) => flow.from);
  const reached = connected(workflow);
  const ends = nodes.filter(({ kind }) => kind === 'end' || kind === 'terminate');

  const ofNodes = nodes.flatMap((node): Doubt[] => {
    const out = from.get(node.id) ?? [];
    const told = { element: node.id, what: node.name };
    const found: Doubt[] = [];
    if (out.length === 0 && !ends.includes(node)) found.push({ kind: 'implicit-end', ...told });
    if (!reached.has(node.id) && (ends.includes(node) || node.kind === 'exclusive' || node.kind === 'parallel'))
      found.push({ kind: 'never-reached', ...told });
    if (node.kind === 'timer' || node.kind === 'boundary timer') {
      if (node.timer === null) found.push({ kind: 'timer-without-time', ...told });
      else if (!timerDueAt(node.timer, new Date(0))) found.push({ kind: 'timer-unreadable', ...told });
    }
    if (node.kind !== 'exclusive') return found;

    const isChoice = out.length > 1 || out.some(({ condition }) => condition !== null);
    if (isChoice && node.defaultFlowId === null) found.push({ kind: 'choice-without-default', ...told });
    for (const flow of isChoice ? out : [])
      if (flow.condition === null && flow.id !== node.defaultFlowId)
        found.push({ kind: 'condition-missing', element: flow.id, what: flow.name });
    return found;
  });
  return ends.length === 0 ? [{ kind: 'no-end-event', element: id, what: workflow.name }, ...ofNodes] : ofNodes;
}
