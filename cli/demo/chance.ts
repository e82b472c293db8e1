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
  const part = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
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
