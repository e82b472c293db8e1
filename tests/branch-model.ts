import { answerWithdrawal, askWithdrawal, goesOn, then, waits } from './card-moves.ts';
import type { OfficerName } from './dossier-model.ts';
import type { Outcome } from './one-after-the-other.ts';

export const steps = ['receive', 'appraise', 'check', 'sign', 'number', 'return'] as const;
type StepKind = (typeof steps)[number];

/** An open task on the card. */
export type CardTask = { readonly no: number; readonly step: StepKind; readonly holder: OfficerName | null };

/** As the card of `dossier-model.ts`, of a dossier that is appraised and checked at the same time and signed once both are done. */
export type BranchCard = {
  readonly state: string;
  readonly stateBefore: string | null;
  readonly isReceived: boolean;
  /** By their numbers. */
  readonly tasks: readonly CardTask[];
  /** The highest number that a task has had; of a closed dossier too. */
  readonly lastNo: number;
  /** What stood before the last hand-over, until something happens to any task. */
  readonly handedOver: { readonly state: string; readonly tasks: readonly CardTask[]; readonly no: number } | null;
  readonly doneBy: Readonly<Partial<Record<StepKind, OfficerName>>>;
  readonly isDrafted: boolean;
  readonly isSigned: boolean;
  readonly isNumbered: boolean;
  readonly isWithdrawalAsked: boolean;
  readonly applicantName: string;
  readonly version: number;
};

/** One thing that can be done to the task that is named by its number, or to the whole. */
export type BranchMove =
  | { readonly act: 'take' | 'draft' | 'sign' | 'number' | 'return' | 'refuse' | 'ask payment' | 'suspend' | 'resume'; readonly no: number }
  | { readonly act: 'hand on'; readonly no: number; readonly to: OfficerName | null }
  | { readonly act: 'assign'; readonly no: number; readonly to: OfficerName }
  | { readonly act: 'send back'; readonly no: number; readonly to: StepKind }
  | { readonly act: 'receive' | 'take back' | 'record payment' | 'ask withdrawal' }
  | { readonly act: 'answer withdrawal'; readonly isGranted: boolean }
  | { readonly act: 'correct'; readonly applicantName: string };

export const newBranchCard = (applicantName: string): BranchCard => ({
  state: 'submitted',
  stateBefore: null,
  isReceived: false,
  tasks: [{ no: 1, step: 'receive', holder: null }],
  lastNo: 1,
  handedOver: null,
  doneBy: {},
  isDrafted: false,
  isSigned: false,
  isNumbered: false,
  isWithdrawalAsked: false,
  applicantName,
  version: 1,
});

/** What an officer can try on this card: each task, and the whole. */
export function branchMoves({ tasks }: BranchCard): readonly BranchMove[] {
  const acts = ['take', 'draft', 'sign', 'number', 'return', 'refuse', 'ask payment', 'suspend', 'resume'] as const;
  return [
    ...tasks.flatMap(({ no }): BranchMove[] => [
      ...acts.map((act) => ({ act, no })),
      ...([null, 'first', 'second'] as const).map((to) => ({ act: 'hand on' as const, no, to })),
      ...(['first', 'second'] as const).map((to) => ({ act: 'assign' as const, no, to })),
      ...(['receive', 'appraise', 'sign'] as const).map((to) => ({ act: 'send back' as const, no, to })),
    ]),
    ...(['receive', 'take back', 'record payment'] as const).map((act) => ({ act })),
    ...[false, true].map((isGranted) => ({ act: 'answer withdrawal' as const, isGranted })),
    ...['Sùng Thị Dinh', 'Sùng Thị Đính'].map((applicantName) => ({ act: 'correct' as const, applicantName })),
  ];
}

/** Whether it leads on to the return, and not aside. */
export const leadsOnBranches = ({ act }: BranchMove): boolean =>
  ['receive', 'hand on', 'draft', 'sign', 'number', 'return', 'record payment', 'resume', 'take back'].includes(act);

/**
 * @param who the officer who does it; null: the citizen
 * @returns null when it is refused
 */
export function playOnBranches(card: BranchCard, move: BranchMove, who: OfficerName | null): Outcome<BranchCard> | null {
  const { state, tasks, lastNo } = card;
  const isRunning = state === 'received' || state === 'in progress';
  const isWaiting = state === 'awaiting payment' || state === 'suspended';
  const task = 'no' in move ? tasks.find(({ no }) => no === move.no) : tasks[0];
  const has = task !== undefined && (task.holder === null || task.holder === who);
  const isAt = (...kinds: readonly StepKind[]) => task !== undefined && kinds.includes(task.step);
  const untouched = { events: [], card };

  switch (move.act) {
    case 'receive': {
      if (state !== 'submitted' || !has) return null;
      const received = { ...task, holder: task.holder ?? who };
      return then(untouched, ['received'], { state: 'received', isReceived: true, tasks: [received] });
    }
    case 'take':
      return isWaiting || !has ? null : taken(card, task, who);
    case 'assign':
      if (!task || !isAt('appraise', 'check')) return null;
      return then(untouched, ['assigned'], { ...given(card, task, move.to), handedOver: null });
    case 'hand on': {
      if (!isRunning || !has || isUndone(card, task)) return null;
      const mine = taken(card, task, who);
      const left = mine.card.tasks.filter(({ no }) => no !== task.no);
      const next = nextOf(task.step, left);
      if (!next || (move.to !== null && next.length === 0)) return null;
      const opened = next.map((step, at) => ({ no: lastNo + 1 + at, step, holder: at === 0 ? move.to : null }));
      const handedOver = opened.some(({ holder }) => holder) ? null : { state, tasks: mine.card.tasks, no: task.no };
      const isReady = next.includes('return');
      const there = { state: isReady ? 'result ready' : 'in progress', tasks: [...left, ...opened], lastNo: lastNo + opened.length };
      return then(mine, ['handed on', ...(isReady ? ['result ready'] : [])], { ...there, handedOver, doneBy: done(mine.card, task) });
    }
    case 'take back': {
      const { handedOver } = card;
      const before = handedOver?.tasks.find(({ no }) => no === handedOver.no);
      if (!isRunning || !handedOver || !before) return null;
      // The head of the unit that handed it on may, whoever did it there.
      if (before.holder !== who && before.step !== 'appraise' && before.step !== 'check') return null;
      const again = { ...before, no: lastNo + 1 };
      const tasksAgain = [...handedOver.tasks.filter(({ no }) => no !== before.no), again];
      return then(untouched, ['hand-over withdrawn'], {
        state: handedOver.state,
        tasks: tasksAgain,
        lastNo: again.no,
        handedOver: null,
      });
    }
    case 'send back': {
      const before = card.doneBy[move.to];
      // From a branch nothing goes back to before it, and nothing goes back into one branch alone.
      const isThere = (isAt('sign', 'number') && move.to === 'receive') || (isAt('number') && move.to === 'sign');
      if (!isRunning || !has || !isThere || !before || card.isNumbered) return null;
      const mine = taken(card, task, who);
      const there = { tasks: [{ no: lastNo + 1, step: move.to, holder: before }], lastNo: lastNo + 1, isSigned: false, handedOver: null };
      return then(mine, ['sent back'], { ...there, doneBy: done(mine.card, task) });
    }
    case 'draft':
      if (!isRunning || !isAt('appraise') || !has) return null;
      return then(taken(card, task, who), ['result drafted'], { isDrafted: true, isSigned: false, isNumbered: false });
    case 'sign':
      if (!isRunning || !isAt('sign') || !has || !card.isDrafted || card.isSigned) return null;
      return then(taken(card, task, who), ['result signed'], { isSigned: true });
    case 'number':
      if (!isRunning || !isAt('number') || !has || !card.isSigned || card.isNumbered) return null;
      return then(taken(card, task, who), ['result numbered'], { isNumbered: true });
    case 'return': {
      if (!(state === 'result ready' || state === 'refused') || !has) return null;
      const mine = taken(card, task, who);
      return closed({ ...mine, card: { ...mine.card, doneBy: done(mine.card, task) } }, 'returned', ['returned']);
    }
    case 'refuse': {
      if (state !== 'in progress' || !isAt('appraise', 'check') || !has) return null;
      const mine = taken(card, task, who);
      const there = { state: 'refused', tasks: [{ no: lastNo + 1, step: 'return' as const, holder: null }], lastNo: lastNo + 1 };
      return then(mine, ['refused'], { ...there, handedOver: null, doneBy: done(mine.card, task) });
    }
    case 'ask payment':
      if (!isRunning || !isAt('receive', 'appraise') || !has) return null;
      return waits(taken(card, task, who), 'awaiting payment', 'payment requested');
    case 'record payment':
      return state === 'awaiting payment' ? goesOn(card, 'payment recorded') : null;
    case 'suspend':
      return isRunning && isAt('appraise', 'check') ? waits(untouched, 'suspended', 'suspended') : null;
    case 'resume':
      return state === 'suspended' && isAt('appraise', 'check') ? goesOn(card, 'resumed') : null;
    case 'ask withdrawal':
      return askWithdrawal(card, tasks.length === 0, closed);
    case 'answer withdrawal':
      return answerWithdrawal(card, move.isGranted, closed);
    case 'correct': {
      const isOpen = isRunning || isWaiting || state === 'submitted';
      if (!isOpen || card.isSigned || card.applicantName === move.applicantName) return null;
      return then(untouched, ['corrected'], { applicantName: move.applicantName, isDrafted: false, isNumbered: false });
    }
  }
}

/** The steps that open when this one is done and those are still open; nothing is left to open while the other branch is. */
function nextOf(step: StepKind, left: readonly CardTask[]): readonly StepKind[] | undefined {
  if (step === 'receive') return ['appraise', 'check'];
  if (step === 'appraise' || step === 'check') return left.length > 0 ? [] : ['sign'];
  const next = steps[steps.indexOf(step) + 1];
  return next && [next];
}

function isUndone({ isDrafted, isSigned, isNumbered }: BranchCard, { step }: CardTask): boolean {
  return (step === 'appraise' && !isDrafted) || (step === 'sign' && !isSigned) || (step === 'number' && !isNumbered);
}

function taken(card: BranchCard, task: CardTask, who: OfficerName | null): Outcome<BranchCard> {
  const untouched = { events: [], card };
  return task.holder === null ? then(untouched, ['taken'], { ...given(card, task, who), handedOver: null }) : untouched;
}

function given({ tasks }: BranchCard, { no }: CardTask, holder: OfficerName | null) {
  return { tasks: tasks.map((task) => (task.no === no ? { ...task, holder } : task)) };
}

function done({ doneBy, tasks }: BranchCard, { no, step }: CardTask): BranchCard['doneBy'] {
  const holder = tasks.find((task) => task.no === no)?.holder;
  return holder ? { ...doneBy, [step]: holder } : doneBy;
}

function closed(before: Outcome<BranchCard>, state: string, happened: readonly string[]): Outcome<BranchCard> {
  return then(before, happened, { state, stateBefore: null, tasks: [], handedOver: null, isWithdrawalAsked: false });
}
