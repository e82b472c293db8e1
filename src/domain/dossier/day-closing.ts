import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { addDays, type Day } from '#domain/calendar/day.ts';
import { merkleRoot } from './merkle.ts';

/**
 * A day of all histories, closed: the heads of the dossiers that something happened to that day, in a Merkle tree.
 * Each is chained to the one before it, so that whoever keeps one root of today keeps all days before.
 */
export type DayClosing = {
  readonly day: Day;
  /** How many heads are in the tree. */
  readonly size: number;
  /** Merkle root over the heads in the order of their digits, which tells nothing of what they are of. */
  readonly root: string;
  /** SHA-256 over the hash before and this line: `<hash before> <day> <size> <root>`. */
  readonly hash: string;
};

/** Hash that goes before the first day. */
export const beforeAllDays = '0'.repeat(64);

/**
 * Closes a day after the one that was closed last.
 *
 * @param heads the leaves of its tree: hash of each dossier's last event of that day, in the order of their digits
 */
export function closeDay(last: Pick<DayClosing, 'hash'> | undefined, day: Day, heads: readonly string[]): DayClosing {
  const line = { day, size: heads.length, root: merkleRoot(heads) };
  return { ...line, hash: hashAfter(last?.hash ?? beforeAllDays, line) };
}

/** The first of these days that is not what was closed; `undefined` when they are chained as they were. @param before hash of the day before the first; none before the very first */
export function firstBrokenClosing(closings: readonly DayClosing[], before = beforeAllDays): DayClosing | undefined {
  let previous = before;
  return closings.find((closing) => {
    const holds = closing.hash === hashAfter(previous, closing);
    previous = closing.hash;
    return !holds;
  });
}

/** Days from one to another in spans of a month at most: what is read at once. */
export function monthsOf(first: Day, last: Day): [from: Day, to: Day][] {
  const spans: [Day, Day][] = [];
  for (let from = first; from <= last; from = addDays(from, monthDays)) {
    const to = addDays(from, monthDays - 1);
    spans.push([from, to > last ? last : to]);
  }
  return spans;
}

const monthDays = 31;

function hashAfter(previous: string, { day, size, root }: Omit<DayClosing, 'hash'>): string {
  return bytesToHex(sha256(utf8ToBytes(`${previous} ${day} ${size} ${root}`)));
}
