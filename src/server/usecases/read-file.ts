import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { replay } from '#domain/dossier/evolve.ts';
import type { Recorded } from '#domain/dossier/history.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { findDossierId, loadHistory } from '#server/store/dossiers.ts';
import { listFiles } from '#server/store/files.ts';
import { appendReading } from '#server/store/read-logs.ts';
import { holds, nobodys, type Proof } from './by.ts';
import { placesOf } from './read-dossier.ts';
import { referenceOf } from './reference.ts';

/** A file that somebody opens. */
export type Download = {
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly content: AsyncIterable<Uint8Array>;
};

type Named = { readonly name: string; readonly digest: string };

/**
 * A file by its content, and which of all that was handed in it is, counted from 1, so that the same content has each time the name it was
 * sent under; where that number is another file's, the first name counts.
 */
export type FileAsked = { readonly digest: string; readonly no?: number };

/** An officer who may read the dossier opens a file that its history names: handed in, a draft, the result. That he did is recorded. */
export async function readFile(house: House, officer: Officer, code: string, asked: FileAsked): Promise<Download | Refusal | undefined> {
  const reading = await mayReadFiles(house, officer, code, `file ${asked.digest.slice(0, 12)}`);
  if (!reading || isRefusal(reading)) return reading;
  const file = found([...handedIn(reading.history), ...results(reading.history, code)], asked);
  return file && downloadOf(house, file);
}

/** Whoever holds the dossier opens a file that he handed in. */
export async function readOwnFile(house: House, proof: Proof, code: string, asked: FileAsked): Promise<Download | undefined> {
  const own = await ownHistory(house, proof, code);
  const file = own && found(handedIn(own), asked);
  return file && downloadOf(house, file);
}

function found(all: readonly Named[], { digest, no = 1 }: FileAsked): Named | undefined {
  return all[no - 1]?.digest === digest ? all[no - 1] : all.find((file) => file.digest === digest);
}

/** Whoever holds the dossier opens its result, once it is ready. */
export async function readOwnResult(house: House, proof: Proof, code: string): Promise<Download | undefined> {
  const own = await ownHistory(house, proof, code);
  const dossier = own && replay(own.map(({ event }) => event));
  if (!dossier?.result || !isReady(dossier)) return undefined;
  return downloadOf(house, { name: resultFileName(code), digest: dossier.result.digest });
}

/** Whether the citizen may have the result: it is ready or handed over, and the dossier was not settled by a refusal. */
export function isReady({ state, refused, result }: Pick<Dossier, 'state' | 'refused' | 'result'>): boolean {
  return (state === 'result ready' || state === 'returned') && !refused && result !== null;
}

/** Whether an officer may read the dossier's files; that he does is recorded under this name. */
export async function mayReadFiles(
  house: House,
  officer: Officer,
  code: string,
  what: string,
): Promise<{ readonly history: readonly Recorded[] } | Refusal | undefined> {
  const dossierId = await findDossierId(house.db, code);
  if (!dossierId) return undefined;
  const history = await loadHistory(house.db, dossierId);
  const places = placesOf(replay(history.map(({ event }) => event)), await referenceOf(house));
  const by = mayDo(officer, 'read dossier', ...places);
  if (isRefusal(by)) return by;

  await appendReading(house.db, by, dossierId, what, house.now());
  return { history };
}

/** @returns `undefined` when nothing is known of the file */
export async function downloadOf(house: House, { name, digest }: Named): Promise<Download | undefined> {
  const [row] = await listFiles(house.db, [digest]);
  return row && { name, mediaType: row.mediaType, sizeBytes: row.sizeBytes, content: house.files.open(digest) };
}

async function ownHistory(house: House, proof: Proof, code: string): Promise<readonly Recorded[] | undefined> {
  const dossierId = await findDossierId(house.db, code);
  if (!holds(house, dossierId ?? nobodys, proof) || !dossierId) return undefined;
  return loadHistory(house.db, dossierId);
}

function handedIn(history: readonly Recorded[]): readonly Named[] {
  return history.flatMap(({ event }) => {
    if (event.type !== 'submitted' && event.type !== 'supplement given') return [];
    return event.files.map(({ digest }, i) => ({ digest, name: event.sealed?.fileNames[i] ?? digest.slice(0, 12) }));
  });
}

function results(history: readonly Recorded[], code: string): readonly Named[] {
  return history.flatMap(({ event }) => {
    if (event.type !== 'result drafted' && event.type !== 'result numbered') return [];
    return [{ digest: event.digest, name: event.type === 'result drafted' ? `du-thao-${code}.pdf` : resultFileName(code) }];
  });
}

function resultFileName(code: string): string {
  return `ket-qua-${code}.pdf`;
}
