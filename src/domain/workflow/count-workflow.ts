import type { NodeKind, Workflow } from './workflow.ts';

export type WorkflowCounts = {
  readonly id: string;
  readonly name: string;
  readonly nodes: Readonly<Record<NodeKind, number>>;
  readonly flows: number;
  readonly lanes: number;
};

/** How much of what a workflow has. */
export function countWorkflow({ id, name, nodes, flows, lanes }: Workflow): WorkflowCounts {
  const count: Record<NodeKind, number> = {
    start: 0,
    end: 0,
    terminate: 0,
    task: 0,
    exclusive: 0,
    parallel: 0,
    timer: 0,
    message: 0,
    'boundary timer': 0,
  };
  for (const { kind } of nodes) count[kind]++;
  return { id, name, nodes: count, flows: flows.length, lanes: lanes.length };
}
