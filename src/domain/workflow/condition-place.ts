/**
 * Where a character of a flow's condition stands in the file, line and column counted from 1; `undefined` when the file does not
 * write it as we look for it.
 *
 * @param at the character of the condition, as the file means it: `&gt;` is one
 */
export function conditionPlace(xml: string, flowId: string, at: number): { readonly line: number; readonly column: number } | undefined {
  const [named] = ['"', "'"].map((quote) => xml.indexOf(` id=${quote}${flowId}${quote}`)).filter((found) => found >= 0);
  if (named === undefined) return undefined;
  const opening = /conditionExpression\b[^>]*>\s*(<!\[CDATA\[)?\s*(=(?!=)\s*)?/g;
  opening.lastIndex = named;
  const isPlain = opening.exec(xml)?.[1] === undefined;
  if (opening.lastIndex === 0) return undefined;

  let place = opening.lastIndex;
  for (let left = at; left > 0; left--) place += (isPlain && /^&#?\w+;/.exec(xml.slice(place, place + 12))?.[0].length) || 1;
  const lines = xml.slice(0, place).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
