/** A line and a column of a file, counted from 1. */
export type Place = { readonly line: number; readonly column: number };

/** Where things stand in a file. Lines and ids are looked for once, and only when one is asked for: a file can have as many faults as lines. */
export type FilePlaces = {
  readonly text: string;
  /** The place of a character. */
  at(index: number): Place;
  /** The blank before the first attribute that gives this id; `undefined` where the file writes none as we look for it. */
  idAt(id: string): number | undefined;
};

export function placesIn(text: string): FilePlaces {
  let starts: readonly number[] | undefined;
  let ids: ReadonlyMap<string, number> | undefined;
  return {
    text,
    at(index) {
      starts ??= [0, ...[...text.matchAll(/\n/g)].map((found) => found.index + 1)];
      const line = linesUpTo(starts, index);
      return { line, column: index - (starts[line - 1] ?? 0) + 1 };
    },
    idAt(id) {
      ids ??= idsIn(text);
      return ids.get(id);
    },
  };
}

/** How many lines begin at or before a character. */
function linesUpTo(starts: readonly number[], index: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}

function idsIn(text: string): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  for (const found of text.matchAll(/ id=(["'])(.*?)\1/g)) if (!ids.has(found[2] ?? '')) ids.set(found[2] ?? '', found.index);
  return ids;
}
