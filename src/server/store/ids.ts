import { randomUUIDv7 } from 'node:crypto';

/** An id for a row that is about to be born: rows of one time lie together. */
export function newId(): string {
  return randomUUIDv7();
}
