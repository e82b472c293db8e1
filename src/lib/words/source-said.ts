import type { Words } from './words.ts';

/** What a catalogue writes where nothing but memory says so; it stands in what was published and cannot be reworded there. */
const fromMemory = 'from memory, unverified';

/** Where something comes from, as it was written; what is unverified is said so in the reader's language. */
export function sourceSaid({ procedure }: Words, source: string): string {
  return source.replaceAll(fromMemory, procedure.fromMemory);
}
