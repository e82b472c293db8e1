import { maxFileBytes, maxFilesPerApplication, maxFilesPerComponent } from '#domain/form/papers.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { Content } from '#server/gateways/files/files.ts';
import type { House } from '#server/house.ts';
import { ensureFile } from '#server/store/files.ts';

/** Room on the disk that files from outside leave to the database: its log takes up to so much. */
const leaveBytes = 1024 * 1024 * 1024;

export type SentFile = { readonly name: string; readonly content: Content };

/** What became of files that were sent together: those that failed, by name; the others are kept. */
export type KeptFiles = { readonly kept: number; readonly failed: readonly { readonly name: string; readonly refusal: Refusal }[] };

/** Where files are laid: what lies there already, and what writes down that one more does. */
export type Place = {
  readonly componentNo: number;
  readonly files: readonly { readonly componentNo: number }[];
  readonly ensure: (file: { readonly componentNo: number; readonly digest: string; readonly name: string }) => Promise<void>;
};

/** Keeps files of one component, each by itself, so that one that fails loses no other. */
export async function keepFiles(house: House, { componentNo, files, ensure }: Place, sent: readonly SentFile[]): Promise<KeptFiles> {
  let all = files.length;
  let ofComponent = files.filter((file) => file.componentNo === componentNo).length;
  const failed: { name: string; refusal: Refusal }[] = [];
  for (const file of sent) {
    const full = all >= maxFilesPerApplication || ofComponent >= maxFilesPerComponent;
    const digest = full ? refuse('too-many-files') : await keep(house, file);
    if (isRefusal(digest)) {
      failed.push({ name: file.name, refusal: digest });
      continue;
    }
    await ensure({ componentNo, digest, name: file.name.normalize('NFC').slice(0, 200) });
    all++;
    ofComponent++;
  }
  return { kept: sent.length - failed.length, failed };
}

async function keep(house: House, { name, content }: SentFile): Promise<string | Refusal> {
  if (!isStorable(name)) return refuse('malformed');
  const kept = await house.files.receive(content, { maxBytes: maxFileBytes, leaveBytes }, (row) =>
    ensureFile(house.db, row, false, house.now()),
  );
  return isRefusal(kept) ? kept : kept.digest;
}
