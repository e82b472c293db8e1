import type { Flow, Lane, Workflow, WorkflowNode } from './workflow.ts';

/** A workflow with another node in the place of the one of its id. A gateway that is no choice has no default and no conditions. */
export function withNode(workflow: Workflow, changed: WorkflowNode): Workflow {
  const nodes = workflow.nodes.map((node) => (node.id === changed.id ? changed : node));
  const flows = workflow.flows.map((flow) =>
    flow.from === changed.id && changed.kind !== 'exclusive' ? { ...flow, condition: null } : flow,
  );
  return { ...workflow, nodes, flows };
}

/** A workflow with another flow in the place of the one of its id. */
export function withFlow(workflow: Workflow, changed: Flow): Workflow {
  return { ...workflow, flows: workflow.flows.map((flow) => (flow.id === changed.id ? changed : flow)) };
}

/** A workflow with another lane in the place of the one of its id. */
export function withLane(workflow: Workflow, changed: Lane): Workflow {
  return { ...workflow, lanes: workflow.lanes.map((lane) => (lane.id === changed.id ? changed : lane)) };
}
