import { blank, type Dossier, type DossierState, type Share, type Task, type WaitCause } from './dossier.ts';
import type { DossierEvent } from './events.ts';

/** The dossier as the first event makes it. */
export function born(event: Extract<DossierEvent, { type: 'submitted' }>): Dossier {
  const { type: _, at, sealed: __, files: ___, task, ...birth } = event;
  return { ...blank, ...birth, submittedAt: at, task };
}

/** Applies one fact. Never refuses: what has happened has happened. Never reads what is sealed: it may be wiped one day. */
export function evolve(dossier: Dossier, event: DossierEvent): Dossier {
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
      };
    case 'not accepted':
      return closed(dossier, 'not accepted', event.at);
    case 'supplement requested':
      return {
        ...waiting(dossier, 'awaiting supplement', 'supplement', event.at),
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
      };
    case 'taken':
    case 'assigned':
      return { ...dossier, task: dossier.task && { ...dossier.task, officerId: event.officerId, takenAt: event.at }, handedOver: null };
    case 'handed on':
      return { ...dossier, state: event.state, ...moved(dossier, event), handedOver: handedOver(dossier, event.task) };
    case 'hand-over withdrawn':
      return { ...dossier, state: event.state, task: event.task, shares: event.shares, handedOver: null };
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
      return { ...dossier, warnedOfAt: event.dueAt };
    case 'lateness reported':
      return { ...dossier, reportedOfAt: event.dueAt };
    case 'reopened':
      return reopened(dossier, event);
    case 'due time recounted':
      return { ...dossier, dueAt: event.dueAt, task: event.task, shares: event.shares };
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

/** The clock stands still, if it runs. What is waited for is no hand-over any more that could be taken back as it was. */
function waiting(dossier: Dossier, state: DossierState, cause: WaitCause, at: Date): Dossier {
  return {
    ...dossier,
    state,
    stateBefore: dossier.state,
    owedAt: dossier.dueAt,
    dueAt: null,
    handedOver: null,
    waits: dossier.receivedAt ? [...dossier.waits, { cause, fromAt: at, untilAt: null }] : dossier.waits,
  };
}

function moved(dossier: Dossier, { task, shares }: { readonly task: Task; readonly shares: readonly Share[] }) {
  return { task, shares, doneBy: doneBy(dossier), handedOver: null };
}

/** What is given to an officer by name is his at once. */
function handedOver({ task, state }: Dossier, next: Task): Dossier['handedOver'] {
  return task && next.officerId === null ? { task, state } : null;
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
    lastTaskNo: dossier.task?.no ?? 0,
    handedOver: null,
    answerDueAt: null,
    closesAt: null,
    closedAt: at,
    waits,
    shares,
  };
}

/** What is closed no more has no outcome, no result and no promise but the due time. */
function reopened(dossier: Dossier, { state, dueAt, waits, task, shares }: Extract<DossierEvent, { type: 'reopened' }>): Dossier {
  const open = { state, dueAt, waits, task, shares, lastTaskNo: 0, promisedAt: null };
  return { ...dossier, ...open, result: null, refused: false, readyAt: null, closedAt: null, outcome: null };
}

function unknownEvent(event: never): never {
  throw new Error(`No rule for dossier event ${JSON.stringify(event)}`);
}
