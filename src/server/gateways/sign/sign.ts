/** Puts the office's signature on papers. */
export type Signer = {
  /** Who its signatures name, as papers show it; null when no certificate is set and papers are signed by hand. */
  readonly subject: string | null;
  /**
   * Adds one signature behind what is there, so that earlier ones stay valid.
   *
   * @throws Error when the file is no PDF that can be signed: a fault, uploads were opened before
   */
  readonly sign: (pdf: Uint8Array, signing: Signing) => Promise<Signed>;
};

/** Who signs for what, as the signature itself says it. */
export type Signing = { readonly name: string; readonly reason: string; readonly at: Date };

export type Signed =
  | { readonly pdf: Uint8Array; readonly signed: true; readonly by: string }
  | { readonly pdf: Uint8Array; readonly signed: false };
