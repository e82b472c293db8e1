import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { ensureSupplementFile, removeSupplementFile as remove } from '#server/store/supplement-files.ts';
import type { Proof } from './by.ts';
import { type KeptFiles, keepFiles, type SentFile } from './keep-files.ts';
import { readSupplement } from './read-supplement.ts';

/**
 * Takes files for one component of a supplement that is not sent yet, each by itself, so that one that fails loses no other.
 *
 * @param read reads them from the line; called in turn, because what is being read lies in memory
 * @returns what failed, or a refusal of all: `wrong-state` unless a supplement is awaited, `component-unknown`;
 *   `undefined` when the proof opens no dossier with this code
 */
export async function keepSupplementFiles(
  house: House,
  proof: Proof,
  { code, componentNo }: { readonly code: string; readonly componentNo: number },
  read: () => Promise<readonly SentFile[]>,
): Promise<KeptFiles | Refusal | undefined> {
  const supplement = await readSupplement(house, code, proof);
  if (!supplement) return supplement === null ? refuse('wrong-state') : undefined;
  if (!supplement.components.some(({ component }) => component.no === componentNo)) return refuse('component-unknown');

  const { files, view } = supplement;
  const ensure = (file: Parameters<typeof ensureSupplementFile>[2]) => ensureSupplementFile(house.db, view.dossierId, file, house.now());
  return house.files.inTurn(async () => keepFiles(house, { componentNo, files, ensure }, await read()));
}

/**
 * Takes a file off a component. Done twice, it is done once.
 *
 * @returns a refusal unless a supplement is awaited; null when it is off; `undefined` when the proof opens no dossier with this code
 */
export async function removeSupplementFile(
  house: House,
  proof: Proof,
  { code, componentNo }: { readonly code: string; readonly componentNo: number },
  file: { readonly digest: string; readonly name: string },
): Promise<Refusal | null | undefined> {
  const supplement = await readSupplement(house, code, proof);
  if (!supplement) return supplement === null ? refuse('wrong-state') : undefined;
  await remove(house.db, supplement.view.dossierId, { ...file, componentNo });
  return null;
}
