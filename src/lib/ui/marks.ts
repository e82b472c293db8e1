import { wordsOf } from '#domain/procedure/search.ts';
import { fold } from '#domain/text/fold.ts';

/** A part of a name, and whether it is what was searched. */
export type Part = { readonly text: string; readonly isHit: boolean };

/** A name in parts, so that what was searched can be marked: word by word, tone marks or not; neighbours together. */
export function marksIn(name: string, query: string): readonly Part[] {
  const searched = new Set(wordsOf(query));
  const tokens = name.split(/([\p{L}\p{M}\p{N}.]+)/u).filter((token) => token !== '');
  const hits = tokens.map((token) => searched.has(fold(token)));

  const parts: Part[] = [];
  tokens.forEach((text, i) => {
    const joins = text === ' ' && hits[i - 1] === true && hits[i + 1] === true;
    const isHit = joins || hits[i] === true;
    const last = parts.at(-1);
    if (last?.isHit === isHit) parts[parts.length - 1] = { text: last.text + text, isHit };
    else parts.push({ text, isHit });
  });
  return parts;
}
