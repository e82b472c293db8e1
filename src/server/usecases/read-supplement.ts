import type { Gap } from '#domain/dossier/events.ts';
import type { House } from '#server/house.ts';
import { listSupplementFiles, type SupplementFile } from '#server/store/supplement-files.ts';
import type { Proof } from './by.ts';
import type { Asked, HeldComponent, HolderView } from './holder-view.ts';
import { trackDossier } from './track-dossier.ts';

/** What is asked for, and what lies ready for it. */
export type SupplementView = {
  readonly view: HolderView;
  readonly asked: Asked;
  /** Each component that takes files, those that the request names first. */
  readonly components: readonly SupplementComponent[];
  readonly files: readonly SupplementFile[];
};

export type SupplementComponent = {
  readonly component: HeldComponent;
  /** What the request says of it; null for one that it does not name. */
  readonly gap: Gap | null;
  readonly files: readonly SupplementFile[];
};

/**
 * What the holder of a dossier is asked for, with the files that he has laid ready since.
 *
 * @returns null when nothing is asked for (any more); `undefined` when the proof opens no dossier with this code
 */
export async function readSupplement(house: House, code: string, proof: Proof): Promise<SupplementView | null | undefined> {
  const view = await trackDossier(house, code, proof);
  if (!view) return undefined;
  const { asked } = view;
  if (!asked) return null;

  const files = await listSupplementFiles(house.db, view.dossierId, asked.at);
  const components = view.components.filter(takesSupplement).map((component) => ({
    component,
    gap: asked.gaps.find((gap) => gap.component === component.name) ?? null,
    files: files.filter(({ componentNo }) => componentNo === component.no),
  }));
  return { view, asked, files, components: [...components.filter(({ gap }) => gap), ...components.filter(({ gap }) => !gap)] };
}

/** Also what the answers made, or what was only to be shown, may be asked for once more. */
function takesSupplement({ kind }: HeldComponent): boolean {
  return kind !== 'made by the agency';
}
