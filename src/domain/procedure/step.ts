import type { Role } from '#domain/access/actor.ts';
import type { UnitKind } from '#domain/agency/agency.ts';
import type { Provenance } from './provenance.ts';

/** What a step is there for: it opens the acts that belong to it. */
export type StepKind = 'receive' | 'appraise' | 'check' | 'sign' | 'number' | 'return';

/** One step as the procedure publishes it: who, in which order, with which share of the time. */
export type Step = {
  readonly no: number;
  readonly name: string;
  readonly kind: StepKind;
  /** An agency, or the one that received the dossier (a ward, a commune, the centre). */
  readonly agency: string | 'receiving';
  /** Share of the committed time in percent; all steps of a procedure sum to 100. */
  readonly sharePct: number;
  readonly provenance: Provenance;
  /** The task that it is in the procedure's drawing; absent where the steps are done one after the other. */
  readonly nodeId?: string;
  /** What is filled in, and what is made there, as the procedure calls it; absent where it says nothing of them. */
  readonly form?: string;
  readonly paper?: string;
  /** The only ones of `stepActs` that are open there, as the procedure writes them; absent: all. */
  readonly acts?: readonly string[];
};

/** What a procedure can leave to whoever does a step, or not. All else that befalls a dossier is open at every step that it fits. */
export const stepActs = ['request-supplement', 'ask-payment', 'suspend', 'refuse', 'send-back'] as const;

export type StepAct = (typeof stepActs)[number];

/** Which kind of unit does a step, and in which role. */
const places: Readonly<Record<StepKind, { readonly unit: UnitKind; readonly role: Role }>> = {
  receive: { unit: 'one-stop', role: 'receiving officer' },
  appraise: { unit: 'professional', role: 'specialist' },
  check: { unit: 'professional', role: 'head' },
  sign: { unit: 'leadership', role: 'signing leader' },
  number: { unit: 'clerical', role: 'clerk' },
  return: { unit: 'one-stop', role: 'receiving officer' },
};

export function isStepKind(text: string): text is StepKind {
  return Object.hasOwn(places, text);
}

export function placeOf(kind: StepKind): { readonly unit: UnitKind; readonly role: Role } {
  return places[kind];
}
