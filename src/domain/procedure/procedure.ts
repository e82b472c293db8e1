import type { Level } from '#domain/agency/agency.ts';
import type { DueRule, PromisedTime } from '#domain/calendar/due.ts';
import type { Provenance } from './provenance.ts';
import type { Step } from './step.ts';

/** Where a dossier for this procedure is handed in: at the centre, at the ward or commune, or only at the agency itself. */
export type Reception = 'centre' | 'commune' | 'agency';

/** How many agencies one receipt covers. */
export type Interlink = 'none' | 'same-level' | 'two-level' | 'three-level';

/** A subject that procedures belong to. */
export type Field = { readonly fieldId: string; readonly name: string };

/** One document that the procedure requires. */
export type Component = {
  readonly no: number;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  /** In the citizen's words; null when it is always required. */
  readonly condition: string | null;
  /** Shown at the counter, not handed in; an agency makes it itself. */
  readonly kind: 'handed in' | 'shown' | 'made by the agency';
  /** What else the source says of it: how old it may be, what may stand in its place. */
  readonly remark?: string;
  readonly provenance: Provenance;
};

export type Fee = { readonly name: string; readonly feeVnd: number | null; readonly provenance: Provenance };

/** What is issued; `note` is what the source adds, as a rule its legal ground. */
export type ResultDocument = { readonly name: string; readonly note?: string; readonly provenance: Provenance };

/**
 * One version of a published service. A dossier stays for ever on the version it was received under.
 */
export type ProcedureVersion = {
  readonly procedureId: string;
  readonly version: number;
  readonly code: string | null;
  readonly level: Level;
  readonly fieldId: string;
  readonly fieldName: string;
  readonly name: string;
  readonly legalTime: PromisedTime;
  readonly committedTime: PromisedTime;
  readonly dueRule: DueRule;
  /** Working days after which a supplement that was not given closes the dossier, null for never; absent: as the rule set has it. */
  readonly closesUnansweredAfter?: number | null;
  /** Whether the whole time begins anew after a supplement that was asked while the clock ran; absent: the time that was left goes on. */
  readonly afterSupplement?: 'anew';
  /** Working hours before the appointed time at which whoever has the dossier is warned, null for never; absent: as the rule set has it. */
  readonly warnsBefore?: number | null;
  readonly reception: Reception;
  readonly interlink: Interlink;
  /** Agency that settles it; null when it is the ward or commune that received it. */
  readonly decidingAgencyId: string | null;
  /** Where to go when `reception` is `agency`; null otherwise. */
  readonly elsewhere: string | null;
  readonly components: readonly Component[];
  readonly fees: readonly Fee[];
  readonly results: readonly ResultDocument[];
  /** Who, in which order, with which share of the time. */
  readonly steps: readonly Step[];
  /** Name of the form: `birth`, `household business`, `funeral allowance` or `standard`. */
  readonly formId: string;
  readonly legalBasis: string;
  readonly inForceFrom: string;
  readonly inForceUntil: string | null;
  /** Column → stated or assumed, as the catalogue has it. */
  readonly stated: readonly string[];
  readonly assumed: readonly string[];
  readonly source: string;
};
