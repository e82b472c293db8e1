import type { Step } from '#domain/procedure/step.ts';
import { columnsOf } from './columns.ts';
import { stepOf, type Untold } from './step-table.ts';
import type { Workflow } from './workflow.ts';

/**
 * The tasks of a drawing as steps: the receipt first, the return last, between them in the order in which a dossier can come to them.
 *
 * @returns the steps, each with its node, or each task that is none and why
 */
export function drawnSteps(workflow: Workflow): readonly Step[] | { readonly untold: readonly Untold[] } {
  const columns = columnsOf(workflow);
  const tasks = workflow.nodes.flatMap((node) => (node.kind === 'task' ? [node] : []));
  const rank = ({ id, stepKind }: (typeof tasks)[number]) =>
    stepKind === 'receive' ? -1 : stepKind === 'return' ? Number.MAX_SAFE_INTEGER : (columns.get(id) ?? 0);
  const told = tasks.toSorted((a, b) => rank(a) - rank(b)).map((node, at) => ({ node, step: stepOf(node, workflow.lanes, at + 1) }));
  const untold = told.flatMap(({ step }) => ('reason' in step ? [step] : []));
  if (untold.length > 0) return { untold };
  return told.flatMap(({ node, step }) => ('reason' in step ? [] : [{ ...step, nodeId: node.id }]));
}
