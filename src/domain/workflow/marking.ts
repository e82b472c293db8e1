import { beginning, type Move, type Net } from './net.ts';

/** Where the tokens lie: places in rising order, each with one token. Empty: the workflow has ended. */
export type Marking = readonly number[];

/** What a move leads to, and the place that was to get a token although it held one; null when there is none. */
export type Fired = { readonly marking: Marking; readonly doubled: number | null };

export const initialMarking: Marking = [beginning];

/** All that can happen now. */
export function enabled(net: Net, marking: Marking): readonly Move[] {
  const found: Move[] = [];
  for (const place of marking) for (const move of net.movesAt[place] ?? []) if (canFire(move, marking)) found.push(move);
  return found;
}

function canFire({ takes }: Move, marking: Marking): boolean {
  return takes.length === 1 || takes.every((place) => marking.includes(place));
}

/** Lets one thing happen. A place that would hold two tokens keeps one and is told: such a workflow is not sound. */
export function fire(net: Net, marking: Marking, { takes, unsets, gives, endsAll }: Move): Fired {
  if (endsAll) return { marking: [], doubled: null };
  const next: number[] = [];
  for (const place of marking) if (!takes.includes(place) && !unsets.includes(place)) next.push(place);
  let doubled: number | null = null;
  for (const place of gives) {
    if (!next.includes(place)) insert(next, place);
    else if (doubled === null && !net.endingAll.has(place)) doubled = place;
  }
  return { marking: next, doubled };
}

function insert(places: number[], place: number): void {
  let at = places.push(place) - 1;
  for (let before = places[at - 1]; before !== undefined && before > place; before = places[at - 1]) {
    places[at] = before;
    at--;
  }
  places[at] = place;
}

/** One text for each marking, to know it again by. */
export function keyOf(marking: Marking): string {
  return String.fromCharCode(...marking);
}
