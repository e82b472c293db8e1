import { isOwed, type Receipt } from '#domain/dossier/receive.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { Chance } from './chance.ts';

/** What a receiving officer notes who finds all in order. */
export function receiptFor({ components, fees }: Pick<ProcedureVersion, 'components' | 'fees'>, chance: Chance): Receipt {
  const feeVnd = fees.reduce((sum, fee) => sum + (fee.feeVnd ?? 0), 0);
  return {
    components: components.filter(isOwed).map(({ no, originals, copies }) => ({ no, originals, copies, inOrder: true })),
    feeVnd,
    feePaid: feeVnd > 0 ? chance.pick(['cash', 'transfer']) : null,
    note: '',
  };
}
