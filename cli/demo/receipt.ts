import type { Dossier } from '#domain/dossier/dossier.ts';
import type { Receipt } from '#domain/dossier/receive.ts';
import type { Chance } from '#domain/simulation/chance.ts';
import { receiptFor } from '#domain/simulation/receipt.ts';
import type { Reference } from '#server/usecases/reference.ts';

/** What a receiving officer notes who finds all in order. */
export async function receiptOf(
  reference: Reference,
  { procedureId, procedureVersion }: Pick<Dossier, 'procedureId' | 'procedureVersion'>,
  chance: Chance,
): Promise<Receipt> {
  return receiptFor(await reference.versionOf(procedureId, procedureVersion), chance);
}
