/** What can be done to a draft of a workflow. */
export type DraftAct = 'saved' | 'imported' | 'published' | 'discarded';

/** One act on the draft of a procedure's workflow; the newest says what stands. */
export type DraftEntry = {
  /** Counts the acts on this procedure's drafts. */
  readonly version: number;
  readonly act: DraftAct;
  /** As BPMN; null when it was discarded. */
  readonly document: string | null;
  /** The procedure's version that it began from. */
  readonly basedOn: number;
  readonly publishedVersion: number | null;
  readonly officerId: string;
  readonly at: Date;
};

/** Whether there is something that is neither published nor discarded. */
export function isOpenDraft(entry: DraftEntry | undefined): entry is DraftEntry & { readonly document: string } {
  return entry !== undefined && entry.document !== null && entry.act !== 'published';
}
