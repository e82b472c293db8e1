import { type Decision, refuse } from '#domain/refusal.ts';
import type { PlannedStep } from '#domain/workflow/plan.ts';
import { canLieAt, keyOf, type Routing } from '#domain/workflow/routing.ts';
import { lastNo, nodeOf, openTasks, sharesOf, timersOn } from './branches.ts';
import type { Dossier, Task, Waiting, Way } from './dossier.ts';
import type { Branches, DossierEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { isRunning } from './hold.ts';

/** To which version, and why. */
export type MoveToVersion = { readonly version: number; readonly reason: string };

/**
 * A head moves an open dossier to another version of its procedure. Each open task goes to the step of the same node and kind, else to the
 * one of the same kind, name and unit; its holder keeps it where he can do it there. What is waited for goes to the node of the same name.
 * What was promised stays promised.
 *
 * @param way of the other version for this dossier, its conditions decided
 * @returns `moved to version`, or a refusal: `wrong-state` unless the clock runs, `reason-missing`, `same-version`, `no-place-on-way` with
 *   what has no place there, or cannot lie there together
 */
export function moveToVersion(dossier: Dossier, { reason }: MoveToVersion, way: Way, facts: Facts): Decision<DossierEvent> {
  const { state, procedureVersion } = dossier;
  if (!isRunning(dossier)) return refuse('wrong-state', { state });
  if (reason === '') return refuse('reason-missing');
  if (way.procedureVersion === procedureVersion) return refuse('same-version');

  const tasks: Task[] = [];
  for (const task of openTasks(dossier)) {
    const old = dossier.plan.find(({ no }) => no === task.stepNo);
    const step = old && stepLike(old, way.plan);
    if (!step || (tasks.length > 0 && !way.routing)) return refuse('no-place-on-way', { place: old?.name ?? '' });
    tasks.push(movedTask(task, step, lastNo(dossier) + tasks.length + 1, facts));
  }
  const placed = placedTokens(dossier, way, tasks, facts.now);
  if ('lost' in placed) return refuse('no-place-on-way', { place: placed.lost });

  const [task = null, ...beside] = tasks;
  const shares = sharesOf({ ...dossier, plan: way.plan }, tasks, facts);
  const branches: Branches = way.routing ? { beside, tokens: placed.tokens } : {};
  return [{ type: 'moved to version', at: facts.now, way, state, task, shares, ...branches, sealed: { reason } }];
}

/** The step of another plan that this one has become. */
function stepLike({ nodeId, kind, name, unitId }: PlannedStep, plan: readonly PlannedStep[]): PlannedStep | undefined {
  const same = nodeId === undefined ? undefined : plan.find((step) => step.nodeId === nodeId && step.kind === kind);
  return same ?? plan.find((step) => step.kind === kind && step.name === name && step.unitId === unitId);
}

/** Who did which step, by the numbers of the other way; what it does not have is left out. */
export function doneOnWay({ plan, doneBy }: Pick<Dossier, 'plan' | 'doneBy'>, way: Way): Dossier['doneBy'] {
  const done = plan.flatMap((step) => {
    const [officerId, like] = [doneBy[step.no], stepLike(step, way.plan)];
    return officerId !== undefined && like ? [[like.no, officerId] as const] : [];
  });
  return Object.fromEntries(done);
}

function movedTask(task: Task, { no: stepNo, agencyId, unitId, role }: PlannedStep, no: number, { mayHold }: Facts): Task {
  const keeps = task.officerId !== null && mayHold(task.officerId, unitId, role);
  return { ...task, no, stepNo, agencyId, unitId, role, officerId: keeps ? task.officerId : null, takenAt: keeps ? task.takenAt : null };
}

/** Where all that waits has its place; a timer on a task that fired stays fired, one that is new there is set. */
function placedTokens(dossier: Dossier, { plan, routing }: Way, tasks: readonly Task[], now: Date) {
  const old = dossier.routing;
  const nameOf = ({ nodeId }: Waiting) => old?.nodes.find(({ id }) => id === nodeId)?.name || nodeId;
  const free = (dossier.tokens ?? []).filter(({ nodeId }) => kindIn(old, nodeId) !== 'boundary timer');
  const lost = free.find((token) => !routing || !hasPlace(token, old, routing));
  if (lost) return { lost: nameOf(lost) };
  if (!routing) return { tokens: [] };

  const timers = tasks.flatMap(({ stepNo }) => timersOn(routing, nodeOf({ plan }, stepNo), now));
  const kept = timers.flatMap((timer) => {
    const set = dossier.tokens?.find((token) => keyOf(token) === keyOf(timer));
    return set ? [set] : kindIn(old, timer.nodeId) === 'boundary timer' ? [] : [timer];
  });
  const atTasks = tasks.map(({ stepNo }) => ({ nodeId: nodeOf({ plan }, stepNo), flowId: null }));
  const names = tasks.map(({ stepNo }) => plan.find(({ no }) => no === stepNo)?.name ?? '');
  if (!canLieAt(routing, [...atTasks, ...free], plan.at(-1)?.nodeId)) return { lost: [...names, ...free.map(nameOf)].join(', ') };
  return { tokens: [...free, ...kept] };
}

function hasPlace({ nodeId, flowId }: Waiting, old: Routing | undefined, routing: Routing): boolean {
  const isThere = kindIn(routing, nodeId) !== undefined && kindIn(routing, nodeId) === kindIn(old, nodeId);
  return isThere && (flowId === null || routing.flows.some(({ id, to }) => id === flowId && to === nodeId));
}

function kindIn(routing: Routing | undefined, nodeId: string) {
  return routing?.nodes.find(({ id }) => id === nodeId)?.kind;
}
