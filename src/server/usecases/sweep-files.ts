import { draftsDieBefore } from '#domain/form/draft.ts';
import type { House } from '#server/house.ts';
import { removeDeadDrafts } from '#server/store/drafts.ts';
import { listOrphanFiles, sweepFile } from '#server/store/files.ts';
import { removeDeadSupplementFiles } from '#server/store/supplement-files.ts';

export type Swept = { readonly drafts: number; readonly files: number; readonly unfinished: number };

/** What arrived within the last day may still be waiting for its draft. */
const dayMs = 86_400_000;
const atOnce = 500;

/** Removes dead drafts, what lies ready for a supplement that nobody waits for, files that nobody names any more, and what never finished arriving. May be done at any time, and twice. */
export async function sweepFiles(house: House): Promise<Swept> {
  const now = house.now();
  const yesterday = new Date(now.getTime() - dayMs);
  const drafts = await removeDeadDrafts(house.db, draftsDieBefore(now));
  await removeDeadSupplementFiles(house.db, draftsDieBefore(now));

  let files = 0;
  for (let swept = atOnce; swept > 0; files += swept) swept = await sweepSome(house, yesterday);
  return { drafts, files, unfinished: await house.files.clearIncoming(yesterday) };
}

async function sweepSome(house: House, arrivedBefore: Date): Promise<number> {
  let swept = 0;
  for (const digest of await listOrphanFiles(house.db, arrivedBefore, atOnce)) {
    if (await sweepFile(house.db, digest, arrivedBefore, () => house.files.remove(digest))) swept++;
  }
  return swept;
}
