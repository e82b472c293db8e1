import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { StoredDrawing } from './drawing.ts';
import type { Workflow } from './workflow.ts';

/**
 * A version with the way that its dossiers take. Where none is drawn, its steps are done one after the other;
 * where one is, its steps are the drawing's tasks, each with the id of its node.
 */
export type PublishedVersion = ProcedureVersion & {
  readonly workflow?: Workflow;
  /** Where its parts stand, when somebody drew them elsewhere than we would. */
  readonly drawing?: StoredDrawing;
  /** The decision by which this version followed the one before; where its columns are from stays in `source`. */
  readonly ground?: string;
};
