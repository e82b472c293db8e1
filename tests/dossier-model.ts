import { answerWithdrawal, askWithdrawal, goesOn, then, waits } from './card-moves.ts';
import type { Outcome } from './one-after-the-other.ts';

/**
 * A dossier of the neutral procedure as an officer would keep it on an index card, and for everything that somebody may do with it: whether it is
 * done, and what the card says then. Written from the page of a dossier's life, without a line of the rules that it is compared with.
 */
export type Card = {
  readonly state: string;
  /** Where the end of a wait brings it back to. */
  readonly stateBefore: string | null;
  readonly isReceived: boolean;
  /** The step whose task is open. */
  readonly step: StepKind | null;
  readonly holder: OfficerName | null;
  /** What stood before a hand-over that nobody has taken. */
  readonly handedOver: Pick<Card, 'state' | 'step' | 'holder'> | null;
  readonly doneBy: Readonly<Partial<Record<StepKind, OfficerName>>>;
  readonly gapsAsked: Readonly<Partial<Record<Place, number>>>;
  /** The draft that lies before everybody. */
  readonly draft: string | null;
  readonly isSigned: boolean;
  readonly isNumbered: boolean;
  readonly isWithdrawalAsked: boolean;
  readonly isApologisedFor: boolean;
  readonly applicantName: string;
  /** How many events its history has. */
  readonly version: number;
};

/** Two officers who hold every role, so that nothing but the dossier stands between them. */
export type OfficerName = 'first' | 'second';

export const steps = ['receive', 'appraise', 'check', 'sign', 'number', 'return'] as const;
export type StepKind = (typeof steps)[number];

type Place = 'centre' | 'music';

/** One thing that somebody can do, with all that he says by it. */
export type Move =
  | { readonly act: 'receive' | 'decline' | 'take' | 'take back' | 'number' | 'refuse' | 'return' | 'apologise' }
  | { readonly act: 'ask payment' | 'record payment' | 'suspend' | 'resume' | 'give supplement' | 'ask withdrawal' }
  | { readonly act: 'hand on'; readonly to: OfficerName | null }
  | { readonly act: 'assign'; readonly to: OfficerName }
  | { readonly act: 'send back' | 'reopen'; readonly to: StepKind }
  | { readonly act: 'draft' | 'sign'; readonly draft: string }
  | { readonly act: 'ask supplement'; readonly hasHeadReason: boolean }
  | { readonly act: 'answer withdrawal'; readonly isGranted: boolean }
  | { readonly act: 'correct'; readonly applicantName: string };

/** What a result can be drafted as. */
export const drafts = ['a draft', 'another draft'];

export const officerMoves: readonly Move[] = [
  ...(['receive', 'decline', 'take', 'take back', 'number', 'refuse', 'return', 'apologise'] as const).map((act) => ({ act })),
  ...(['ask payment', 'record payment', 'suspend', 'resume'] as const).map((act) => ({ act })),
  ...([null, 'first', 'second'] as const).map((to) => ({ act: 'hand on' as const, to })),
  ...(['first', 'second'] as const).map((to) => ({ act: 'assign' as const, to })),
  ...(['receive', 'appraise', 'check', 'sign', 'number'] as const).map((to) => ({ act: 'send back' as const, to })),
  ...(['receive', 'appraise'] as const).map((to) => ({ act: 'reopen' as const, to })),
  ...drafts.flatMap((draft) => [
    { act: 'draft' as const, draft },
    { act: 'sign' as const, draft },
  ]),
  ...[false, true].map((hasHeadReason) => ({ act: 'ask supplement' as const, hasHeadReason })),
  ...[false, true].map((isGranted) => ({ act: 'answer withdrawal' as const, isGranted })),
  ...['Sùng Thị Dinh', 'Sùng Thị Đính'].map((applicantName) => ({ act: 'correct' as const, applicantName })),
];

export const citizenMoves: readonly Move[] = [{ act: 'give supplement' }, { act: 'ask withdrawal' }];

/** What one officer alone does from receipt to return. */
export const wholeWay: readonly Move[] = [
  { act: 'receive' },
  { act: 'hand on', to: null },
  { act: 'draft', draft: 'a draft' },
  { act: 'hand on', to: null },
  { act: 'hand on', to: null },
  { act: 'sign', draft: 'a draft' },
  { act: 'hand on', to: null },
  { act: 'number' },
  { act: 'hand on', to: null },
  { act: 'return' },
];

/** Whether it leads a dossier on to its return, and not aside. */
export function leadsOn({ draft }: Card, { act }: Move): boolean {
  return act === 'draft' ? draft === null : onward.includes(act);
}

const onward: readonly Move['act'][] = [
  ...(['receive', 'hand on', 'sign', 'number', 'return', 'reopen', 'take back'] as const),
  ...(['give supplement', 'record payment', 'resume'] as const),
];

/** A card of an application that was just handed in. */
export function newCard(applicantName: string): Card {
  return {
    state: 'submitted',
    stateBefore: null,
    isReceived: false,
    step: 'receive',
    holder: null,
    handedOver: null,
    doneBy: {},
    gapsAsked: {},
    draft: null,
    isSigned: false,
    isNumbered: false,
    isWithdrawalAsked: false,
    isApologisedFor: false,
    applicantName,
    version: 1,
  };
}

/**
 * @param who the officer who does it; null: the citizen
 * @param standsInFor for whom he acts besides
 * @returns null when it is refused
 */
export function playMove(card: Card, move: Move, who: OfficerName | null, standsInFor: OfficerName | null): Outcome<Card> | null {
  const { step, holder, state } = card;
  const isRunning = state === 'received' || state === 'in progress';
  const isWaiting = state.startsWith('awaiting') || state === 'suspended';
  const isHis = (one: OfficerName | null | undefined) => !one || one === who || one === standsInFor;
  const has = step !== null && isHis(holder);
  const isAt = (...kinds: readonly StepKind[]) => step !== null && kinds.includes(step);
  const untouched = { events: [], card };
  const taken = takenBy(who, card);

  switch (move.act) {
    case 'receive':
      if (state !== 'submitted' || !has) return null;
      return then(untouched, ['received'], { state: 'received', isReceived: true, holder: holder ?? who });
    case 'decline':
      if (!(state === 'submitted' || (state === 'awaiting supplement' && !card.isReceived)) || !has) return null;
      return closed(taken, 'not accepted', ['not accepted']);
    case 'ask supplement': {
      if (!(isRunning || state === 'submitted') || !isAt('receive', 'appraise') || !has) return null;
      const place = isAt('receive') ? 'centre' : 'music';
      const asked = card.gapsAsked[place] ?? 0;
      if (asked > 0 && !move.hasHeadReason) return null;
      return waits(taken, 'awaiting supplement', 'supplement requested', { gapsAsked: { ...card.gapsAsked, [place]: asked + 1 } });
    }
    case 'give supplement':
      return state === 'awaiting supplement' ? goesOn(card, 'supplement given') : null;
    case 'ask payment':
      return isRunning && isAt('receive', 'appraise') && has ? waits(taken, 'awaiting payment', 'payment requested') : null;
    case 'record payment':
      return state === 'awaiting payment' ? goesOn(card, 'payment recorded') : null;
    case 'suspend':
      // As the unit's head he need not have it, so he does not take it by this.
      return isRunning && isAt('appraise', 'check') ? waits(untouched, 'suspended', 'suspended') : null;
    case 'resume':
      return state === 'suspended' ? goesOn(card, 'resumed') : null;
    case 'take':
      return isWaiting || !has ? null : taken;
    case 'assign':
      return isAt('appraise', 'check') ? then(untouched, ['assigned'], { holder: move.to, handedOver: null }) : null;
    case 'hand on': {
      const next = step && steps[steps.indexOf(step) + 1];
      if (!isRunning || !has || !next || isUndone(card)) return null;
      const handedOver = move.to === null ? { state, step, holder: taken.card.holder } : null;
      const ready = next === 'return' ? ['result ready'] : [];
      const there = { state: next === 'return' ? 'result ready' : 'in progress', step: next, holder: move.to, handedOver };
      return then(taken, ['handed on', ...ready], { ...there, doneBy: done(taken.card) });
    }
    case 'take back': {
      const { handedOver } = card;
      if (!isRunning || holder !== null || !handedOver?.step) return null;
      // The head of the unit that handed it on may, whoever did it there.
      const may = isHis(card.doneBy[handedOver.step]) || handedOver.step === 'appraise' || handedOver.step === 'check';
      return may ? then(untouched, ['hand-over withdrawn'], { ...handedOver, handedOver: null }) : null;
    }
    case 'send back': {
      const before = card.doneBy[move.to];
      if (!isRunning || !isAt('appraise', 'check', 'sign', 'number') || !has || card.isNumbered) return null;
      if (steps.indexOf(move.to) >= steps.indexOf(step) || !before) return null;
      const there = { step: move.to, holder: before, handedOver: null, isSigned: false };
      return then(taken, ['sent back'], { ...there, doneBy: done(taken.card) });
    }
    case 'draft':
      if (!isRunning || !isAt('appraise') || !has) return null;
      return then(taken, ['result drafted'], { draft: move.draft, isSigned: false, isNumbered: false });
    case 'sign':
      if (!isRunning || !isAt('sign') || !has || card.isSigned || card.draft !== move.draft) return null;
      return then(taken, ['result signed'], { isSigned: true });
    case 'number':
      if (!isRunning || !isAt('number') || !has || !card.isSigned || card.isNumbered) return null;
      return then(taken, ['result numbered'], { isNumbered: true });
    case 'refuse': {
      if (state !== 'in progress' || !isAt('appraise', 'check') || !has) return null;
      const there = { state: 'refused', step: 'return' as const, holder: null, handedOver: null };
      return then(taken, ['refused'], { ...there, doneBy: done(taken.card) });
    }
    case 'return':
      if (!(state === 'result ready' || state === 'refused') || !has) return null;
      return closed(taken, 'returned', ['returned'], { doneBy: done(taken.card) });
    case 'ask withdrawal':
      return askWithdrawal(card, step === null, closed);
    case 'answer withdrawal':
      return answerWithdrawal(card, move.isGranted, closed);
    case 'correct': {
      const isOpen = isRunning || isWaiting || state === 'submitted';
      if (!isOpen || card.isSigned || card.applicantName === move.applicantName) return null;
      return then(untouched, ['corrected'], { applicantName: move.applicantName, draft: null, isNumbered: false });
    }
    case 'apologise':
      return isRunning && !card.isApologisedFor ? then(untouched, ['apology given'], { isApologisedFor: true }) : null;
    case 'reopen': {
      if (state !== 'returned' && state !== 'not accepted') return null;
      if (move.to !== (card.isReceived ? 'appraise' : 'receive')) return null;
      const there = { state: card.isReceived ? 'in progress' : 'submitted', step: move.to, holder: card.doneBy[move.to] ?? null };
      return then(untouched, ['reopened'], { ...there, draft: null, isSigned: false, isNumbered: false, isApologisedFor: false });
    }
  }
}

function isUndone({ step, draft, isSigned, isNumbered }: Card): boolean {
  return (step === 'appraise' && draft === null) || (step === 'sign' && !isSigned) || (step === 'number' && !isNumbered);
}

/** Whoever acts on a task that nobody has takes it by the act. */
function takenBy(who: OfficerName | null, card: Card): Outcome<Card> {
  const untouched = { events: [], card };
  return card.holder === null ? then(untouched, ['taken'], { holder: who, handedOver: null }) : untouched;
}

/** Who did the step that ends. */
function done({ doneBy, step, holder }: Card): Card['doneBy'] {
  return step && holder ? { ...doneBy, [step]: holder } : doneBy;
}

function closed(before: Outcome<Card>, state: string, happened: readonly string[], changes: Partial<Card> = {}): Outcome<Card> {
  const over = { state, stateBefore: null, step: null, holder: null, handedOver: null, isWithdrawalAsked: false };
  return then(before, happened, { ...changes, ...over });
}
