import type { Role } from '#domain/access/actor.ts';
import type { RuleSet } from '#domain/agency/agency.ts';
import type { DueRule, PromisedTime, Wait } from '#domain/calendar/due.ts';
import type { PlannedStep } from '#domain/workflow/plan.ts';
import type { Routing, Token } from '#domain/workflow/routing.ts';

export const dossierStates = [
  'submitted',
  'awaiting supplement',
  'awaiting payment',
  'suspended',
  'received',
  'in progress',
  'result ready',
  'refused',
  'returned',
  'not accepted',
  'withdrawn',
  'stopped',
] as const;

export type DossierState = (typeof dossierStates)[number];

/** What the clock stands still for; `closed`: until it was opened again. */
export type WaitCause = 'supplement' | 'payment' | 'suspension' | 'closed';

/** How it came. Who received it and who decides are fields of their own. */
export type Channel = 'online' | 'counter';

/** Early, on time or late: result-ready time against due time, both to the minute. */
export type Outcome = 'early' | 'on time' | 'late';

/** The step that is being done now, and by whom; `officerId` is null while it lies in the unit's common queue. */
export type Task = {
  /** Counts every task of the dossier, so that a step done twice is two tasks. */
  readonly no: number;
  readonly stepNo: number;
  readonly agencyId: string;
  readonly unitId: string;
  readonly role: Role;
  readonly officerId: string | null;
  readonly openedAt: Date;
  readonly takenAt: Date | null;
  /** By when the step should be done: its share of the working time from the moment it was opened. */
  readonly plannedAt: Date | null;
};

/** A token that lies at no task: it waits for others, for a message (`dueAt` null) or for its time. */
export type Waiting = Token & { readonly dueAt: Date | null };

/** An agency's part in an interlinked dossier: its lateness is its own, even where the whole is on time. */
export type Share = {
  readonly no: number;
  readonly agencyId: string;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly doneAt: Date | null;
  readonly outcome: Outcome | null;
};

/** What is known from the first moment and never changes; written in the first event only. */
export type Birth = Way & {
  readonly code: string;
  readonly procedureId: string;
  readonly ruleSet: RuleSet;
  readonly channel: Channel;
  /** A dossier to try things with: marked from its birth, counted nowhere. */
  readonly trial: boolean;
  /** Made for the demonstration, of people who do not exist; counted, and shown as such. */
  readonly demo: boolean;
  readonly receivingAgencyId: string;
  readonly submittedAt: Date;
  readonly promised: Promised;
};

/** Which version's way it takes. */
export type Way = {
  readonly procedureVersion: number;
  readonly plan: readonly PlannedStep[];
  /** How the steps follow each other; absent where it is one after the other. */
  readonly routing?: Routing;
  /** What each condition of the way gave over the answers, by flow; decided once, so that nobody needs the answers again. */
  readonly given?: Readonly<Record<string, boolean>>;
};

/** The committed time of the procedure's version, so that the due time explains itself from the events alone. */
export type Promised = { readonly time: PromisedTime; readonly rule: DueRule };

/** Where it stands: all that events change. */
export type Standing = {
  readonly state: DossierState;
  /** Where the end of a wait brings it back to. */
  readonly stateBefore: DossierState | null;
  readonly receivedAt: Date | null;
  /** Moment the result is owed; null while the clock stands still or has not begun. */
  readonly dueAt: Date | null;
  /** What was owed before the clock stopped last: the measure when a wait begins. */
  readonly owedAt: Date | null;
  /** What an apology promised instead; it never moves the measure of lateness. */
  readonly promisedAt: Date | null;
  /** The appointed time that was warned of last, and the one whose passing was reported; of another time they say nothing. */
  readonly warned: SaidOf | null;
  readonly reported: SaidOf | null;
  /** Working minutes from receipt to the first due time; steps get their share of them. */
  readonly totalMinutes: number;
  readonly waits: readonly Wait[];
  readonly answerDueAt: Date | null;
  /** When a supplement that is awaited counts as never given; null when none is, or one waits for ever. */
  readonly closesAt: Date | null;
  /** The open task that is looked at; null when none is open. */
  readonly task: Task | null;
  /** Tasks that are open beside it; absent on a way of one step after the other. */
  readonly beside?: readonly Task[];
  /** Tokens that lie at no task; absent likewise. */
  readonly tokens?: readonly Waiting[];
  /** The way of the version that it was moved to; absent while it is on the one that it was born on. */
  readonly movedTo?: Way;
  /** The highest number of a task: of a closed dossier, so that a reopened one goes on counting, and where ways branch; else 0. */
  readonly lastTaskNo: number;
  /** The task that was handed on last and where the dossier stood then, until somebody takes the next: so long it can be taken back. */
  readonly handedOver: HandedOver | null;
  readonly shares: readonly Share[];
  /** Who did a step last, so that what is sent back returns to him. */
  readonly doneBy: Readonly<Record<number, string>>;
  /** Supplement requests by agency: one is the rule. */
  readonly supplementsAsked: Readonly<Record<string, number>>;
  readonly withdrawalAsked: boolean;
  readonly result: Result | null;
  /** Settled by a refusal: what is returned is its reasons, not a result. */
  readonly refused: boolean;
  readonly readyAt: Date | null;
  readonly closedAt: Date | null;
  readonly outcome: Outcome | null;
};

/** Of which appointed time it was said, at which tasks; a task that opened since has not heard of it. */
export type SaidOf = { readonly dueAt: Date; readonly taskNos: readonly number[] };

/** What stood before a hand-over; where ways branch, all of it. */
export type HandedOver = {
  readonly task: Task;
  readonly state: DossierState;
  readonly beside?: readonly Task[];
  readonly tokens?: readonly Waiting[];
  readonly shares?: readonly Share[];
};

export type Result = {
  /** SHA-256 of the file as it stands now: the draft, then what was numbered and signed. */
  readonly digest: string;
  readonly signedAt: Date | null;
  readonly number: string | null;
};

export type Dossier = Birth & Standing;

export const blank: Standing = {
  state: 'submitted',
  stateBefore: null,
  receivedAt: null,
  dueAt: null,
  owedAt: null,
  promisedAt: null,
  warned: null,
  reported: null,
  totalMinutes: 0,
  waits: [],
  answerDueAt: null,
  closesAt: null,
  task: null,
  lastTaskNo: 0,
  handedOver: null,
  shares: [],
  doneBy: {},
  supplementsAsked: {},
  withdrawalAsked: false,
  result: null,
  refused: false,
  readyAt: null,
  closedAt: null,
  outcome: null,
};

/** Whether nothing more can happen to it, unless a head opens it again. */
export function isClosed({ state }: Pick<Dossier, 'state'>): boolean {
  return state === 'returned' || state === 'not accepted' || state === 'withdrawn' || state === 'stopped';
}
