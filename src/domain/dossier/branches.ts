import { addWorkingMinutes } from '#domain/calendar/working-calendar.ts';
import { isLastOfKind, type PlannedStep } from '#domain/workflow/plan.ts';
import {
  type Advanced,
  advance,
  type Choosing,
  canLieAt,
  choicesAfter,
  keyOf,
  leadsTo,
  type OpenChoice,
  type Routing,
  type Token,
  tasksAfter,
} from '#domain/workflow/routing.ts';
import { timerDueAt } from '#domain/workflow/timer.ts';
import { endShares, minutesWithAgency, openTask, outcomeOf } from './clock.ts';
import type { Dossier, Share, Task, Waiting } from './dossier.ts';
import type { Branches } from './events.ts';
import type { Facts } from './facts.ts';

/** Every task that is open, the one that is looked at first. */
export function openTasks({ task, beside }: Pick<Dossier, 'task' | 'beside'>): readonly Task[] {
  return [...(task ? [task] : []), ...(beside ?? [])];
}

/** The same dossier, looked at by another of its open tasks; as it is when it has no such task. */
export function turnTo<Part extends Pick<Dossier, 'task' | 'beside'>>(dossier: Part, taskNo: number | undefined): Part {
  const wanted = dossier.beside?.find(({ no }) => no === taskNo);
  if (!wanted) return dossier;
  return { ...dossier, task: wanted, beside: openTasks(dossier).filter(({ no }) => no !== taskNo) };
}

/** Which task an event is about: said only where several are open. */
export function whichOf({ task, beside }: Pick<Dossier, 'task' | 'beside'>): { readonly taskNo?: number } {
  return task && beside && beside.length > 0 ? { taskNo: task.no } : {};
}

/** What an event says of other branches that stay as they are; nothing where ways do not branch. */
export function asTheyAre({ beside, tokens }: Pick<Dossier, 'beside' | 'tokens'>): Branches {
  return beside && tokens ? { beside, tokens } : {};
}

/** What an event says of other branches when all of them end; nothing where ways do not branch. */
export function allEnded({ routing }: Pick<Dossier, 'routing'>): Branches {
  return routing ? { beside: [], tokens: [] } : {};
}

/** Where a dossier stands after its tokens moved. */
export type Moved = Required<Branches> & {
  readonly task: Task | null;
  readonly shares: readonly Share[];
  /** Tasks that opened; the return among them ends all others. */
  readonly opened: readonly Task[];
  readonly isReady: boolean;
};

type Going = Choosing & { readonly from: string; readonly endedNo: number | null; readonly officerId: string | null };

/**
 * Lets a token go on from a node: the tasks and timers to which it comes begin, joins wait until all are there.
 * Once the return opens the result is there: what was still open or waited for beside it is over.
 *
 * @param going from which node; which task is done by it; who gets the first task that he can do
 * @returns where the dossier stands then, or the choice at which a way must be named
 */
export function goOn(dossier: Dossier, routing: Routing, going: Going, facts: Facts): Moved | { readonly undecided: string } {
  const advanced = advance(routing, tokensOf(dossier), going.from, going);
  if ('undecided' in advanced) return advanced;
  return standingAt(dossier, routing, advanced, going, facts);
}

/** Where all tokens lie, those of open tasks among them. */
export function tokensOf(dossier: Pick<Dossier, 'task' | 'beside' | 'tokens' | 'plan'>): readonly Token[] {
  const atTasks = openTasks(dossier).map(({ stepNo }) => ({ nodeId: nodeOf(dossier, stepNo), flowId: null }));
  return [...atTasks, ...(dossier.tokens ?? [])];
}

export function nodeOf({ plan }: Pick<Dossier, 'plan'>, stepNo: number): string {
  return plan.find(({ no }) => no === stepNo)?.nodeId ?? '';
}

/** Opens the tasks and sets the timers to which tokens came, keeps what lies where it lay. */
export function standingAt(
  dossier: Dossier,
  routing: Routing,
  { tokens, begun }: Advanced,
  { endedNo, officerId }: Pick<Going, 'endedNo' | 'officerId'>,
  facts: Facts,
): Moved {
  const isIn = (all: readonly Token[], token: Token) => all.some((one) => keyOf(one) === keyOf(token));
  const stepAt = ({ nodeId, flowId }: Token) => (flowId === null ? dossier.plan.find((step) => step.nodeId === nodeId) : undefined);
  const steps = begun.flatMap((token) => stepAt(token) ?? []);
  const back = steps.find(({ kind }) => kind === 'return');
  const opened = open(dossier, back ? [back] : steps, officerId, facts);
  const kept = back
    ? []
    : openTasks(dossier).filter(({ no, stepNo }) => {
        const token = { nodeId: nodeOf(dossier, stepNo), flowId: null };
        return no !== endedNo && isIn(tokens, token) && !isIn(begun, token);
      });
  const waiting = back
    ? []
    : tokens
        .filter((token) => !stepAt(token))
        .map((token) => (isIn(begun, token) ? setAt(routing, token, facts.now) : lyingAt(dossier, token)));
  const [task = null, ...beside] = [...opened, ...kept];
  const all = [...opened, ...kept];
  return { task, beside, tokens: waiting, opened, shares: sharesOf(dossier, all, facts), isReady: back !== undefined };
}

function open(dossier: Dossier, steps: readonly PlannedStep[], officerId: string | null, facts: Facts): readonly Task[] {
  const holder = steps.find((step) => officerId !== null && facts.mayHold(officerId, step.unitId, step.role));
  const before = lastNo(dossier);
  return steps.map((step, at) =>
    openTask({ plan: dossier.plan, task: { no: before + at } }, step, dossier.totalMinutes, facts, step === holder ? officerId : null),
  );
}

/** The highest number that any of its tasks has had. */
export function lastNo(dossier: Pick<Dossier, 'task' | 'beside' | 'lastTaskNo'>): number {
  return Math.max(dossier.lastTaskNo, ...openTasks(dossier).map(({ no }) => no));
}

/** A token as it comes to lie now: a timer comes due, all else waits without a time. */
export function setAt({ nodes }: Routing, { nodeId, flowId }: Token, now: Date): Waiting {
  const node = nodes.find(({ id }) => id === nodeId);
  const timer = flowId === null && (node?.kind === 'timer' || node?.kind === 'boundary timer') ? node.timer : null;
  return { nodeId, flowId, dueAt: timer ? (timerDueAt(timer, now) ?? now) : null };
}

/** The timers on a task, set now. */
export function timersOn(routing: Routing, nodeId: string, now: Date): readonly Waiting[] {
  const on = routing.nodes.filter((node) => node.kind === 'boundary timer' && node.attachedTo === nodeId);
  return on.map(({ id }) => setAt(routing, { nodeId: id, flowId: null }, now));
}

function lyingAt({ tokens = [] }: Dossier, token: Token): Waiting {
  return tokens.find((one) => keyOf(one) === keyOf(token)) ?? { ...token, dueAt: null };
}

/**
 * Agencies' parts where several can have a dossier at once: one is open as long as its agency has an open task other than the return.
 * What it gets is the time of its first step and of those of its own that follow in the table.
 */
export function sharesOf(dossier: Dossier, tasks: readonly Task[], facts: Pick<Facts, 'now' | 'calendarOf'>): readonly Share[] {
  const { plan, shares, totalMinutes } = dossier;
  const steps = tasks.flatMap(({ stepNo }) => plan.find(({ no, kind }) => no === stepNo && kind !== 'return') ?? []);
  const has = (agencyId: string) => steps.some((step) => step.agencyId === agencyId);
  const ended = shares.map((share) => (share.doneAt || has(share.agencyId) ? share : (endShares([share], facts.now)[0] ?? share)));
  const begun = new Map(steps.map((step) => [step.agencyId, step]));
  for (const { agencyId, doneAt } of ended) if (doneAt === null) begun.delete(agencyId);
  return [
    ...ended,
    ...[...begun.values()].map((step, at): Share => {
      const minutes = minutesWithAgency(plan, step, totalMinutes);
      const dueAt = addWorkingMinutes(facts.now, minutes, facts.calendarOf(step.agencyId));
      return { no: ended.length + at + 1, agencyId: step.agencyId, openedAt: facts.now, dueAt, doneAt: null, outcome: null };
    }),
  ];
}

/**
 * Whether no later step is of this kind: the result is drafted, signed and numbered at the last such step of the way that is gone.
 * Where ways branch, at each step from which none of its kind follows; in a round, at each of the round.
 */
export function isLastAt({ plan, routing }: Pick<Dossier, 'plan' | 'routing'>, step: PlannedStep): boolean {
  if (!routing) return isLastOfKind(plan, step.no);
  const others = plan.filter(({ no, kind }) => no !== step.no && kind === step.kind);
  return !others.some(({ nodeId }) => {
    if (nodeId === undefined || step.nodeId === undefined) return false;
    return leadsTo(routing, step.nodeId, nodeId) && !leadsTo(routing, nodeId, step.nodeId);
  });
}

/**
 * The steps that the task can be sent back to, the nearest first: done before, by somebody, and on a way that branches only where the
 * tokens can lie so, which is within its own branch.
 */
export function stepsBefore(dossier: Dossier): readonly PlannedStep[] {
  const { plan, task, doneBy, routing } = dossier;
  const step = plan.find(({ no }) => no === task?.stepNo);
  if (!step) return [];
  const done = plan.filter(({ no }) => no < step.no && doneBy[no]).reverse();
  return routing ? done.filter(({ nodeId = '' }) => canLieAt(routing, replaced(dossier, nodeId), plan.at(-1)?.nodeId)) : done;
}

/** Where tokens lie when that of the task lies at another one, and the others where they are. */
function replaced(dossier: Dossier, nodeId: string): readonly Token[] {
  const { task } = dossier;
  const others = (dossier.beside ?? []).map(({ stepNo }) => ({ nodeId: nodeOf(dossier, stepNo), flowId: null }));
  return [...others, ...tokensLeft(dossier, task), { nodeId, flowId: null }];
}

/** Tokens without those of timers on the task. */
function tokensLeft({ tokens = [], routing, plan }: Dossier, task: Task | null): readonly Waiting[] {
  const at = task ? nodeOf({ plan }, task.stepNo) : '';
  const timers = new Set(routing?.nodes.flatMap((node) => (node.kind === 'boundary timer' && node.attachedTo === at ? [node.id] : [])));
  return tokens.filter(({ nodeId }) => !timers.has(nodeId));
}

/** Opens an earlier step in place of the task, in the same branch. */
export function goBack(dossier: Dossier, step: PlannedStep, officerId: string | null, facts: Facts): Moved {
  const { routing, beside = [], task, totalMinutes, plan } = dossier;
  const opened = openTask({ plan, task: { no: lastNo(dossier) } }, step, totalMinutes, facts, officerId);
  const timers = routing && step.nodeId !== undefined ? timersOn(routing, step.nodeId, facts.now) : [];
  const tokens = [...tokensLeft(dossier, task), ...timers];
  return { task: opened, beside, tokens, opened: [opened], shares: sharesOf(dossier, [opened, ...beside], facts), isReady: false };
}

/** The steps at which a dossier can stand alone, as it does when it is opened again. */
export function standsAlone({ plan, routing }: Pick<Dossier, 'plan' | 'routing'>, { nodeId = '' }: PlannedStep): boolean {
  return !routing || canLieAt(routing, [{ nodeId, flowId: null }], plan.at(-1)?.nodeId);
}

/** The end of the clock, where the return has opened. */
export function readyAt(dossier: Dossier, { now }: Pick<Facts, 'now'>) {
  return dossier.dueAt ? [{ type: 'result ready', at: now, outcome: outcomeOf(now, dossier.dueAt) } as const] : [];
}

/** The steps that can follow a step with no other between. */
export function stepsAfter({ plan, routing }: Pick<Dossier, 'plan' | 'routing'>, step: PlannedStep): readonly PlannedStep[] {
  if (!routing) return plan.filter(({ no }) => no === step.no + 1);
  const nodes = tasksAfter(routing, step.nodeId ?? '');
  return plan.filter(({ nodeId = '' }) => nodes.includes(nodeId));
}

/** What a hand-over brings: steps that open, names of timers and messages that are waited for, and whether other branches are. */
export type HandOver = { readonly steps: readonly PlannedStep[]; readonly waitsFor: readonly string[]; readonly waitsForOthers: boolean };

/** What follows when the task is handed on; null where that is still chosen by who does it, or steps follow one after the other. */
export function handOverTo(dossier: Dossier): HandOver | null {
  const { routing, task, given = {}, plan } = dossier;
  if (!routing || !task || choicesOpen(dossier).length > 0) return null;
  const going = advance(routing, tokensOf(dossier), nodeOf(dossier, task.stepNo), { given, ways: [], must: true });
  if ('undecided' in going) return null;
  const at = going.begun.filter(({ flowId }) => flowId === null).map(({ nodeId }) => nodeId);
  const waits = routing.nodes.filter(({ id, kind }) => at.includes(id) && (kind === 'timer' || kind === 'message'));
  return {
    steps: plan.filter(({ nodeId = '' }) => at.includes(nodeId)),
    waitsFor: waits.map(({ name }) => name),
    waitsForOthers: going.begun.some(({ flowId }) => flowId !== null),
  };
}

/** The choices that whoever hands on from the task makes. */
export function choicesOpen({ routing, given = {}, task, plan }: Dossier): readonly OpenChoice[] {
  return routing && task ? choicesAfter(routing, nodeOf({ plan }, task.stepNo), given) : [];
}
