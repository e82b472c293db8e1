import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';

/**
 * Merkle trees as RFC 9162 §2.1 has them (those of Certificate Transparency): a leaf is hashed after a zero byte, a node after a one,
 * and the left side of a node is the largest full tree that is smaller than the whole. Hashes and leaves are hexadecimal.
 */
export function merkleRoot(leaves: readonly string[]): string {
  return bytesToHex(rootOf(leaves.map(leafHash)));
}

/**
 * The hashes beside the way from a leaf up to the root, the nearest first.
 *
 * @throws RangeError when there is no such leaf
 */
export function inclusionPath(leaves: readonly string[], index: number): string[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new RangeError(`There is no leaf ${index} of ${leaves.length}`);
  return pathOf(leaves.map(leafHash), index).map(bytesToHex);
}

/** The root that a leaf and the path beside it lead to (RFC 9162 §2.1.3.2); `undefined` when the path is not of this place in such a tree. */
export function rootFrom(leaf: string, index: number, size: number, path: readonly string[]): string | undefined {
  if (index < 0 || index >= size) return undefined;
  let [place, last, hash] = [index, size - 1, leafHash(leaf)];
  for (const beside of path.map(hexToBytes)) {
    if (last === 0) return undefined;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(beside, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, beside);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? bytesToHex(hash) : undefined;
}

function rootOf(hashes: readonly Uint8Array[]): Uint8Array {
  const [first, second] = hashes;
  if (!first) return sha256(new Uint8Array());
  if (!second) return first;
  const split = leftOf(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}

function pathOf(hashes: readonly Uint8Array[], index: number): Uint8Array[] {
  if (hashes.length === 1) return [];
  const split = leftOf(hashes.length);
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
  return index < split ? [...pathOf(left, index), rootOf(right)] : [...pathOf(right, index - split), rootOf(left)];
}

/** The largest power of two below a size. */
function leftOf(size: number): number {
  return 2 ** Math.ceil(Math.log2(size) - 1);
}

function leafHash(leaf: string): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(0), hexToBytes(leaf)));
}

function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(1), left, right));
}
