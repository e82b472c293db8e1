/** One letter as a mail server takes it. */
type Letter = {
  /** Made from what the letter is about, so that a letter that is sent twice is the same one to whoever sorts it. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/**
 * How it ended.
 *
 * - `sent`: the mail server has it
 * - `kept`: there is no mail server
 * - `not sent`: it certainly did not go out; `lasting` when trying again is of no use
 * - `unknown`: the talk broke off where the server may have it
 */
export type Delivery =
  | { readonly ended: 'sent' | 'kept' }
  | { readonly ended: 'not sent'; readonly why: string; readonly lasting: boolean }
  | { readonly ended: 'unknown'; readonly why: string };

/** Sends letters. Nothing is thrown: each end is an answer. */
export type Mail = { deliver(letter: Letter): Promise<Delivery> };
