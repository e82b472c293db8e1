import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { DraftEntry } from '#domain/workflow/draft.ts';
import { isOpenDraft } from '#domain/workflow/draft.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import type { House } from '#server/house.ts';
import {
  type ControlledAsked,
  type ControlledProcedure,
  listControlledProcedures,
  listProcedureVersions,
} from '#server/store/controlled-procedures.ts';
import { findWorkflowDraft, listDraftActs } from '#server/store/workflow-drafts.ts';
import { referenceOf } from './reference.ts';

export type ControlledProcedures = {
  readonly procedures: readonly ControlledProcedure[];
  /** To be handed in as `after` for the next page; null on the last one. */
  readonly next: string | null;
};

const longestQuery = 200;

/** An officer who controls procedures lists them with their newest versions and open drafts. */
export async function readControlledProcedures(
  house: House,
  officer: Officer,
  { query, ...asked }: ControlledAsked,
  limit = 50,
): Promise<ControlledProcedures | Refusal> {
  const by = mayDo(officer, 'draft workflow');
  if (isRefusal(by)) return by;
  const { officerNameOf } = await referenceOf(house);
  const typed = isStorable(query) ? query.slice(0, longestQuery) : '';
  const after = asked.after !== null && isStorable(asked.after) ? asked.after : null;
  const found = await listControlledProcedures(house.db, { ...asked, after, query: typed }, limit + 1);
  const procedures = found.slice(0, limit).map((one) => ({ ...one, draftBy: one.draftBy && officerNameOf(one.draftBy) }));
  return { procedures, next: found.length > limit ? (procedures.at(-1)?.procedureId ?? null) : null };
}

export type ProcedureVersions = {
  /** The newest first; there is at least one. */
  readonly versions: readonly PublishedVersion[];
  readonly draftVersion: number;
  readonly isOpen: boolean;
  readonly acts: readonly (Pick<DraftEntry, 'version' | 'act' | 'publishedVersion' | 'at'> & { readonly by: string | null })[];
};

const actsShown = 50;

/** All versions of one procedure, and what was done to its drafts. @returns `undefined` when there is no such procedure */
export async function readProcedureVersions(
  house: House,
  officer: Officer,
  procedureId: string,
): Promise<ProcedureVersions | Refusal | undefined> {
  const by = mayDo(officer, 'draft workflow');
  if (isRefusal(by)) return by;
  const [versions, last, acts] = await Promise.all([
    listProcedureVersions(house.db, procedureId),
    findWorkflowDraft(house.db, procedureId),
    listDraftActs(house.db, procedureId, actsShown),
  ]);
  if (versions.length === 0) return undefined;
  const { officerNameOf } = await referenceOf(house);
  return {
    versions,
    draftVersion: last?.version ?? 0,
    isOpen: isOpenDraft(last),
    acts: acts.map(({ version, act, publishedVersion, at, officerId }) => ({
      version,
      act,
      publishedVersion,
      at,
      by: officerNameOf(officerId),
    })),
  };
}
