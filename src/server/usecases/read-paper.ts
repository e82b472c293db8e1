import type { Officer } from '#domain/access/actor.ts';
import { type PaperKind, paperKinds } from '#domain/dossier/owed.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { findDossierId } from '#server/store/dossiers.ts';
import { holds, nobodys, type Proof } from './by.ts';
import { issuing } from './issuing.ts';
import { type Download, downloadOf, mayReadFiles } from './read-file.ts';

/** Which paper: the event that it is about, and its kind. */
export type PaperName = { readonly code: string; readonly version: number; readonly kind: PaperKind };

/**
 * Whoever holds a dossier opens one of its papers. One that is owed and not issued yet is issued now,
 * so that nobody waits for what follows by itself.
 */
export async function readOwnPaper(house: House, proof: Proof, name: PaperName): Promise<Download | undefined> {
  const dossierId = await findDossierId(house.db, name.code);
  if (!holds(house, dossierId ?? nobodys, proof) || !dossierId) return undefined;
  return open(house, name);
}

/** An officer who may read the dossier opens one of its papers; that he did is recorded. */
export async function readPaper(house: House, officer: Officer, name: PaperName): Promise<Download | Refusal | undefined> {
  const reading = await mayReadFiles(house, officer, name.code, `paper ${name.version} ${name.kind}`);
  if (!reading || isRefusal(reading)) return reading;
  return open(house, name);
}

/** What stands for a paper's kind in an address; `undefined` for anything else. */
export function paperKindOf(text: string): PaperKind | undefined {
  return paperKinds.find((kind) => kind === text);
}

async function open(house: House, { code, version, kind }: PaperName): Promise<Download | undefined> {
  const paper = await issuing[kind](house, code, version);
  return paper && downloadOf(house, { name: `${fileNames[kind]}-${code}.pdf`, digest: paper.digest });
}

const fileNames = {
  submission: 'phieu-nop-ho-so',
  receipt: 'giay-tiep-nhan',
  'supplement-request': 'yeu-cau-bo-sung',
  refusal: 'tu-choi',
  'stop-notice': 'dung-giai-quyet',
  apology: 'xin-loi',
} as const satisfies Record<PaperKind, string>;
