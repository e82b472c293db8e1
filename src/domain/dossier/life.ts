import type { Act } from '#domain/access/access.ts';
import type { DossierState } from './dossier.ts';
import type { DossierEvent } from './events.ts';

/**
 * What an arrow does to the clock. `not begun`: there is none before receipt. `stands still` and `goes on`: a wait begins and ends.
 * `ends`: early, on time or late is counted, or nothing is owed any more. `is counted anew`: by a changed calendar.
 */
export type ClockEffect = 'not begun' | 'starts' | 'unchanged' | 'stands still' | 'goes on' | 'is counted anew' | 'ends' | 'has ended';

/** An arrow of a dossier's life: an act, what then happened, where it can stand before and after. */
export type Arrow = {
  readonly act: Act;
  readonly event: DossierEvent['type'];
  /** None: before it the dossier does not exist. */
  readonly from: readonly DossierState[];
  /** `same`: it stands where it stood. */
  readonly to: readonly DossierState[] | 'same';
  /** What must be given with it. */
  readonly given: readonly string[];
  readonly clock: ClockEffect;
};

const running = ['received', 'in progress'] as const;
const waiting = ['awaiting supplement', 'awaiting payment', 'suspended'] as const;
const open = ['submitted', ...running, ...waiting, 'result ready', 'refused'] as const;

/**
 * Every arrow of a dossier's life. The one table: an act is open only where one of its arrows begins, the documentation's page is made of it,
 * and tests hold what happens against it. Who may is said by the table of `access`, paper and message by `owed`.
 */
// biome-ignore format: as in a table, one arrow a line
export const arrows: readonly Arrow[] = [
  { act: 'submit dossier', event: 'submitted', from: [], to: ['submitted'], given: ['answers', 'a file for each component that is always owed'], clock: 'not begun' },
  { act: 'receive dossier', event: 'received', from: ['submitted'], to: ['received'], given: ['each component as it was found', 'fee'], clock: 'starts' },
  { act: 'not accept dossier', event: 'not accepted', from: ['submitted', 'awaiting supplement'], to: ['not accepted'], given: ['reasons'], clock: 'not begun' },
  { act: 'request supplement', event: 'supplement requested', from: ['submitted', ...running], to: ['awaiting supplement'], given: ['every gap', 'by when', 'the second time the head’s reason'], clock: 'stands still' },
  { act: 'give supplement', event: 'supplement given', from: ['awaiting supplement'], to: ['submitted', ...running], given: ['files or a note'], clock: 'goes on' },
  { act: 'close unanswered dossier', event: 'closed unanswered', from: ['awaiting supplement'], to: ['stopped'], given: ['the time that was foretold is over'], clock: 'ends' },
  { act: 'ask payment', event: 'payment requested', from: running, to: ['awaiting payment'], given: ['amount', 'who set it', 'ground'], clock: 'stands still' },
  { act: 'record payment', event: 'payment recorded', from: ['awaiting payment'], to: running, given: ['proof'], clock: 'goes on' },
  { act: 'suspend dossier', event: 'suspended', from: running, to: ['suspended'], given: ['legal ground', 'reason'], clock: 'stands still' },
  { act: 'resume dossier', event: 'resumed', from: ['suspended'], to: running, given: ['reason'], clock: 'goes on' },
  { act: 'take dossier', event: 'taken', from: ['submitted', 'in progress', 'result ready', 'refused'], to: 'same', given: [], clock: 'unchanged' },
  { act: 'assign dossier', event: 'assigned', from: open, to: 'same', given: ['an officer who can do the step'], clock: 'unchanged' },
  { act: 'hand on dossier', event: 'handed on', from: running, to: ['in progress'], given: ['what the step is there for, done'], clock: 'unchanged' },
  { act: 'hand on dossier', event: 'result ready', from: ['in progress'], to: ['result ready'], given: ['the step before the return, done'], clock: 'ends' },
  { act: 'take back dossier', event: 'hand-over withdrawn', from: ['in progress'], to: running, given: ['reason', 'nobody has taken it'], clock: 'unchanged' },
  { act: 'send back dossier', event: 'sent back', from: ['in progress'], to: 'same', given: ['reason', 'a step that was done'], clock: 'unchanged' },
  { act: 'draft result', event: 'result drafted', from: ['in progress'], to: 'same', given: ['a file, or a conclusion'], clock: 'unchanged' },
  { act: 'sign result', event: 'result signed', from: ['in progress'], to: 'same', given: ['the file that was read'], clock: 'unchanged' },
  { act: 'number result', event: 'result numbered', from: ['in progress'], to: 'same', given: ['a signed result'], clock: 'unchanged' },
  { act: 'refuse dossier', event: 'refused', from: ['in progress'], to: ['refused'], given: ['reasons'], clock: 'ends' },
  { act: 'return result', event: 'returned', from: ['result ready', 'refused'], to: ['returned'], given: ['recipient', 'how'], clock: 'has ended' },
  { act: 'ask withdrawal', event: 'withdrawal requested', from: ['submitted', ...running, ...waiting], to: 'same', given: ['no signed result'], clock: 'unchanged' },
  { act: 'ask withdrawal', event: 'withdrawn', from: ['submitted', 'awaiting supplement'], to: ['withdrawn'], given: ['not yet received'], clock: 'not begun' },
  { act: 'answer withdrawal', event: 'withdrawn', from: [...running, ...waiting, 'refused'], to: ['withdrawn'], given: ['no signed result'], clock: 'ends' },
  { act: 'answer withdrawal', event: 'withdrawal denied', from: [...running, ...waiting, 'result ready', 'refused'], to: 'same', given: ['reason'], clock: 'unchanged' },
  { act: 'correct dossier', event: 'corrected', from: ['submitted', ...running, ...waiting], to: 'same', given: ['what was typed wrongly', 'reason', 'no signed result'], clock: 'unchanged' },
  { act: 'apologise', event: 'apology given', from: running, to: 'same', given: ['reason', 'a later time'], clock: 'unchanged' },
  { act: 'warn of due time', event: 'due time warned', from: running, to: 'same', given: ['the time is near'], clock: 'unchanged' },
  { act: 'report lateness', event: 'lateness reported', from: running, to: 'same', given: ['the time is over'], clock: 'unchanged' },
  { act: 'change calendar', event: 'due time recounted', from: running, to: 'same', given: ['the decision that it follows'], clock: 'is counted anew' },
  { act: 'fire timer', event: 'timer fired', from: running, to: 'same', given: ['its time has come, on a way that has timers'], clock: 'unchanged' },
  { act: 'record message', event: 'message came', from: ['in progress'], to: 'same', given: ['a message that the way waits for'], clock: 'unchanged' },
  { act: 'move to version', event: 'moved to version', from: running, to: 'same', given: ['reason', 'a version in which all that is open has its place'], clock: 'unchanged' },
  { act: 'reopen dossier', event: 'reopened', from: ['returned', 'not accepted'], to: ['submitted', 'in progress'], given: ['reason', 'a step'], clock: 'goes on' },
];

/** Whether an arrow of this act begins where a dossier stands. */
export function beginsAt(act: Act, state: DossierState): boolean {
  return arrows.some((arrow) => arrow.act === act && arrow.from.includes(state));
}
