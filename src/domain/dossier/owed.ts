import type { Role } from '#domain/access/actor.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './events.ts';

/** Papers that an event owes the applicant; each is issued once for its event. */
export const paperKinds = ['submission', 'receipt', 'supplement-request', 'refusal', 'stop-notice', 'apology'] as const;

export type PaperKind = (typeof paperKinds)[number];

/** What follows from an event outside of the dossier: a paper, a message to the applicant, a reminder to officers. */
export type Owed = { readonly paper: PaperKind | null; readonly message: boolean; readonly reminder?: true };

const silent: Owed = { paper: null, message: false };
const reminding: Owed = { paper: null, message: false, reminder: true };

/**
 * What each thing that happens owes the applicant. The one table: papers, messages and reminders are made by it, and pages say by it,
 * before an act, whom it tells.
 *
 * @law TT-01-2018-VPCP forms 1 to 4
 * @law TT-03-2025-VPCP forms 1 to 5
 */
export const owed: Readonly<Record<DossierEvent['type'], Owed>> = {
  submitted: { paper: 'submission', message: true },
  received: { paper: 'receipt', message: true },
  'not accepted': { paper: 'refusal', message: true },
  'supplement requested': { paper: 'supplement-request', message: true },
  'supplement given': { paper: null, message: true },
  'payment requested': { paper: null, message: true },
  'payment recorded': { paper: null, message: true },
  suspended: { paper: null, message: true },
  resumed: { paper: null, message: true },
  refused: { paper: 'refusal', message: true },
  'result ready': { paper: null, message: true },
  returned: { paper: null, message: true },
  'withdrawal denied': { paper: null, message: true },
  withdrawn: { paper: 'stop-notice', message: true },
  reopened: { paper: null, message: true },
  'closed unanswered': { paper: 'stop-notice', message: true },
  corrected: { paper: 'receipt', message: true },
  'apology given': { paper: 'apology', message: true },
  'due time recounted': { paper: null, message: true },

  taken: silent,
  assigned: silent,
  'handed on': silent,
  'hand-over withdrawn': silent,
  'sent back': silent,
  'timer fired': silent,
  'message came': silent,
  'moved to version': silent,
  'result drafted': silent,
  'result signed': silent,
  'result numbered': silent,
  'withdrawal requested': silent,

  'due time warned': reminding,
  'lateness reported': reminding,
};

/** Whether anything follows from it outside of the dossier: only such an event goes to the outbox. */
export function owesSomething(type: DossierEvent['type']): boolean {
  const { paper, message, reminder } = owed[type];
  return paper !== null || message || reminder === true;
}

/** Something that happened, as far as it says which paper follows. */
export type Happening = { readonly version: number; readonly type: DossierEvent['type']; readonly role: Role };

/**
 * The papers that what happened gave the applicant, in its order: where each can be opened.
 *
 * At the counter the receipt is the first: handing in and receiving are one act. Before receipt there is no receipt to be corrected.
 * Who takes back what nobody has received is owed no answer.
 */
export function papersAfter(
  happened: readonly Happening[],
  { channel }: Pick<Dossier, 'channel'>,
): readonly { readonly version: number; readonly kind: PaperKind }[] {
  const receivedFrom = happened.find(({ type }) => type === 'received')?.version ?? Number.POSITIVE_INFINITY;
  return happened.flatMap(({ version, type, role }) => {
    const kind = owed[type].paper;
    const isNone =
      (kind === 'submission' && channel === 'counter') ||
      (kind === 'receipt' && version < receivedFrom) ||
      (kind === 'stop-notice' && role === 'citizen');
    return kind && !isNone ? [{ version, kind }] : [];
  });
}
