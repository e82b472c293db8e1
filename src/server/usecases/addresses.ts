import { tokenOf } from '#domain/dossier/secret.ts';
import type { House } from '#server/house.ts';

/** The pages that a dossier's papers and messages lead to; whoever has such an address holds the dossier. */
export type Addresses = {
  readonly trackAt: string;
  readonly rateAt: string;
  /** The result's file, once it is ready. */
  readonly resultAt: string;
  /** Where anyone checks a paper: the event it is about, and the chain's head that is printed on it. */
  readonly checkAt: (version: number, hash: string) => string;
};

export function addressesOf({ key, publicUrl }: Pick<House, 'key' | 'publicUrl'>, dossierId: string, code: string): Addresses {
  const holder = `${encodeURIComponent(code)}/${tokenOf(key, dossierId)}`;
  return {
    trackAt: `${publicUrl}/ho-so/${holder}`,
    rateAt: `${publicUrl}/danh-gia/${holder}`,
    resultAt: `${publicUrl}/ho-so/${holder}/ket-qua`,
    checkAt: (version, hash) => `${publicUrl}/kiem-tra/${holder}/${version}.${hash}`,
  };
}
