import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { isOpenDraft } from '#domain/workflow/draft.ts';
import type { LaneNames } from '#domain/workflow/edit-tasks.ts';
import type { House } from '#server/house.ts';
import { appendWorkflowDraft, findWorkflowDraft } from '#server/store/workflow-drafts.ts';
import { type DraftMoved, movedSince } from './save-workflow-draft.ts';

/** An officer throws a draft away: what the newest version says stands again. What was written stays in the record. */
export async function discardWorkflowDraft(
  house: House,
  officer: Officer,
  { procedureId, draftVersion }: { readonly procedureId: string; readonly draftVersion: number },
  names: LaneNames,
): Promise<{ readonly draftVersion: number } | { readonly moved: DraftMoved } | Refusal> {
  const by = mayDo(officer, 'draft workflow');
  if (isRefusal(by)) return by;
  const last = await findWorkflowDraft(house.db, procedureId);
  if (!isOpenDraft(last)) return refuse('draft-missing');
  const next = { version: draftVersion + 1, act: 'discarded', document: null, basedOn: last.basedOn, publishedVersion: null } as const;
  const isKept = last.version === draftVersion && (await appendWorkflowDraft(house.db, procedureId, { ...next, at: house.now() }, by));
  return isKept ? { draftVersion: next.version } : { moved: await movedSince(house, procedureId, draftVersion, names) };
}
