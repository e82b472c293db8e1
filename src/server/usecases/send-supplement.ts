import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { House } from '#server/house.ts';
import { holdFiles } from '#server/store/files.ts';
import { removeSupplementFiles } from '#server/store/supplement-files.ts';
import type { Command } from './act-on-dossier.ts';
import type { Proof } from './by.ts';
import { giveSupplement } from './give-supplement.ts';
import { readSupplement } from './read-supplement.ts';

const maxNoteLength = 2000;

/**
 * Hands in what lies ready, with a note: the clock runs on. Sent twice, at once or later, it has one effect and one answer.
 *
 * @returns the code, or a refusal: `wrong-state` unless a supplement is awaited, `component-missing` when there is neither
 *   file nor note, `malformed` for a note that cannot be kept; `undefined` when the proof opens no dossier with this code
 */
export async function sendSupplement(
  house: House,
  proof: Proof,
  { code, commandId, request: { note } }: Command<{ readonly note: string }>,
): Promise<{ readonly code: string } | Refusal | undefined> {
  if (!isStorable(note)) return { refused: 'malformed', at: { note: 'not-storable' } };
  if (note.length > maxNoteLength) return { refused: 'malformed', at: { note: 'too-long' } };
  const supplement = await readSupplement(house, code, proof);
  if (supplement === undefined) return undefined;

  const { files = [], view } = supplement ?? {};
  // Files are held before the history names them: one that is held in vain does no harm, one that is swept would.
  await holdFiles(
    house.db,
    files.map(({ digest }) => digest),
  );
  const request = {
    files: files.map(({ componentNo, digest }) => ({ componentNo, digest })),
    fileNames: files.map(({ name }) => name),
    note: note.trim(),
  };
  const answer = await giveSupplement(house, proof, { code, commandId, request });
  // The same form, sent before: by then nothing lay ready any more.
  if (isRefusal(answer) && answer.refused === 'command-reused') return { code };
  if (answer && !isRefusal(answer) && view) await removeSupplementFiles(house.db, view.dossierId);
  return answer;
}
