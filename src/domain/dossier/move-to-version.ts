import { type Decision, isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { PlannedStep } from '#domain/workflow/plan.ts';
import { canLieAt, keyOf, type Routing } from '#domain/workflow/routing.ts';
import { lastNo, openTasks, sharesOf, timersOn } from './branches.ts';
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

  const placed = placedOnWay(dossier, way, facts);
  if (isRefusal(placed)) return placed;
  const tasks = placed.steps.map(({ task, to }, at) => movedTask(task, to, lastNo(dossier) + at + 1, facts));
  const [task = null, ...beside] = tasks;
  const shares = sharesOf({ ...dossier, plan: way.plan }, tasks, facts);
  const branches: Branches = way.routing ? { beside, tokens: placed.tokens } : {};
  return [{ type: 'moved to version', at: facts.now, way, state, task, shares, ...branches, sealed: { reason } }];
}

/** Where what is open of a dossier comes to lie on another way: each open task with the steps that it goes from and to, and what is waited for. */
export type Placed = {
  readonly steps: readonly { readonly task: Task; readonly from: PlannedStep; readonly to: PlannedStep }[];
  readonly tokens: readonly Waiting[];
};

/** @returns where it comes to lie, or `no-place-on-way` with what has no place there, or cannot lie there together */
export function placedOnWay(dossier: Dossier, way: Way, { now }: Pick<Facts, 'now'>): Placed | Refusal {
  const steps: Placed['steps'][number][] = [];
  for (const task of openTasks(dossier)) {
    const from = dossier.plan.find(({ no }) => no === task.stepNo);
    const to = from && stepLike(from, way.plan);
    if (!from || !to || (steps.length > 0 && !way.routing)) return refuse('no-place-on-way', { place: from?.name ?? '' });
    steps.push({ task, from, to });
  }
  const placed = placedTokens(
    dossier,
    way,
    steps.map(({ to }) => to),
    now,
  );
  return 'lost' in placed ? refuse('no-place-on-way', { place: placed.lost }) : { steps, tokens: placed.tokens };
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
function placedTokens(dossier: Dossier, { plan, routing }: Way, steps: readonly PlannedStep[], now: Date) {
  const old = dossier.routing;
  const nameOf = ({ nodeId }: Waiting) => old?.nodes.find(({ id }) => id === nodeId)?.name || nodeId;
  const free = (dossier.tokens ?? []).filter(({ nodeId }) => kindIn(old, nodeId) !== 'boundary timer');
  const lost = free.find((token) => !routing || !hasPlace(token, old, routing));
  if (lost) return { lost: nameOf(lost) };
  if (!routing) return { tokens: [] };

  const timers = steps.flatMap(({ nodeId = '' }) => timersOn(routing, nodeId, now));
  const kept = timers.flatMap((timer) => {
    const set = dossier.tokens?.find((token) => keyOf(token) === keyOf(timer));
    return set ? [set] : kindIn(old, timer.nodeId) === 'boundary timer' ? [] : [timer];
  });
  const atTasks = steps.map(({ nodeId = '' }) => ({ nodeId, flowId: null }));
  const names = steps.map(({ name }) => name);
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
