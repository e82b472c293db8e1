/** Chance that comes out the same for the same seed, so that a demonstration can be made again. */
export type Chance = {
  /** From 0 up to, not including, 1. */
  part(): number;
  between(least: number, most: number): number;
  pick<Thing>(things: readonly Thing[]): Thing;
  happens(probability: number): boolean;
};

/** Mulberry32: 32 bits of state, enough for a demonstration, not for a secret. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return chanceFrom(() => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  });
}

/**
 * The chance of one of many, each its own: sfc32, whose state is wide enough that no two of millions meet.
 *
 * @param seed of them all, as `seedOf` makes it from words
 * @param no which of them, from 0
 */
export function chanceOfOne([first, second]: Seed, no: number): Chance {
  let [a, b, c, count] = [first | 0, second | 0, no | 0, 1];
  const part = () => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let mixing = 0; mixing < 12; mixing++) part();
  return chanceFrom(part);
}

export type Seed = readonly [number, number];

/** 64 bits from words: FNV-1a, from both ends. */
export function seedOf(words: string): Seed {
  const hash = (text: Iterable<string>) => {
    let sum = 0x811c9dc5;
    for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    return sum;
  };
  return [hash(words), hash([...words].reverse())];
}

function chanceFrom(part: () => number): Chance {
  const between = (least: number, most: number) => least + Math.floor(part() * (most - least + 1));
  return {
    part,
    between,
    pick(things) {
      const thing = things[between(0, things.length - 1)];
      if (thing === undefined) throw new RangeError('Nothing to pick from');
      return thing;
    },
    happens: (probability) => part() < probability,
  };
}
