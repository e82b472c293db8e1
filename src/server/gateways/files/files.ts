import type { Readable } from 'node:stream';
import type { Refusal } from '#domain/refusal.ts';

/** A file as it was counted by us: what the receipt lists. */
export type Kept = {
  /** SHA-256 over the content, in hexadecimal: the name it is kept under. */
  readonly digest: string;
  readonly sizeBytes: number;
  /** Told by content, never by name. */
  readonly mediaType: MediaType;
  readonly pages: number;
};

/** What is taken from citizens. A HEIC photo is kept as it came; turning it into another format would change the evidence. */
export const mediaTypes = ['image/jpeg', 'image/png', 'image/heic', 'application/pdf'] as const;

export type MediaType = (typeof mediaTypes)[number];

export type Content = Uint8Array | AsyncIterable<Uint8Array>;

export type Limits = {
  readonly maxBytes: number;
  /** So much of the disk must stay free beside it: what anybody may send must not take the room that the database needs. */
  readonly leaveBytes?: number;
};

/**
 * Keeps files by their content. The same content sent twice is one file.
 * A file is whole on the disk and safe from a power cut before `receive` answers.
 */
export type Files = {
  /**
   * Takes one file in.
   *
   * @param register writes the file's row; called once all is known and before the file has its name, so that no file is without a row
   * @returns what it is, or `file-empty`, `file-too-large`, `file-type-unknown`, `file-unreadable`, `disk-full`; then nothing is left behind
   */
  receive(content: Content, limits: Limits, register: (kept: Kept) => Promise<void>): Promise<Kept | Refusal>;
  /** Waits until fewer than four others are being read, then does the work: what is being sent lies in memory. */
  inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer>;
  /** @throws when there is no such file: whoever has a digest has it from a row */
  read(digest: string): Promise<Uint8Array>;
  /** The same as a stream, for what is handed on. */
  open(digest: string): Readable;
  has(digest: string): Promise<boolean>;
  /** Removing what is not there is no fault. */
  remove(digest: string): Promise<void>;
  /** Removes what arrived before this moment and was never finished. */
  clearIncoming(before: Date): Promise<number>;
};
