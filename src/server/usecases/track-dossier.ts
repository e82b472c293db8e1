import type { Recorded } from '#domain/dossier/history.ts';
import type { House } from '#server/house.ts';
import type { Db } from '#server/store/db.ts';
import { loadHistory } from '#server/store/dossiers.ts';
import type { FileRow } from '#server/store/files.ts';
import { findTracked, type Tracked } from '#server/store/tracked-dossiers.ts';
import { holds, nobodys, type Proof } from './by.ts';
import { filesOf } from './dossier-view.ts';
import { type HolderView, holderViewOf } from './holder-view.ts';
import { referenceOf } from './reference.ts';

/**
 * Whoever has a dossier’s token, from a link or a QR code, sees where it is.
 *
 * @returns the dossier, or `undefined` when there is none with this code or the token does not open it
 */
export async function trackDossier(house: House, code: string, proof: Proof): Promise<HolderView | undefined> {
  const tracked = await openTracked(house, code, proof);
  if (!tracked) return undefined;

  const read = recall(house, tracked) ?? (await readAll(house, tracked.dossierId));
  remember(house.db, tracked.dossierId, read);
  return holderViewOf(house, { tracked, reference: await referenceOf(house), ...read });
}

/**
 * What a dossier’s page depends on, in one line: as long as it is the same, the page is. Asked with one short statement,
 * so that a page that is looked at again and again need not be made again.
 *
 * @returns `undefined` when there is no dossier with this code or the token does not open it
 */
export async function stampDossier(house: House, code: string, proof: Proof): Promise<string | undefined> {
  const tracked = await openTracked(house, code, proof);
  if (!tracked) return undefined;

  const { dossierId, end, papers } = tracked;
  const { stamp } = await referenceOf(house);
  return `${dossierId} ${end.version} ${end.hash} ${papers.length} ${minuteOf(house.now())} ${stamp}`;
}

async function openTracked(house: House, code: string, proof: Proof): Promise<Tracked | undefined> {
  const tracked = await findTracked(house.db, code);
  return holds(house, tracked?.dossierId ?? nobodys, proof) ? tracked : undefined;
}

type Read = { readonly history: readonly Recorded[]; readonly files: readonly FileRow[]; readonly readInMinute: number };

/** So many histories are remembered; those that were looked at longest ago are forgotten first. */
const most = 1000;

/** What is sealed may be wiped one day, so no history is remembered for long. */
const staleAfterMinutes = 10;

const memories = new WeakMap<Db, Map<string, Read>>();

/** A history as it was read, as long as nothing was added to it. */
function recall({ db, now }: House, { dossierId, end }: Tracked): Read | undefined {
  const known = memories.get(db)?.get(dossierId);
  if (known?.history.length !== end.version || known.history.at(-1)?.hash !== end.hash) return undefined;
  return Math.abs(minuteOf(now()) - known.readInMinute) < staleAfterMinutes ? known : undefined;
}

function remember(db: Db, dossierId: string, read: Read): void {
  const memory = memories.get(db) ?? new Map<string, Read>();
  memories.set(db, memory);
  memory.delete(dossierId);
  memory.set(dossierId, read);
  const [oldest] = memory.keys();
  if (memory.size > most && oldest) memory.delete(oldest);
}

async function readAll(house: House, dossierId: string): Promise<Read> {
  const history = await loadHistory(house.db, dossierId);
  return { history, files: await filesOf(house, history), readInMinute: minuteOf(house.now()) };
}

function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / 60_000);
}
