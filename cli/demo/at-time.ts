import type { House } from '#server/house.ts';

/** The house with its clock at a moment. */
export function atTime(house: House, at: Date): House {
  return { ...house, now: () => at };
}
