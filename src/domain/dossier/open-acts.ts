import { type Act, mayDo, type Where } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { isLastOfKind } from '#domain/workflow/plan.ts';
import { whyNotCorrect } from './correct.ts';
import type { Dossier } from './dossier.ts';
import { beginsAt } from './life.ts';
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
  'take dossier',
  'assign dossier',
  'answer withdrawal',
  'correct dossier',
  'apologise',
  'suspend dossier',
  'reopen dossier',
] as const satisfies readonly Act[];

export type OfficerAct = (typeof officerActs)[number];

/** The acts that are open to this officer on this dossier now: pages draw these buttons and no others. */
export function openActs(officer: Officer, dossier: Dossier): readonly OfficerAct[] {
  return officerActs.filter((act) => fits(act, dossier) && !isRefusal(mayDo(officer, act, ...placesFor(act, dossier))));
}

/** Where a dossier lies for an act: mostly its open task; for what is taken back, the step before. */
export function placesFor(act: Act, { task, plan, doneBy, receivedAt, receivingAgencyId }: Dossier): readonly Where[] {
  switch (act) {
    case 'answer withdrawal':
      return [{ agencyId: receivingAgencyId }];
    case 'record payment':
    case 'correct dossier':
      return [...(task ? [task] : []), { agencyId: receivingAgencyId }];
    case 'reopen dossier':
      return receivedAt ? plan : [{ agencyId: receivingAgencyId }];
    case 'take back dossier':
      return plan.filter(({ no }) => no + 1 === task?.stepNo).map((before) => ({ ...before, officerId: doneBy[before.no] ?? null }));
    default:
      return task ? [task] : [];
  }
}

/** Whether the dossier is where the act makes sense, whoever does it: an arrow of its life begins here, and the step and what was done fit. */
function fits(act: OfficerAct, dossier: Dossier): boolean {
  const { state, task, plan, result, withdrawalAsked, receivedAt } = dossier;
  if (!beginsAt(act, state)) return false;
  const step = plan.find(({ no }) => no === task?.stepNo);
  if (!task || !step) return act === 'reopen dossier';
  const last = isLastOfKind(plan, step.no);
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
      return step.no > 1 && !result?.number;
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
    default:
      return true;
  }
}

function isUndoneAt({ result }: Dossier, kind: string, last: boolean): boolean {
  if (!last) return false;
  return (kind === 'appraise' && !result) || (kind === 'sign' && !result?.signedAt) || (kind === 'number' && !result?.number);
}
