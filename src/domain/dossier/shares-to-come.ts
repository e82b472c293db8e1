import { minutesOfSteps, type PlannedStep } from '#domain/workflow/plan.ts';
import { tasksAhead } from '#domain/workflow/tasks-ahead.ts';
import { nodeOf, openTasks, tokensOf } from './branches.ts';
import type { Dossier } from './dossier.ts';

/** An agency's part that has not begun. When it begins is not known, so it is owed at no time yet. */
export type ShareToCome = {
  readonly agencyId: string;
  /** Of the whole time. */
  readonly sharePct: number;
  /** Working minutes; null before receipt, when the whole is not known. */
  readonly minutes: number | null;
  /** Whether the dossier comes there on every way that it can take. */
  readonly isSure: boolean;
};

/**
 * The parts of agencies to which a dossier has not come yet, in the order of its plan: each is the time of the steps that the agency
 * does one after the other, as it is counted when the part begins. None once the result is ready or the dossier has ended on its way.
 */
export function sharesToCome(dossier: Dossier): readonly ShareToCome[] {
  const { plan, shares, totalMinutes, readyAt, closedAt, receivedAt } = dossier;
  if (readyAt || closedAt) return [];
  const ahead = stepsAhead(dossier);
  const open = new Set(openTasks(dossier).map(({ stepNo }) => stepNo));
  const hasPart = new Set(shares.flatMap(({ agencyId, doneAt }) => (doneAt === null ? [agencyId] : [])));
  const minutes = minutesOfSteps(plan, totalMinutes);
  return runsOf(plan).flatMap((run): ShareToCome[] => {
    const [{ agencyId } = { agencyId: '' }] = run;
    if (hasPart.has(agencyId) && run.some(({ no }) => open.has(no))) return [];
    const first = run.findIndex(({ no }) => ahead.has(no) || (!receivedAt && open.has(no)));
    if (first < 0) return [];
    const steps = run.slice(first);
    return [
      {
        agencyId,
        sharePct: steps.reduce((sum, { sharePct }) => sum + sharePct, 0),
        minutes: receivedAt ? steps.reduce((sum, step) => sum + (minutes[plan.indexOf(step)] ?? 0), 0) : null,
        isSure: steps.some(({ no }) => ahead.get(no) ?? open.has(no)),
      },
    ];
  });
}

/** The steps that can still come, by their numbers, and whether each surely does. */
function stepsAhead(dossier: Dossier): ReadonlyMap<number, boolean> {
  const { plan, routing, task, given = {} } = dossier;
  if (!routing) return new Map(plan.flatMap(({ no }) => (task && no > task.stepNo ? [[no, true]] : [])));
  const from = tokensOf(dossier).map(({ nodeId }) => nodeId);
  const isAnswered = (nodeId: string) => routing.flows.some((flow) => flow.from === nodeId && flow.conditional && given[flow.id]);
  const flows = routing.flows.filter(({ id, from: at, conditional }) => (isAnswered(at) || conditional ? conditional && given[id] : true));
  const ahead = new Map(tasksAhead({ ...routing, flows }, from).map(({ nodeId, isSure }) => [nodeId, isSure]));
  return new Map(
    plan.flatMap(({ no }) => {
      const isSure = ahead.get(nodeOf(dossier, no));
      return isSure === undefined ? [] : [[no, isSure]];
    }),
  );
}

/** Steps that follow each other at one agency, without the return, which has no part of the time. */
function runsOf(plan: readonly PlannedStep[]): readonly (readonly PlannedStep[])[] {
  const runs: PlannedStep[][] = [];
  let before: PlannedStep | undefined;
  for (const step of plan) {
    if (step.kind !== 'return') {
      if (before?.agencyId === step.agencyId && before.kind !== 'return') runs.at(-1)?.push(step);
      else runs.push([step]);
    }
    before = step;
  }
  return runs;
}
