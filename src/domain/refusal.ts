/**
 * A lawful "no": an answer we expect, not a fault.
 * The words for each code live in `#lib/words`.
 */
export type RefusalCode =
  | 'malformed'
  | 'not-yours'
  | 'not-your-turn'
  | 'role-missing'
  | 'wrong-state'
  | 'dossier-moved'
  | 'command-reused'
  | 'too-many-tries'
  | 'too-much-sent'
  | 'sign-in-wrong'
  | 'procedure-not-received-here'
  | 'procedure-not-in-force'
  | 'answers-incomplete'
  | 'component-missing'
  | 'component-unknown'
  | 'reason-missing'
  | 'gap-missing'
  | 'answer-time-past'
  | 'second-supplement-needs-reason'
  | 'result-missing'
  | 'result-already-signed'
  | 'result-not-signed'
  | 'result-not-numbered'
  | 'result-already-numbered'
  | 'nobody-before'
  | 'taken-by-colleague'
  | 'already-taken'
  | 'act-not-at-step'
  | 'way-missing'
  | 'no-place-on-way'
  | 'same-version'
  | 'withdrawal-already-asked'
  | 'withdrawal-not-asked'
  | 'apology-already-given'
  | 'new-due-time-not-later'
  | 'recipient-missing'
  | 'amount-missing'
  | 'obligation-setter-missing'
  | 'ground-missing'
  | 'payment-proof-missing'
  | 'delegation-to-self'
  | 'absent-without-role'
  | 'stand-in-without-role'
  | 'delegation-past'
  | 'delegation-span-wrong'
  | 'delegation-overlaps'
  | 'stand-in-absent'
  | 'delegation-over'
  | 'nothing-corrected'
  | 'corrected-after-signing'
  | 'already-rated'
  | 'score-out-of-range'
  | 'file-too-large'
  | 'file-empty'
  | 'file-type-unknown'
  | 'too-many-files'
  | 'file-unreadable'
  | 'disk-full'
  | 'complained-of'
  | 'already-answered'
  | 'already-written-back'
  | 'consent-missing'
  | 'personal-data-left'
  | 'draft-missing'
  | 'in-force-too-early';

export type Refusal = {
  readonly refused: RefusalCode;
  readonly facts?: Readonly<Record<string, string | number>>;
  /** Where on the form it was made: the question's id, and what is wrong there. */
  readonly at?: Readonly<Record<string, RefusalAt>>;
};

/** What is wrong with one answer; its words live in `#lib/words`. */
export type RefusalAt =
  | 'missing'
  | 'too-long'
  | 'not-a-date'
  | 'not-a-number'
  | 'not-a-choice'
  | 'not-an-identity'
  | 'not-a-phone'
  | 'not-an-email'
  | 'in-the-future'
  | 'in-the-past'
  | 'not-in-order'
  | 'not-storable'
  | 'not-known'
  | 'file-missing';

/** What a rule answers: the events to write down, or why not. */
export type Decision<Event> = readonly Event[] | Refusal;

export function refuse(refused: RefusalCode, facts?: Refusal['facts']): Refusal {
  return facts ? { refused, facts } : { refused };
}

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
