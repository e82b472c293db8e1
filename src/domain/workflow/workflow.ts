import type { Role } from '#domain/access/actor.ts';
import type { UnitKind } from '#domain/agency/agency.ts';
import type { Provenance } from '#domain/procedure/provenance.ts';
import type { StepKind } from '#domain/procedure/step.ts';

/** The way of a procedure's dossiers, drawn or written as a table: what happens at each node and where each flow leads. */
export type Workflow = {
  readonly id: string;
  readonly name: string;
  readonly nodes: readonly WorkflowNode[];
  readonly flows: readonly Flow[];
  readonly lanes: readonly Lane[];
};

export type WorkflowNode = { readonly id: string; readonly name: string; readonly laneId: string | null } & NodeFacts;

export type NodeKind = NodeFacts['kind'];

type NodeFacts =
  | { readonly kind: 'start' }
  /** Ends its own token; the dossier is through when no token is left. */
  | { readonly kind: 'end'; readonly outcome: string | null }
  /** Ends all tokens at once. */
  | { readonly kind: 'terminate'; readonly outcome: string | null }
  | ({ readonly kind: 'task' } & TaskFacts)
  | { readonly kind: 'exclusive'; readonly defaultFlowId: string | null }
  | { readonly kind: 'parallel' }
  | { readonly kind: 'timer'; readonly timer: Timer | null }
  | { readonly kind: 'message'; readonly message: string | null }
  /** Sends one more token on its way when its time comes while the task it is attached to still waits; the task goes on. */
  | { readonly kind: 'boundary timer'; readonly attachedTo: string; readonly timer: Timer | null };

/** A span (ISO 8601, such as `P2D`) or a moment; written in the diagram, read when the timer is set. */
export type Timer = { readonly kind: 'duration' | 'date'; readonly value: string };

/** What one task asks for: what a procedure under ISO 9001 writes beside each of its steps. */
export type TaskFacts = {
  readonly stepKind: StepKind | null;
  readonly role: Role | null;
  /** Share of the committed time in percent. */
  readonly sharePct: number | null;
  /** Acts that the task opens; none named: those of its kind. */
  readonly acts: readonly string[];
  readonly form: string | null;
  readonly paper: string | null;
  readonly provenance: Provenance | null;
};

export type Flow = {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** FEEL, over the dossier's answers; only behind an exclusive gateway. */
  readonly condition: string | null;
};

/** A row of the diagram: an agency or one of its units. */
export type Lane = {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly agency: string | 'receiving' | null;
  readonly unit: UnitKind | null;
};
