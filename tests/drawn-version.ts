import { isStepKind } from '#domain/procedure/step.ts';
import { drawnSteps } from '#domain/workflow/drawn-steps.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import type { Lane, Workflow, WorkflowNode } from '#domain/workflow/workflow.ts';
import { drawn } from './drawn.ts';
import { lending } from './given.ts';

const lanes: readonly Lane[] = ['receiving', 'music', 'city', 'nowhere'].map((agency) => ({
  id: agency,
  name: agency,
  parentId: null,
  agency,
  unit: null,
}));

/** What is said beside the lines: the condition of a flow by its id, the default flow of a choice, another agency of a task. */
export type Beside = {
  readonly conditions?: Readonly<Record<string, string>>;
  readonly defaults?: Readonly<Record<string, string>>;
  readonly agencies?: Readonly<Record<string, string>>;
};

/**
 * A procedure's drawing in the lines of `drawn`, whose tasks are called by what is done there: `appraise`, `appraise2`, `check-b`.
 * What is received and returned is so by the receiving agency, all else by `music`; shares are as equal as they can be.
 */
export function drawnWay(lines: readonly string[], { conditions = {}, defaults = {}, agencies = {} }: Beside = {}): Workflow {
  const { nodes, flows, ...rest } = drawn(...lines);
  const tasks = nodes.filter(({ kind }) => kind === 'task');
  const share = Math.floor(1000 / tasks.length);
  const shareOf = (id: string) => (id === tasks[0]?.id ? 1000 - share * (tasks.length - 1) : share) / 10;
  return {
    ...rest,
    lanes,
    flows: flows.map((flow) => ({ ...flow, condition: conditions[flow.id] ?? null })),
    nodes: nodes.map((node): WorkflowNode => {
      if (node.kind === 'exclusive') return { ...node, defaultFlowId: defaults[node.id] ?? null };
      if (node.kind === 'message') return { ...node, message: `Message ${node.id}` };
      if (node.kind !== 'task') return node;
      const [stepKind = ''] = /^[a-z]+/.exec(node.id) ?? [];
      if (!isStepKind(stepKind)) return node;
      const laneId = agencies[node.id] ?? (stepKind === 'receive' || stepKind === 'return' ? 'receiving' : 'music');
      const provenance = { stated: false, source: 'made up for tests' };
      return { ...node, name: node.id, laneId, stepKind, sharePct: shareOf(node.id), provenance };
    }),
  };
}

/** Lending, along a drawing. @throws Error when a task of it is no step */
export function drawnVersion(workflow: Workflow, version = 1): PublishedVersion {
  const steps = drawnSteps(workflow);
  if ('untold' in steps) throw new Error(JSON.stringify(steps));
  return { ...lending, version, steps, workflow };
}
