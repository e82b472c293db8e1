import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { replay } from '#domain/dossier/evolve.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { findDossierId, loadHistory } from '#server/store/dossiers.ts';
import { appendReading } from '#server/store/read-logs.ts';
import { makeResult } from './make-result.ts';

/** The specialist sees the result as it would be made from the answers now, with his conclusion; nothing is kept but that he looked. */
export async function previewResult(
  house: House,
  officer: Officer,
  code: string,
  conclusion: string,
): Promise<Uint8Array | Refusal | undefined> {
  const dossierId = await findDossierId(house.db, code);
  if (!dossierId) return undefined;
  const history = await loadHistory(house.db, dossierId);
  const { task } = replay(history.map(({ event }) => event));
  const by = mayDo(officer, 'draft result', task ?? {});
  if (isRefusal(by)) return by;

  await appendReading(house.db, by, dossierId, 'preview of the result', house.now());
  return (await makeResult(house, code, history.length, { conclusion, number: null, signedBy: null }))?.pdf;
}
