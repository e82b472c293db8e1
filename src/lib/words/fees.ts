import type { Words } from './words.ts';

/** What a procedure costs, in a word: `Không mất tiền`, `100.000 đồng`, `từ 2.000 đồng` when it depends; an amount that is not stated is asked for. */
export function feesSaid(feesVnd: readonly (number | null)[], words: Words): string {
  const known = feesVnd.filter((fee) => fee !== null);
  if (known.length === 0) return words.procedure.askFee;

  const least = Math.min(...known);
  const isOne = known.every((fee) => fee === least) && known.length === feesVnd.length;
  if (isOne) return least === 0 ? words.procedure.free : words.money(least);
  return least === 0 ? words.procedure.severalFees : words.procedure.from({ money: words.money(least) });
}
