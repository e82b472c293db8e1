import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { dayOf } from '#domain/calendar/day.ts';
import type { PublishProblem } from '#domain/form/check-publishable.ts';
import { publishWorkflow as decide, type Publication } from '#domain/form/publish-workflow.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { isOpenDraft } from '#domain/workflow/draft.ts';
import type { LaneNames } from '#domain/workflow/edit-tasks.ts';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import { drawnAs } from '#domain/workflow/read-drawing.ts';
import type { RefusedPart } from '#domain/workflow/refused-part.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/store/ids.ts';
import { ensureProcedureVersions } from '#server/store/procedures.ts';
import { ensureReferenceStamp } from '#server/store/reference-stamps.ts';
import { appendWorkflowDraft, findWorkflowDraft } from '#server/store/workflow-drafts.ts';
import { publishPlaceOf } from './read-workflow-draft.ts';
import { forgetReference } from './reference.ts';
import { type DraftMoved, movedSince } from './save-workflow-draft.ts';

export type WorkflowPublished =
  | { readonly published: number }
  | { readonly problems: readonly PublishProblem[] }
  | { readonly unread: readonly RefusedPart[] }
  | { readonly moved: DraftMoved }
  | Refusal;

/**
 * An officer publishes the draft as the next version of its procedure: the version, the end of the one before and the record of the
 * act, or nothing. Dossiers that are open stay on theirs.
 */
export async function publishWorkflow(
  house: House,
  officer: Officer,
  { procedureId, draftVersion, ...publication }: Publication & { readonly procedureId: string; readonly draftVersion: number },
  names: LaneNames,
): Promise<WorkflowPublished | undefined> {
  const by = mayDo(officer, 'publish procedure');
  if (isRefusal(by)) return by;
  const place = await publishPlaceOf(house, procedureId);
  if (!place) return undefined;
  const last = await findWorkflowDraft(house.db, procedureId);
  if (!isOpenDraft(last)) return refuse('draft-missing');
  if (last.version !== draftVersion) return { moved: await movedSince(house, procedureId, draftVersion, names) };

  const read = await readBpmn(last.document);
  if ('refused' in read) return { unread: read.refused };
  const decision = decide(place.newest, drawnAs(read), publication, { ...place, today: dayOf(house.now()) });
  if (!('next' in decision)) return decision;

  const { ended, next } = decision;
  const isKept = await house.db
    .transaction()
    .execute(async (tx) => {
      const entry = { version: draftVersion + 1, act: 'published', document: last.document, basedOn: last.basedOn } as const;
      await ensureProcedureVersions(tx, [ended, next]);
      if (!(await appendWorkflowDraft(tx, procedureId, { ...entry, publishedVersion: next.version, at: house.now() }, by)))
        throw new Overtaken();
      await ensureReferenceStamp(tx, newId());
    })
    .then(() => true, overtaken);
  forgetReference(house);
  return isKept ? { published: next.version } : { moved: await movedSince(house, procedureId, draftVersion, names) };
}

/** Thrown inside the transaction, so that nothing half is stored. */
class Overtaken extends Error {}

function overtaken(fault: unknown): false {
  if (fault instanceof Overtaken) return false;
  throw fault;
}
