import type { Signer } from './sign.ts';

/** Stands in where no certificate is set: the paper goes out as it is, to be signed by hand. */
export const noSigner: Signer = {
  subject: null,
  sign: async (pdf) => ({ pdf, signed: false }),
};
