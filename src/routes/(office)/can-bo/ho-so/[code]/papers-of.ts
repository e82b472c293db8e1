import { owed, type PaperKind } from '#domain/dossier/owed.ts';
import type { OfficerView } from '#server/usecases/read-dossier.ts';

export type IssuedPaper = { readonly version: number; readonly kind: PaperKind; readonly at: Date };

/** The papers that its events owe, the newest first. At the counter the receipt is the first; who withdrew before receipt got none. */
export function papersOf({ lines, dossier }: Pick<OfficerView, 'lines' | 'dossier'>): readonly IssuedPaper[] {
  const receivedFrom = lines.find(({ type }) => type === 'received')?.version ?? Number.POSITIVE_INFINITY;
  return lines
    .flatMap(({ version, type, at, role }): IssuedPaper[] => {
      const kind = owed[type].paper;
      const none = (kind === 'submission' && dossier.channel === 'counter') || (kind === 'stop-notice' && role === 'citizen');
      const isEarly = kind === 'receipt' && version < receivedFrom;
      return kind && !none && !isEarly ? [{ version, kind, at }] : [];
    })
    .reverse();
}
