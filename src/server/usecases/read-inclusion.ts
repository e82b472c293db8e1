import { type Day, dayOf } from '#domain/calendar/day.ts';
import { beforeAllDays, type DayClosing } from '#domain/dossier/day-closing.ts';
import type { Recorded } from '#domain/dossier/history.ts';
import { inclusionPath } from '#domain/dossier/merkle.ts';
import type { House } from '#server/house.ts';
import { findLastClosing, listClosedHeads, listClosingsFrom } from '#server/store/day-closings.ts';
import { loadHistory } from '#server/store/dossiers.ts';
import { findTracked } from '#server/store/tracked-dossiers.ts';
import { holds, nobodys } from './by.ts';

/** Where a dossier's head of one day stands in that day's tree, and the hashes beside the way up to its root. */
export type Inclusion = {
  readonly day: Day;
  /** The event that was the dossier's last one that day, and its hash: the leaf. */
  readonly version: number;
  readonly head: string;
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
  readonly root: string;
};

/** What anybody can check without us: that a dossier's heads are in the days that were closed over them, and how these days hang together. */
export type InclusionProof = {
  readonly code: string;
  readonly heads: readonly Inclusion[];
  /** Hash that goes before the first of these days. */
  readonly before: string;
  /** Every closed day from the dossier's first one on. */
  readonly closings: readonly DayClosing[];
};

/** So many closed days are handed out at most: ten years. */
const daysAtMost = 3660;

/**
 * The proof that a dossier's history is in the closed days, for whoever has its address.
 *
 * @returns `undefined` when the address is of no dossier; a proof without heads when none of its days is closed yet,
 *   and without those that are not in their day's tree any more
 */
export async function readInclusion(house: House, code: string, token: string): Promise<InclusionProof | undefined> {
  const tracked = await findTracked(house.db, code);
  if (!holds(house, tracked?.dossierId ?? nobodys, { token }) || !tracked) return undefined;

  const heads = await inclusionsOf(house, await loadHistory(house.db, tracked.dossierId));
  const [first] = heads;
  const before = first && (await findLastClosing(house.db, first.day));
  const closings = first ? await listClosingsFrom(house.db, first.day, daysAtMost) : [];
  return { code, heads, before: before?.hash ?? beforeAllDays, closings };
}

/** A history in the closed days: one for each of its days that is closed and has its head. */
export async function inclusionsOf(house: House, history: readonly Recorded[]): Promise<Inclusion[]> {
  const headOfDay = new Map(history.map((recorded) => [dayOf(recorded.event.at), recorded]));
  const inclusions: Inclusion[] = [];
  for (const [day, { version, hash: head }] of headOfDay) {
    const [closed] = await listClosedHeads(house.db, day, day);
    const index = closed?.heads.indexOf(head) ?? -1;
    if (!closed || index < 0) continue;
    inclusions.push({ day, version, head, index, size: closed.size, path: inclusionPath(closed.heads, index), root: closed.root });
  }
  return inclusions;
}
