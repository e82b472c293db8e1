import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { LaneNames } from '#domain/workflow/edit-tasks.ts';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import { type Drawn, drawnAs } from '#domain/workflow/read-drawing.ts';
import type { House } from '#server/house.ts';
import { findNewestVersion } from '#server/store/controlled-procedures.ts';
import { findProcedureVersion } from '#server/store/procedures.ts';
import { findWorkflowDraft } from '#server/store/workflow-drafts.ts';
import { documentOf, drawingOfVersion } from './read-workflow-draft.ts';

/** Which workflow of a procedure: that of a version, or, null, the draft. */
export type WorkflowAsked = { readonly procedureId: string; readonly version: number | null };

/** A workflow as BPMN, with its drawing and whatever other tools wrote into it. */
export async function readWorkflowFile(
  house: House,
  officer: Officer,
  { procedureId, version }: WorkflowAsked,
  names: LaneNames,
): Promise<{ readonly document: string } | Refusal | undefined> {
  const by = mayDo(officer, 'draft workflow');
  if (isRefusal(by)) return by;
  if (version === null) {
    const newest = await findNewestVersion(house.db, procedureId);
    return newest && { document: await documentOf(house.db, newest, await findWorkflowDraft(house.db, procedureId), names) };
  }
  const found = await findProcedureVersion(house.db, procedureId, version);
  return found && { document: await drawingOfVersion(house.db, found, names) };
}

/** The same, read: to be compared and looked at where it was drawn. */
export async function readWorkflow(
  house: House,
  officer: Officer,
  asked: WorkflowAsked,
  names: LaneNames,
): Promise<Drawn | Refusal | undefined> {
  const file = await readWorkflowFile(house, officer, asked, names);
  if (!file || isRefusal(file)) return file;
  const read = await readBpmn(file.document);
  return 'workflow' in read ? drawnAs(read) : undefined;
}
