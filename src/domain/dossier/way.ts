import { nodeOfStep } from '#domain/workflow/step-table.ts';
import type { Dossier } from './dossier.ts';

/** Whether a place on the way of a dossier lies behind it, or it is there now. What has no mark comes, or never came. */
export type WayMark = 'done' | 'now';

/**
 * Where a dossier stands on its way, by the names of the nodes that `wayOfSteps` gives. A step that it was sent back from is
 * before it again. One that ended on its way keeps what was done, and is nowhere.
 */
export function marksOf({ plan, task, doneBy, state }: Dossier): ReadonlyMap<string, WayMark> {
  const marks = new Map<string, WayMark>([['start', 'done']]);
  for (const { no } of plan) {
    if (no === task?.stepNo) marks.set(nodeOfStep(no), 'now');
    else if (state === 'returned' || (task ? no < task.stepNo : doneBy[no])) marks.set(nodeOfStep(no), 'done');
  }
  if (state === 'returned') marks.set('end', 'done');
  return marks;
}
