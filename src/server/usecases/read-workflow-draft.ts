import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { type Day, dayOf } from '#domain/calendar/day.ts';
import type { Form } from '#domain/form/form.ts';
import type { Places } from '#domain/procedure/check-version.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { type DraftEntry, isOpenDraft } from '#domain/workflow/draft.ts';
import { drawingStored } from '#domain/workflow/drawing.ts';
import type { LaneNames } from '#domain/workflow/edit-tasks.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import { workflowOfSteps } from '#domain/workflow/step-table.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import { writeBpmn } from '#domain/workflow/write-bpmn.ts';
import type { House } from '#server/house.ts';
import { findNewestVersion } from '#server/store/controlled-procedures.ts';
import type { Db } from '#server/store/db.ts';
import { findForm } from '#server/store/forms.ts';
import { findPublishedDrawing, findWorkflowDraft } from '#server/store/workflow-drafts.ts';
import { referenceOf } from './reference.ts';

/** All that an officer needs to go on writing a procedure's workflow. */
export type WorkflowDraft = PublishPlace & {
  /** As BPMN: the draft that is open, or what the newest version is drawn as. */
  readonly document: string;
  /** The number of the last act, on which the next one is decided; 0 before the first. */
  readonly draftVersion: number;
  /** Who saved the open draft, and when; null when nothing is open. */
  readonly saved: { readonly by: string | null; readonly at: Date } | null;
  readonly today: Day;
};

/** What a workflow is checked against: the version that it would follow, its form, and which units there are. */
export type PublishPlace = { readonly newest: PublishedVersion; readonly form: Form | null; readonly places: Places };

/** An officer who controls procedures opens the draft of a workflow. @returns `undefined` when there is no such procedure */
export async function readWorkflowDraft(
  house: House,
  officer: Officer,
  procedureId: string,
  names: LaneNames,
): Promise<WorkflowDraft | Refusal | undefined> {
  const by = mayDo(officer, 'draft workflow');
  if (isRefusal(by)) return by;
  const place = await publishPlaceOf(house, procedureId);
  if (!place) return undefined;

  const { officerNameOf } = await referenceOf(house);
  const last = await findWorkflowDraft(house.db, procedureId);
  return {
    ...place,
    document: await documentOf(house.db, place.newest, last, names),
    draftVersion: last?.version ?? 0,
    saved: isOpenDraft(last) ? { by: officerNameOf(last.officerId), at: last.at } : null,
    today: dayOf(house.now()),
  };
}

export async function publishPlaceOf(house: House, procedureId: string): Promise<PublishPlace | undefined> {
  const newest = await findNewestVersion(house.db, procedureId);
  if (!newest) return undefined;
  const { agencies, units } = await referenceOf(house);
  return { newest, form: (await findForm(house.db, newest.formId)) ?? null, places: { agencies, units } };
}

/** The draft that is open, or else what the newest version is drawn as. */
export async function documentOf(db: Db, newest: PublishedVersion, last: DraftEntry | undefined, names: LaneNames): Promise<string> {
  if (isOpenDraft(last)) return last.document;
  return drawingOfVersion(db, newest, names);
}

/** A version as BPMN: as it was drawn when it was published, or as its steps are drawn. */
export async function drawingOfVersion(db: Db, version: PublishedVersion, names: LaneNames): Promise<string> {
  const drawn = await findPublishedDrawing(db, version.procedureId, version.version);
  return drawn ?? writeBpmn(workflowOfVersion(version, names), version.drawing && drawingStored(version.drawing));
}

/** @throws RangeError when its steps cannot be drawn: a fault in the catalogue, which the import refuses */
export function workflowOfVersion({ procedureId, name, workflow, steps }: PublishedVersion, names: LaneNames): Workflow {
  if (workflow) return workflow;
  const id = /^[A-Za-z_]/.test(procedureId) ? procedureId : `p_${procedureId}`;
  const drawn = workflowOfSteps(steps, { ...names, id, name });
  if ('untold' in drawn) throw new RangeError(`${procedureId}: ${drawn.untold[0]?.reason}`);
  return drawn;
}
