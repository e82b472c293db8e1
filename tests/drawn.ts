import type { Flow, NodeKind, Workflow, WorkflowNode } from '#domain/workflow/workflow.ts';

const kinds: Readonly<Record<string, NodeKind>> = {
  start: 'start',
  end: 'end',
  terminate: 'terminate',
  xor: 'exclusive',
  and: 'parallel',
  timer: 'timer',
  message: 'message',
};

/**
 * A workflow drawn in lines such as `S:start > A > E:end`. What has no kind is a task; `W:on A` is a timer on the task A.
 * The flow from A to B is called `A-B`.
 */
export function drawn(...lines: readonly string[]): Workflow {
  const nodes = new Map<string, WorkflowNode>();
  const flows: Flow[] = [];
  for (const line of lines) {
    const ids = line.split('>').map((part) => {
      const [id = '', kind = ''] = part.trim().split(':');
      if (!nodes.has(id)) nodes.set(id, node(id, kind));
      return id;
    });
    for (const [at, to] of ids.entries()) {
      const from = ids[at - 1];
      if (from !== undefined) flows.push(flow(flows, from, to));
    }
  }
  return { id: 'drawn', name: 'Drawn', nodes: [...nodes.values()], flows, lanes: [] };
}

function flow(known: readonly Flow[], from: string, to: string): Flow {
  const id = `${from}-${to}`;
  return { id: known.some((other) => other.id === id) ? `${id}-${known.length}` : id, name: '', from, to, condition: null };
}

/** An ordinary node of this kind; a task where no kind is given. */
export function node(id: string, kind: string): WorkflowNode {
  const basis = { id, name: `Node ${id}`, laneId: null };
  if (kind.startsWith('on '))
    return { ...basis, kind: 'boundary timer', attachedTo: kind.slice(3), timer: { kind: 'duration', value: 'P1D' } };
  switch (kinds[kind] ?? 'task') {
    case 'start':
      return { ...basis, kind: 'start' };
    case 'end':
      return { ...basis, kind: 'end', outcome: null };
    case 'terminate':
      return { ...basis, kind: 'terminate', outcome: null };
    case 'exclusive':
      return { ...basis, kind: 'exclusive', defaultFlowId: null };
    case 'parallel':
      return { ...basis, kind: 'parallel' };
    case 'timer':
      return { ...basis, kind: 'timer', timer: { kind: 'duration', value: 'P1D' } };
    case 'message':
      return { ...basis, kind: 'message', message: null };
    default:
      return { ...basis, kind: 'task', stepKind: null, role: null, sharePct: null, acts: [], form: null, paper: null, provenance: null };
  }
}
