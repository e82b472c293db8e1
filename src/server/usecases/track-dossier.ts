import type { Recorded } from '#domain/dossier/history.ts';
import type { House } from '#server/house.ts';
import type { Db } from '#server/store/db.ts';
import { loadHistory } from '#server/store/dossiers.ts';
import type { FileRow } from '#server/store/files.ts';
import { findTracked, type Tracked } from '#server/store/tracked-dossiers.ts';
import { holds, nobodys, type Proof } from './by.ts';
import { filesOf } from './dossier-view.ts';
import { type HolderView, holderViewOf } from './holder-view.ts';
import { type Reference, referenceOf } from './reference.ts';

/**
 * Whoever has a dossier’s token, from a link or a QR code, sees where it is.
 * What his page shows is put together once a minute, and anew once anything has happened.
 *
 * @returns the dossier, or `undefined` when there is none with this code or the token does not open it
 */
export async function trackDossier(house: House, code: string, proof: Proof): Promise<HolderView | undefined> {
  const tracked = await findTracked(house.db, code);
  if (!holds(house, tracked?.dossierId ?? nobodys, proof) || !tracked) return undefined;

  const reference = await referenceOf(house);
  const known = recall(house.db, tracked);
  const minute = Math.floor(house.now().getTime() / 60_000);
  if (known && known.minute === minute && known.reference === reference && known.papers === tracked.papers.length) return known.view;

  const read = known && Math.abs(minute - known.readInMinute) < staleAfterMinutes ? known : await readAll(house, tracked.dossierId, minute);
  const view = await holderViewOf(house, { tracked, reference, ...read });
  remember(house.db, tracked, { ...read, view, minute, reference, papers: tracked.papers.length });
  return view;
}

type Read = { readonly history: readonly Recorded[]; readonly files: readonly FileRow[]; readonly readInMinute: number };

/** A view, and all that may change it besides the dossier itself: the minute, reference data, papers that were issued. */
type Known = Read & { readonly view: HolderView; readonly minute: number; readonly reference: Reference; readonly papers: number };

/** So many dossiers are remembered; those that were looked at longest ago are forgotten first. */
const most = 1000;

/** What is sealed may be wiped one day, so no history is remembered for long. */
const staleAfterMinutes = 10;

const memories = new WeakMap<Db, Map<string, Known>>();

/** What is known of a dossier as long as nothing is added to its history. */
function recall(db: Db, { dossierId, end }: Tracked): Known | undefined {
  const known = memories.get(db)?.get(dossierId);
  return known?.history.length === end.version ? known : undefined;
}

function remember(db: Db, { dossierId }: Tracked, known: Known): void {
  const memory = memories.get(db) ?? new Map<string, Known>();
  memories.set(db, memory);
  memory.delete(dossierId);
  memory.set(dossierId, known);
  const [oldest] = memory.keys();
  if (memory.size > most && oldest) memory.delete(oldest);
}

async function readAll(house: House, dossierId: string, minute: number): Promise<Read> {
  const history = await loadHistory(house.db, dossierId);
  return { history, files: await filesOf(house, history), readInMinute: minute };
}
