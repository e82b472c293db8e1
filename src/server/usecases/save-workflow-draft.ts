import { mayDo } from '#domain/access/access.ts';
import type { Actor, Officer } from '#domain/access/actor.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { compareWorkflows, type Difference } from '#domain/workflow/compare-workflows.ts';
import type { DraftAct } from '#domain/workflow/draft.ts';
import { isOpenDraft } from '#domain/workflow/draft.ts';
import type { LaneNames } from '#domain/workflow/edit-tasks.ts';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import type { RefusedPart } from '#domain/workflow/refused-part.ts';
import type { House } from '#server/house.ts';
import { findNewestVersion } from '#server/store/controlled-procedures.ts';
import { appendWorkflowDraft, findDraftEntry, findWorkflowDraft } from '#server/store/workflow-drafts.ts';
import { documentOf, drawingOfVersion } from './read-workflow-draft.ts';
import { referenceOf } from './reference.ts';

/** A workflow as it was typed or brought, and the act that it was typed on. */
export type DraftTyped = { readonly procedureId: string; readonly draftVersion: number; readonly document: string };

/** Somebody else acted meanwhile: who, when, what, and what stands otherwise since. */
export type DraftMoved = {
  readonly draftVersion: number;
  readonly act: DraftAct;
  readonly by: string | null;
  readonly at: Date;
  readonly differences: readonly Difference[];
};

export type DraftKept =
  | { readonly draftVersion: number }
  | { readonly moved: DraftMoved }
  /** Not a workflow that can be read: nothing is stored. */
  | { readonly unread: readonly RefusedPart[] }
  | Refusal;

/** An officer saves what he wrote. It need not be sound yet, but must be a workflow. @returns `undefined` without such a procedure */
export function saveWorkflowDraft(house: House, officer: Officer, typed: DraftTyped, names: LaneNames): Promise<DraftKept | undefined> {
  return keepDraft(house, officer, { ...typed, act: 'saved' }, names);
}

/** An officer brings a BPMN file as the draft. */
export function importWorkflow(house: House, officer: Officer, brought: DraftTyped, names: LaneNames): Promise<DraftKept | undefined> {
  return keepDraft(house, officer, { ...brought, act: 'imported' }, names);
}

async function keepDraft(
  house: House,
  officer: Officer,
  { procedureId, draftVersion, document, act }: DraftTyped & { readonly act: DraftAct },
  names: LaneNames,
): Promise<DraftKept | undefined> {
  const by = mayDo(officer, 'draft workflow');
  if (isRefusal(by)) return by;
  const newest = await findNewestVersion(house.db, procedureId);
  if (!newest) return undefined;
  const read = await readBpmn(document);
  if ('refused' in read) return { unread: read.refused };

  const last = await findWorkflowDraft(house.db, procedureId);
  const basedOn = isOpenDraft(last) ? last.basedOn : newest.version;
  const kept = (last?.version ?? 0) === draftVersion && (await append(house, by, { procedureId, draftVersion, document, act, basedOn }));
  return kept ? { draftVersion: draftVersion + 1 } : { moved: await movedSince(house, procedureId, draftVersion, names) };
}

function append(
  { db, now }: House,
  by: Actor,
  { procedureId, draftVersion, document, act, basedOn }: DraftTyped & { readonly act: DraftAct; readonly basedOn: number },
): Promise<boolean> {
  return appendWorkflowDraft(db, procedureId, { version: draftVersion + 1, act, document, basedOn, publishedVersion: null, at: now() }, by);
}

/** What was done to a draft since an act of this number. @throws Error when nothing was */
export async function movedSince(house: House, procedureId: string, draftVersion: number, names: LaneNames): Promise<DraftMoved> {
  const [newest, last] = [await findNewestVersion(house.db, procedureId), await findWorkflowDraft(house.db, procedureId)];
  if (!newest || !last) throw new Error(`Nothing was done to the draft of ${procedureId}`);
  const seen = draftVersion === 0 ? undefined : await findDraftEntry(house.db, procedureId, draftVersion);
  const before = await readBpmn(seen?.document ?? (await drawingOfVersion(house.db, newest, names)));
  const after = await readBpmn(await documentOf(house.db, newest, last, names));
  const { officerNameOf } = await referenceOf(house);
  return {
    draftVersion: last.version,
    act: last.act,
    by: officerNameOf(last.officerId),
    at: last.at,
    differences: 'workflow' in before && 'workflow' in after ? compareWorkflows(before.workflow, after.workflow) : [],
  };
}
