import type { Routing } from '#domain/workflow/routing.ts';
import { nodeOfStep } from '#domain/workflow/step-table.ts';
import { openTasks } from './branches.ts';
import type { Dossier } from './dossier.ts';

/** Whether a place on the way of a dossier lies behind it, or it is there now. What has no mark comes, or never came. */
export type WayMark = 'done' | 'now';

/**
 * Where a dossier stands on its way, by the names of the nodes that `wayOfSteps` gives, or its drawing. A step that it was sent back from is
 * before it again. One that ended on its way keeps what was done, and is nowhere.
 */
export function marksOf(dossier: Dossier): ReadonlyMap<string, WayMark> {
  const { plan, task, doneBy, state, routing } = dossier;
  if (routing) return marksAlong(dossier, routing);
  const marks = new Map<string, WayMark>([['start', 'done']]);
  for (const { no } of plan) {
    if (no === task?.stepNo) marks.set(nodeOfStep(no), 'now');
    else if (state === 'returned' || (task ? no < task.stepNo : doneBy[no])) marks.set(nodeOfStep(no), 'done');
  }
  if (state === 'returned') marks.set('end', 'done');
  return marks;
}

/** Where ways branch: every open task and all that is waited for is now; what lies between two that have a mark is behind it. */
function marksAlong(dossier: Dossier, { nodes, flows }: Routing): ReadonlyMap<string, WayMark> {
  const { plan, doneBy, tokens = [], state } = dossier;
  const marks = new Map<string, WayMark>(nodes.flatMap(({ id, kind }) => (kind === 'start' ? [[id, 'done']] : [])));
  for (const { no, nodeId = '' } of plan) if (doneBy[no]) marks.set(nodeId, 'done');
  const waited = tokens.filter(({ nodeId }) => nodes.some(({ id, kind }) => id === nodeId && kind !== 'boundary timer'));
  for (const { nodeId } of waited) marks.set(nodeId, 'now');
  for (const { stepNo } of openTasks(dossier)) marks.set(plan.find(({ no }) => no === stepNo)?.nodeId ?? '', 'now');
  const isPassed = (kind: string) => kind === 'exclusive' || kind === 'parallel' || kind === 'timer' || kind === 'message';
  const between = new Set(nodes.flatMap(({ id, kind }) => (isPassed(kind) && !marks.has(id) ? [id] : [])));
  const done = [...marks].flatMap(([id, mark]) => (mark === 'done' ? [id] : []));
  const after = ledTo(
    done,
    between,
    flows.map(({ from, to }) => [from, to]),
  );
  const before = ledTo(
    [...marks.keys()],
    between,
    flows.map(({ from, to }) => [to, from]),
  );
  for (const id of between) if (after.has(id) && before.has(id)) marks.set(id, 'done');
  if (state === 'returned') for (const { id, kind } of nodes) if (kind === 'end') marks.set(id, 'done');
  return marks;
}

/** Where one comes from these nodes over nodes of that set alone. */
function ledTo(from: readonly string[], over: ReadonlySet<string>, steps: readonly (readonly [string, string])[]): ReadonlySet<string> {
  const met = new Set(from);
  for (const id of met) for (const [here, next] of steps) if (here === id && over.has(next)) met.add(next);
  return met;
}
