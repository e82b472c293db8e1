import { lastNo, turnTo } from './branches.ts';
import { blank, type Dossier, type DossierState, type SaidOf, type Share, type Task, type WaitCause, type Way } from './dossier.ts';
import type { Branches, DossierEvent, Told } from './events.ts';
import { doneOnWay } from './move-to-version.ts';

/** The dossier as the first event makes it. */
export function born(event: Extract<DossierEvent, { type: 'submitted' }>): Dossier {
  const { type: _, at, sealed: __, files: ___, task, ...birth } = event;
  return { ...blank, ...birth, submittedAt: at, task };
}

/** Applies one fact. Never refuses: what has happened has happened. Never reads what is sealed: it may be wiped one day. */
export function evolve(stands: Dossier, event: DossierEvent): Dossier {
  const dossier = 'taskNo' in event ? turnTo(stands, event.taskNo) : stands;
  switch (event.type) {
    case 'submitted':
      return born(event);
    case 'received':
      return {
        ...dossier,
        state: 'received',
        receivedAt: event.receivedAt,
        dueAt: event.dueAt,
        totalMinutes: event.totalMinutes,
        task: event.task,
        shares: event.shares,
        ...branches(dossier, event),
      };
    case 'not accepted':
      return closed(dossier, 'not accepted', event.at);
    case 'supplement requested':
      return {
        ...waiting(dossier, 'awaiting supplement', 'supplement', event.at, event.anew),
        answerDueAt: event.answerDueAt,
        closesAt: event.closesAt ?? null,
        supplementsAsked: { ...dossier.supplementsAsked, [event.agencyId]: (dossier.supplementsAsked[event.agencyId] ?? 0) + 1 },
      };
    case 'payment requested':
      return waiting(dossier, 'awaiting payment', 'payment', event.at);
    case 'suspended':
      return waiting(dossier, 'suspended', 'suspension', event.at);
    case 'supplement given':
    case 'payment recorded':
    case 'resumed':
      return {
        ...dossier,
        state: dossier.stateBefore ?? 'submitted',
        stateBefore: null,
        dueAt: event.dueAt,
        owedAt: null,
        answerDueAt: null,
        closesAt: null,
        waits: dossier.waits.map((wait) => (wait.untilAt === null ? { ...wait, untilAt: event.at } : wait)),
        task: event.task,
        shares: event.shares,
        ...branches(dossier, event),
      };
    case 'taken':
    case 'assigned':
      return { ...dossier, task: dossier.task && { ...dossier.task, officerId: event.officerId, takenAt: event.at }, handedOver: null };
    case 'handed on':
      return { ...dossier, state: event.state, ...moved(dossier, event), handedOver: handedOver(dossier, event) };
    case 'hand-over withdrawn':
      return { ...dossier, state: event.state, task: event.task, shares: event.shares, handedOver: null, ...branches(dossier, event) };
    case 'sent back':
      return { ...dossier, ...moved(dossier, event), result: dossier.result && { ...dossier.result, signedAt: null } };
    case 'result drafted':
      return { ...dossier, result: { digest: event.digest, signedAt: null, number: null } };
    case 'result signed':
      return { ...dossier, result: dossier.result && { ...dossier.result, signedAt: event.at } };
    case 'result numbered':
      return { ...dossier, result: dossier.result && { ...dossier.result, digest: event.digest, number: event.number } };
    case 'result ready':
      return { ...dossier, state: 'result ready', readyAt: event.at, outcome: event.outcome };
    case 'refused':
      return { ...dossier, state: 'refused', refused: true, readyAt: event.at, outcome: event.outcome, ...moved(dossier, event) };
    case 'returned':
      return { ...closed(dossier, 'returned', event.at), doneBy: doneBy(dossier) };
    case 'withdrawal requested':
      return { ...dossier, withdrawalAsked: true };
    case 'withdrawal denied':
      return { ...dossier, withdrawalAsked: false };
    case 'withdrawn':
      return closed(dossier, 'withdrawn', event.at);
    case 'closed unanswered':
      return closed(dossier, 'stopped', event.at);
    case 'corrected':
      return event.isAnswered ? { ...dossier, result: null } : dossier;
    case 'due time warned':
      return { ...dossier, warned: saidOf(dossier, dossier.warned, event) };
    case 'lateness reported':
      return { ...dossier, reported: saidOf(dossier, dossier.reported, event) };
    case 'reopened':
      return reopened(dossier, event);
    case 'due time recounted':
      return { ...dossier, dueAt: event.dueAt, task: event.task, shares: event.shares, ...branches(dossier, event) };
    case 'timer fired':
    case 'message came':
      return { ...dossier, state: event.state, ...moved(dossier, event), doneBy: dossier.doneBy };
    case 'moved to version':
      return { ...movedTo(dossier, event.way), state: event.state, ...moved(dossier, event), doneBy: doneOnWay(dossier, event.way) };
    case 'apology given':
      return { ...dossier, promisedAt: event.promisedAt };
    default:
      return unknownEvent(event);
  }
}

/** @throws Error when the history does not begin with a submission: it is no history */
export function replay([first, ...rest]: readonly DossierEvent[]): Dossier {
  if (first?.type !== 'submitted') throw new Error('A history begins with a submission');
  return rest.reduce(evolve, born(first));
}

/** The clock stands still, if it runs; `anew` when the whole time begins anew after it. What is waited for is no hand-over any more that could be taken back as it was. */
function waiting(dossier: Dossier, state: DossierState, cause: WaitCause, at: Date, anew?: true): Dossier {
  return {
    ...dossier,
    state,
    stateBefore: dossier.state,
    owedAt: dossier.dueAt,
    dueAt: null,
    handedOver: null,
    waits: dossier.receivedAt ? [...dossier.waits, { cause, fromAt: at, untilAt: null, ...(anew ? { anew } : {}) }] : dossier.waits,
  };
}

/** The dossier on the way of the version that it was moved to. */
export function onWay(dossier: Dossier, way: Way): Dossier {
  const { routing: _, given: __, ...rest } = dossier;
  return { ...rest, ...way, movedTo: way };
}

/** The same, without what was open beside its task before. */
function movedTo({ beside: _, tokens: __, ...dossier }: Dossier, way: Way): Dossier {
  return onWay(dossier, way);
}

function moved(dossier: Dossier, event: Branches & { readonly task: Task | null; readonly shares: readonly Share[] }) {
  const { task, shares } = event;
  return { task, shares, doneBy: doneBy(dossier), handedOver: null, ...branches(dossier, event) };
}

/** Where ways branch: what else is open, and the highest number that a task has had. Elsewhere nothing. */
function branches(dossier: Dossier, { task, beside, tokens }: Branches & { readonly task: Task | null }) {
  return beside && tokens ? { beside, tokens, lastTaskNo: Math.max(lastNo(dossier), lastNo({ task, beside, lastTaskNo: 0 })) } : {};
}

/** Tasks at which it is said now, with those at which it was said of the same time. */
function saidOf({ task }: Dossier, before: SaidOf | null, { dueAt, taskNos = task ? [task.no] : [] }: Told): SaidOf {
  const earlier = before?.dueAt.getTime() === dueAt.getTime() ? before.taskNos : [];
  return { dueAt, taskNos: [...earlier, ...taskNos] };
}

/** What is given to an officer by name is his at once. */
function handedOver({ task, state, beside, tokens, shares, lastTaskNo }: Dossier, event: Extract<DossierEvent, { type: 'handed on' }>) {
  const opened = event.beside ? [event.task, ...event.beside].filter((one) => one && one.no > lastTaskNo) : [event.task];
  if (!task || opened.some((one) => one?.officerId)) return null;
  return beside && tokens && event.beside ? { task, state, beside, tokens, shares } : { task, state };
}

function doneBy({ doneBy, task }: Dossier): Dossier['doneBy'] {
  return task?.officerId ? { ...doneBy, [task.stepNo]: task.officerId } : doneBy;
}

/** Nothing waits any more, and nobody has it. A share that was open ends without an outcome. */
function closed(dossier: Dossier, state: DossierState, at: Date): Dossier {
  const waits = dossier.waits.map((wait) => ({ ...wait, untilAt: wait.untilAt ?? at }));
  const shares = dossier.shares.map((share) => ({ ...share, doneAt: share.doneAt ?? at }));
  return {
    ...dossier,
    state,
    stateBefore: null,
    withdrawalAsked: false,
    task: null,
    lastTaskNo: lastNo(dossier),
    handedOver: null,
    answerDueAt: null,
    closesAt: null,
    closedAt: at,
    waits,
    shares,
    ...(dossier.routing ? { beside: [], tokens: [] } : {}),
  };
}

/** What is closed no more has no outcome, no result and no promise but the due time. */
function reopened(dossier: Dossier, event: Extract<DossierEvent, { type: 'reopened' }>): Dossier {
  const { state, dueAt, waits, task, shares } = event;
  const open = { state, dueAt, waits, task, shares, lastTaskNo: 0, promisedAt: null, ...branches(dossier, event) };
  return { ...dossier, ...open, result: null, refused: false, readyAt: null, closedAt: null, outcome: null };
}

function unknownEvent(event: never): never {
  throw new Error(`No rule for dossier event ${JSON.stringify(event)}`);
}
