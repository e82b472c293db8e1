import type { RefusalCode } from '#domain/refusal.ts';
import type { Words } from '#lib/words/words.ts';

/** What came of files that were just sent. */
export type FilesAnswer = {
  readonly id: string;
  readonly failed: readonly { readonly name: string; readonly refused: RefusalCode }[];
  readonly kept: number;
  readonly tooLarge?: boolean;
};

/** What is said beside the question: each file that failed, and why. */
export function filesSaid({ failed, kept, tooLarge }: FilesAnswer, { application, refusal }: Words): string {
  if (tooLarge) return application.filesTooLarge;
  if (failed.length === 0) return application.fileNotChosen;
  const said = failed.map(({ name, refused }) => `${application.fileFailed({ name })} ${refusal[refused]}`);
  return [...said, ...(kept > 0 ? [application.othersKept] : [])].join(' ');
}
