/** What is taken out smallest first; of equals, the one that was put in first. */
export type Heap<Thing> = {
  readonly size: () => number;
  readonly first: () => number;
  put(key: number, thing: Thing): void;
  take(): Thing | undefined;
};

type Entry<Thing> = { readonly key: number; readonly no: number; readonly thing: Thing };

export function newHeap<Thing>(): Heap<Thing> {
  const entries: Entry<Thing>[] = [];
  let count = 0;
  return {
    size: () => entries.length,
    first: () => entries[0]?.key ?? Number.POSITIVE_INFINITY,
    put(key, thing) {
      entries.push({ key, no: count++, thing });
      rise(entries);
    },
    take() {
      const [top] = entries;
      const last = entries.pop();
      if (top && last && top !== last) sink(entries, last);
      return top?.thing;
    },
  };
}

function isBefore<Thing>(one: Entry<Thing>, other: Entry<Thing>): boolean {
  return one.key < other.key || (one.key === other.key && one.no < other.no);
}

/** The last one finds its place upwards. */
function rise<Thing>(entries: Entry<Thing>[]): void {
  let at = entries.length - 1;
  for (;;) {
    const above = (at - 1) >> 1;
    const [entry, parent] = [entries[at], entries[above]];
    if (!entry || !parent || !isBefore(entry, parent)) return;
    entries[at] = parent;
    entries[above] = entry;
    at = above;
  }
}

/** In the place of the first, this one finds its own downwards. */
function sink<Thing>(entries: Entry<Thing>[], entry: Entry<Thing>): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const [one, other] = [entries[left], entries[left + 1]];
    const child = one && other && isBefore(other, one) ? left + 1 : left;
    const below = entries[child];
    if (!below || !isBefore(below, entry)) break;
    entries[at] = below;
    at = child;
  }
  entries[at] = entry;
}
