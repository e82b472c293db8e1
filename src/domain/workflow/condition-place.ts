import type { FilePlaces, Place } from './file-places.ts';

/**
 * Where a character of a flow's condition stands in the file, line and column counted from 1; `undefined` when the file does not
 * write it as we look for it.
 *
 * @param at the character of the condition, as the file means it: `&gt;` is one
 */
export function conditionPlace({ text, at: placeAt, idAt }: FilePlaces, flowId: string, at: number): Place | undefined {
  const named = idAt(flowId);
  if (named === undefined) return undefined;
  const opening = /conditionExpression\b[^>]*>\s*(<!\[CDATA\[)?\s*(=(?!=)\s*)?/g;
  opening.lastIndex = named;
  const isPlain = opening.exec(text)?.[1] === undefined;
  if (opening.lastIndex === 0) return undefined;

  let place = opening.lastIndex;
  for (let left = at; left > 0; left--) place += (isPlain && /^&#?\w+;/.exec(text.slice(place, place + 12))?.[0].length) || 1;
  return placeAt(place);
}
