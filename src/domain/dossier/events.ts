import type { InPlaceOf } from '#domain/access/actor.ts';
import type { Wait } from '#domain/calendar/due.ts';
import type { Answers, Applicant } from '#domain/form/form.ts';
import type { Birth, DossierState, Outcome, Share, Task, Waiting, Way } from './dossier.ts';

/**
 * What can have happened to a dossier. Personal values and free text stand in the `sealed` part, which can be wiped one day;
 * all else is hashed in the clear.
 */
export type DossierEvent =
  | (Happened<'submitted'> &
      Omit<Birth, 'submittedAt'> & {
        /** The receiving officer's turn: by when the citizen should have an answer stands in it. */
        readonly task: Task;
        readonly files: readonly FileRef[];
        readonly sealed: Submission | null;
      })
  | (Happened<'received'> & {
      /** When it counts as received: the next opening when it came at or after closing. */
      readonly receivedAt: Date;
      readonly dueAt: Date;
      readonly totalMinutes: number;
      readonly components: readonly CheckedComponent[];
      readonly feeVnd: number;
      readonly feePaid: 'cash' | 'transfer' | 'exempt' | null;
      readonly task: Task;
      readonly shares: readonly Share[];
      readonly sealed: { readonly note: string } | null;
    } & Branches)
  | (Happened<'not accepted'> & { readonly sealed: Reasons | null })
  | (Happened<'supplement requested'> & {
      readonly agencyId: string;
      readonly answerDueAt: Date;
      /** When it is closed without an answer; absent in histories that are older than that rule. */
      readonly closesAt?: Date | null;
      /** The whole time begins anew once it is given. */
      readonly anew?: true;
      readonly sealed: { readonly gaps: readonly Gap[]; readonly explanation: string; readonly headReason: string } | null;
    })
  | (Happened<'supplement given'> &
      WentOn & {
        readonly files: readonly FileRef[];
        readonly sealed: { readonly fileNames: readonly string[]; readonly note: string } | null;
      })
  | (Happened<'payment requested'> & {
      readonly amountVnd: number;
      readonly sealed: { readonly setBy: string; readonly ground: string; readonly how: string } | null;
    })
  | (Happened<'payment recorded'> & WentOn & { readonly sealed: { readonly proof: string } | null })
  | (Happened<'suspended'> & { readonly sealed: { readonly ground: string; readonly reason: string } | null })
  | (Happened<'resumed'> & WentOn & { readonly sealed: { readonly reason: string } | null })
  | (Happened<'taken'> & Which & { readonly officerId: string })
  | (Happened<'assigned'> & Which & { readonly officerId: string })
  | (Happened<'handed on'> &
      Which &
      Stands & {
        /** Flows that were named at choices. */
        readonly ways?: readonly string[];
        readonly sealed: { readonly note: string } | null;
      })
  | (Happened<'hand-over withdrawn'> &
      Branches & {
        readonly state: DossierState;
        readonly task: Task;
        readonly shares: readonly Share[];
        readonly sealed: { readonly reason: string } | null;
      })
  | (Happened<'sent back'> &
      Which &
      Branches & {
        readonly task: Task;
        readonly shares: readonly Share[];
        readonly sealed: { readonly reason: string } | null;
      })
  | (Happened<'timer fired'> & Stands & Fired)
  | (Happened<'message came'> & Stands & Fired & { readonly sealed: { readonly note: string } | null })
  | (Happened<'moved to version'> & Stands & { readonly way: Way; readonly sealed: { readonly reason: string } | null })
  | (Happened<'result drafted'> & {
      readonly digest: string;
      readonly made: 'from the answers' | 'uploaded';
      readonly sealed: { readonly conclusion: string } | null;
    })
  | (Happened<'result signed'> & { readonly digest: string })
  | (Happened<'result numbered'> & { readonly number: string; readonly digest: string; readonly signedWithCertificate: boolean })
  | (Happened<'result ready'> & { readonly outcome: Outcome })
  | (Happened<'refused'> &
      Which &
      Branches & {
        readonly outcome: Outcome;
        readonly task: Task;
        readonly shares: readonly Share[];
        readonly sealed: Reasons | null;
      })
  | (Happened<'returned'> & { readonly how: 'counter' | 'post' | 'electronic'; readonly sealed: { readonly recipient: string } | null })
  | (Happened<'withdrawal requested'> & { readonly sealed: { readonly reason: string } | null })
  | (Happened<'withdrawal denied'> & { readonly sealed: { readonly reason: string } | null })
  | (Happened<'withdrawn'> & { readonly sealed: { readonly note: string } | null })
  | (Happened<'reopened'> & {
      readonly state: DossierState;
      readonly dueAt: Date | null;
      readonly waits: readonly Wait[];
      readonly task: Task;
      readonly shares: readonly Share[];
      readonly sealed: { readonly reason: string } | null;
    } & Branches)
  | (Happened<'corrected'> & {
      /** Whether answers were corrected: in the clear, so that it is known also once they are wiped. */
      readonly isAnswered: boolean;
      /** Those whose counts or order were wrong, as they are. */
      readonly components: readonly CheckedComponent[];
      readonly fee: { readonly feeVnd: number; readonly feePaid: 'cash' | 'transfer' | 'exempt' | null } | null;
      readonly sealed: {
        readonly reason: string;
        /** Only those that changed; an empty one is no answer any more. */
        readonly answers: Answers;
      } | null;
    })
  | Happened<'closed unanswered'>
  | (Happened<'due time warned'> & Told)
  | (Happened<'lateness reported'> & Told)
  | (Happened<'due time recounted'> & {
      readonly wasDueAt: Date;
      readonly dueAt: Date;
      readonly task: Task | null;
      readonly shares: readonly Share[];
      readonly sealed: { readonly ground: string } | null;
    } & Branches)
  | (Happened<'apology given'> & { readonly promisedAt: Date; readonly sealed: { readonly reason: string } | null });

/** Whether an event only says that officers were told of the time: nothing that is decided afterwards is another by it. */
export function isNotice(type: DossierEvent['type']): boolean {
  return type === 'due time warned' || type === 'lateness reported';
}

/** What kind of thing happened, and at which task, where several were open. */
export type Passed = Pick<DossierEvent, 'type'> & Which;

/**
 * Whether what happened leaves alone who acts at a task: a notice, or that somebody took, was given or handed on another task that was open
 * beside it. What he saw is as it was.
 *
 * @param at number of his task; absent where only one is open
 */
export function leavesAlone({ type, taskNo }: Passed, at: number | undefined): boolean {
  if (isNotice(type)) return true;
  const isAtOther = at !== undefined && taskNo !== undefined && taskNo !== at;
  return isAtOther && (type === 'taken' || type === 'assigned' || type === 'handed on');
}

type Happened<Type extends string> = {
  readonly type: Type;
  readonly at: Date;
  /** For whom it was done, when who did it acted in the place of one who was absent. */
  readonly inPlaceOf?: InPlaceOf;
};

/** Of which appointed time which officers heard, and at which tasks: said where several can be open, else it is the one. */
export type Told = { readonly dueAt: Date; readonly told: readonly string[]; readonly taskNos?: readonly number[] };

/** After a wait: what was owed is moved by what was waited; null before receipt. */
type WentOn = Branches & { readonly dueAt: Date | null; readonly task: Task; readonly shares: readonly Share[] };

/** Which task it is about, where several are open. */
type Which = { readonly taskNo?: number };

/** What is open beside the task, and where other tokens lie: only where the way branches. */
export type Branches = { readonly beside?: readonly Task[]; readonly tokens?: readonly Waiting[] };

/** Where a dossier stands after its tokens moved. `task` is null while only timers, messages or others are waited for. */
type Stands = Branches & { readonly state: DossierState; readonly task: Task | null; readonly shares: readonly Share[] };

/** The node whose token went on, and what it is called. */
type Fired = { readonly nodeId: string; readonly name: string };

/** A file that was handed in for a component; what it is called may hold a name, so it is sealed. */
export type FileRef = { readonly componentNo: number; readonly digest: string };

export type Submission = {
  readonly applicant: Applicant;
  readonly answers: Answers;
  /** One for each of the event's `files`, in their order. */
  readonly fileNames: readonly string[];
};

/** One component as the receiving officer found it. */
export type CheckedComponent = {
  readonly no: number;
  readonly originals: number;
  readonly copies: number;
  readonly inOrder: boolean;
};

export type Gap = { readonly component: string; readonly why: string };

export type Reasons = { readonly reasons: readonly string[]; readonly ground: string };
