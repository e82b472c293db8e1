import { type PaperKind, papersAfter } from '#domain/dossier/owed.ts';
import type { OfficerView } from '#server/usecases/read-dossier.ts';

export type IssuedPaper = { readonly version: number; readonly kind: PaperKind; readonly at: Date };

/** The papers that its events owe, the newest first. */
export function papersOf({ lines, dossier }: Pick<OfficerView, 'lines' | 'dossier'>): readonly IssuedPaper[] {
  const at = new Map(lines.map((line) => [line.version, line.at]));
  return papersAfter(lines, dossier)
    .map((paper) => ({ ...paper, at: at.get(paper.version) ?? dossier.submittedAt }))
    .reverse();
}
