import { insertTask, moveTask, removeTask } from './edit-tasks.ts';
import type { Workflow } from './workflow.ts';

/** What can be done to the rows of a table of steps: a row behind a node, a row away, a row to change places. */
export type TableOp = { readonly kind: 'insert' | 'remove' | 'up' | 'down'; readonly id: string };

/** Does it. @param newStep what a new step is called */
export function applyOp(workflow: Workflow, { kind, id }: TableOp, newStep: string): Workflow {
  switch (kind) {
    case 'insert':
      return insertTask(workflow, id, newStep);
    case 'remove':
      return removeTask(workflow, id);
    case 'up':
    case 'down':
      return moveTask(workflow, id, kind);
  }
}

/** As a button of the table says it, `insert step_2`. */
export function readTableOp(said: string): TableOp | undefined {
  const [, found = '', id = ''] = /^(insert|remove|up|down) (\S+)$/.exec(said) ?? [];
  const kind = (['insert', 'remove', 'up', 'down'] as const).find((one) => one === found);
  return kind && { kind, id };
}
