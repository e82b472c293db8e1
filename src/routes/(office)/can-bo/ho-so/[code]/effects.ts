import type { DossierEvent } from '#domain/dossier/events.ts';
import type { OfficerAct } from '#domain/dossier/open-acts.ts';
import { isTold } from '#domain/dossier/told.ts';
import type { Words } from '#lib/words/words.ts';
import type { OfficerView } from '#server/usecases/read-dossier.ts';

/** What an act does to clock, messages and take-back, in sentences. */
export function effectsOf(act: OfficerAct, view: OfficerView, words: Words): readonly string[] {
  return [...clockOf(act, view, words), toldOf(act, view, words), ...takeBackOf(act, view, words)];
}

function clockOf(
  act: OfficerAct,
  { dossier, version, left, nextStep, nextSteps, handOver, outcomeNow }: OfficerView,
  words: Words,
): string[] {
  const { effect, outcome } = words;
  const ends = outcomeNow ? [effect.clockEnds({ outcome: lower(outcome[outcomeNow]) })] : [];
  switch (act) {
    case 'receive dossier':
      return [effect.clockStarts];
    case 'request supplement': {
      if (!left) return [effect.clockNotBegun];
      const time = words.workingTime(left.workingMinutes);
      if (version.afterSupplement === 'anew') return [effect.clockStopsAnew];
      return [left.overdue ? effect.clockStopsOver({ time }) : effect.clockStopsLeft({ time })];
    }
    case 'ask payment':
    case 'suspend dossier': {
      if (!left) return [];
      const time = words.workingTime(left.workingMinutes);
      if (left.overdue) return [effect.clockStopsOver({ time })];
      return [act === 'ask payment' ? effect.clockStopsWait({ time }) : effect.clockStopsLaw({ time })];
    }
    case 'record payment':
    case 'resume dossier':
      return [effect.clockGoesOn];
    case 'correct dossier':
      return [effect.corrected, ...(dossier.result ? [effect.draftLost] : []), ...(left ? [effect.clockRuns] : [])];
    case 'reopen dossier':
      return [dossier.receivedAt ? effect.reopened : effect.reopenedUnreceived];
    case 'not accept dossier':
      return [effect.closedUnreceived];
    case 'refuse dossier':
      return [...ends, effect.refusalToReturn];
    case 'hand on dossier': {
      const after = nextStep ? [nextStep] : nextSteps;
      const to = nextStep || handOver ? effect.goesTo : effect.canGoTo;
      const goesTo = [
        ...after.map(({ name, agencyName }) => to({ step: name, agency: agencyName })),
        ...(handOver?.waitsFor ?? []).map((what) => effect.waitsFor({ what })),
        ...(handOver?.waitsForOthers ? [effect.waitsForOthers] : []),
      ];
      return nextStep?.kind === 'return' ? [...ends, ...goesTo] : [...goesTo, effect.clockRuns];
    }
    case 'take back dossier':
      return [effect.takenBack, effect.clockRuns];
    case 'send back dossier':
      return [effect.goesBack, effect.clockRuns, ...(dossier.result?.signedAt ? [effect.signatureLost] : [])];
    case 'return result':
      return [effect.clockEnded];
    case 'answer withdrawal':
      return [effect.stopped];
    case 'apologise':
      return [effect.promiseMoves];
    default:
      return dossier.receivedAt ? [effect.clockRuns] : [effect.clockNotBegun];
  }
}

/** The event by which the applicant is told, if the act brings one. */
function eventOf(act: OfficerAct, { nextStep }: OfficerView): DossierEvent['type'] | null {
  switch (act) {
    case 'receive dossier':
      return 'received';
    case 'request supplement':
      return 'supplement requested';
    case 'ask payment':
      return 'payment requested';
    case 'record payment':
      return 'payment recorded';
    case 'suspend dossier':
      return 'suspended';
    case 'resume dossier':
      return 'resumed';
    case 'correct dossier':
      return 'corrected';
    case 'reopen dossier':
      return 'reopened';
    case 'not accept dossier':
      return 'not accepted';
    case 'refuse dossier':
      return 'refused';
    case 'hand on dossier':
      return nextStep?.kind === 'return' ? 'result ready' : 'handed on';
    case 'return result':
      return 'returned';
    case 'answer withdrawal':
      return 'withdrawn';
    case 'apologise':
      return 'apology given';
    default:
      return null;
  }
}

function toldOf(act: OfficerAct, view: OfficerView, { effect }: Words): string {
  const type = eventOf(act, view);
  const { told, dossier } = view;
  if (!type || !told || !isTold(type, dossier.channel)) return effect.nobodyTold;
  if (told.by === 'mail') return (act === 'correct dossier' ? effect.mailAfter : effect.mail)({ address: told.address });
  return told.phone === '' ? effect.unreachable : effect.call({ phone: told.phone });
}

function takeBackOf(act: OfficerAct, { askedBefore, nextStep }: OfficerView, { effect }: Words): string[] {
  switch (act) {
    case 'request supplement':
      return [askedBefore ? effect.second : effect.onlyOnce, effect.final];
    case 'draft result':
      return [effect.draftAgain];
    case 'number result':
      return [effect.numberTaken];
    case 'sign result':
      return [effect.signAgain];
    case 'hand on dossier':
      // Once the result is ready the clock has ended, and nobody takes that back.
      return [nextStep?.kind === 'return' ? effect.final : effect.handBack];
    case 'take dossier':
    case 'assign dossier':
      return [effect.given];
    case 'apologise':
      return [effect.apologyOnce, effect.final];
    case 'take back dossier':
    case 'send back dossier':
      return [];
    default:
      return [effect.final];
  }
}

function lower(word: string): string {
  return word.charAt(0).toLocaleLowerCase('vi') + word.slice(1);
}
