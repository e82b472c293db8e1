import { type Act, mayDo, type Where } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import type { StepAct } from '#domain/procedure/step.ts';
import { isRefusal } from '#domain/refusal.ts';
import { isLastAt, openTasks, stepsBefore, turnTo } from './branches.ts';
import { whyNotCorrect } from './correct.ts';
import type { Dossier, Task } from './dossier.ts';
import { messagesAwaited } from './fire.ts';
import { beginsAt } from './life.ts';
import { mayReopen } from './reopen.ts';
import { whyNotBack } from './take-back.ts';

/** What an officer can do with a dossier, in the order in which pages offer it. */
export const officerActs = [
  'receive dossier',
  'draft result',
  'sign result',
  'number result',
  'hand on dossier',
  'return result',
  'record payment',
  'resume dossier',
  'request supplement',
  'ask payment',
  'not accept dossier',
  'take back dossier',
  'send back dossier',
  'refuse dossier',
  'record message',
  'take dossier',
  'assign dossier',
  'answer withdrawal',
  'correct dossier',
  'apologise',
  'suspend dossier',
  'reopen dossier',
  'move to version',
] as const satisfies readonly Act[];

export type OfficerAct = (typeof officerActs)[number];

/** The acts that are open to this officer on this dossier now: pages draw these buttons and no others. */
export function openActs(officer: Officer, dossier: Dossier): readonly OfficerAct[] {
  return officerActs.filter((act) => fits(act, dossier) && !isRefusal(mayDo(officer, act, ...placesFor(act, dossier))));
}

/**
 * The dossier looked at by the task that an officer means: the one that is named; else his own, else one in a queue of his, else one of
 * his unit, else one of his agency.
 */
export function turnFor({ officerId, assignments }: Officer, dossier: Dossier, taskNo?: number): Dossier {
  if (!dossier.beside || dossier.beside.length === 0) return dossier;
  if (taskNo !== undefined) return turnTo(dossier, taskNo);
  const rank = (task: Task) => {
    if (task.officerId === officerId) return 0;
    const inAgency = assignments.filter(({ agencyId }) => agencyId === task.agencyId);
    const inUnit = inAgency.filter(({ unitId }) => unitId === task.unitId);
    if (inUnit.some(({ role }) => role === task.role)) return task.officerId === null ? 1 : 2;
    return inUnit.length > 0 ? 3 : inAgency.length > 0 ? 4 : 5;
  };
  const [nearest] = openTasks(dossier).toSorted((a, b) => rank(a) - rank(b));
  return turnTo(dossier, nearest?.no);
}

/** Where a dossier lies for an act: mostly its open task; for what is taken back, the step before. */
export function placesFor(act: Act, dossier: Dossier): readonly Where[] {
  const { task, plan, doneBy, receivedAt, receivingAgencyId, handedOver, shares, routing } = dossier;
  switch (act) {
    case 'answer withdrawal':
    case 'record message':
      return [{ agencyId: receivingAgencyId }];
    case 'move to version':
      return task ? openTasks(dossier) : shares.slice(-1);
    case 'record payment':
    case 'correct dossier':
      return [...(task ? [task] : []), { agencyId: receivingAgencyId }];
    case 'reopen dossier':
      return receivedAt ? plan : [{ agencyId: receivingAgencyId }];
    case 'take back dossier':
      if (routing) return handedOver ? [{ ...handedOver.task, officerId: doneBy[handedOver.task.stepNo] ?? null }] : [];
      return plan.filter(({ no }) => no + 1 === task?.stepNo).map((before) => ({ ...before, officerId: doneBy[before.no] ?? null }));
    case 'apologise':
      return task ? [task] : shares.slice(-1);
    default:
      return task ? [task] : [];
  }
}

/** What a step can leave out, as a procedure writes it. */
const writtenAs: Readonly<Partial<Record<Act, StepAct>>> = {
  'request supplement': 'request-supplement',
  'ask payment': 'ask-payment',
  'suspend dossier': 'suspend',
  'refuse dossier': 'refuse',
  'send back dossier': 'send-back',
};

/** Whether the step of the open task leaves this act to whoever does it. */
export function isLeftOpen(act: Act, { task, plan }: Pick<Dossier, 'task' | 'plan'>): boolean {
  const acts = plan.find(({ no }) => no === task?.stepNo)?.acts;
  const written = writtenAs[act];
  return !acts || !written || acts.includes(written);
}

/** Whether the dossier is where the act makes sense, whoever does it: an arrow of its life begins here, and the step and what was done fit. */
function fits(act: OfficerAct, dossier: Dossier): boolean {
  const { state, task, plan, result, withdrawalAsked, receivedAt, routing } = dossier;
  if (!beginsAt(act, state) || !isLeftOpen(act, dossier)) return false;
  const step = plan.find(({ no }) => no === task?.stepNo);
  if (!task || !step) return fitsWithoutTask(act, dossier);
  const last = isLastAt(dossier, step);
  switch (act) {
    case 'not accept dossier':
      return !receivedAt;
    case 'draft result':
      return step.kind === 'appraise' && last;
    case 'sign result':
      return step.kind === 'sign' && last && !result?.signedAt;
    case 'number result':
      return step.kind === 'number' && last && !result?.number;
    case 'hand on dossier':
      return !isUndoneAt(dossier, step.kind, last);
    case 'take back dossier':
      return whyNotBack(dossier) === null;
    case 'send back dossier':
      return !result?.number && (routing ? stepsBefore(dossier).length > 0 : step.no > 1);
    case 'refuse dossier':
      return step.kind === 'appraise' || step.kind === 'check';
    case 'take dossier':
      return task.officerId === null;
    case 'answer withdrawal':
      return withdrawalAsked;
    case 'correct dossier':
      return whyNotCorrect(dossier) === null;
    case 'apologise':
      return !dossier.promisedAt;
    case 'record message':
      return messagesAwaited(dossier).length > 0;
    default:
      return true;
  }
}

/** Nobody has it: it is closed, or waits for a time, a message or what must come together. */
function fitsWithoutTask(act: OfficerAct, dossier: Dossier): boolean {
  switch (act) {
    case 'reopen dossier':
      return mayReopen(dossier);
    case 'answer withdrawal':
      return dossier.withdrawalAsked;
    case 'apologise':
      return !dossier.promisedAt;
    case 'take back dossier':
      return whyNotBack(dossier) === null;
    case 'record message':
      return messagesAwaited(dossier).length > 0;
    default:
      return act === 'move to version';
  }
}

function isUndoneAt({ result }: Dossier, kind: string, last: boolean): boolean {
  if (!last) return false;
  return (kind === 'appraise' && !result) || (kind === 'sign' && !result?.signedAt) || (kind === 'number' && !result?.number);
}
