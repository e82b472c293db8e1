import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Actor } from '#domain/access/actor.ts';
import type { DossierEvent } from './events.ts';

/** One event as it stands in a dossier's history, chained to the one before it. */
export type Recorded = {
  readonly dossierId: string;
  readonly version: number;
  readonly commandId: string;
  readonly by: Actor;
  readonly event: DossierEvent;
  readonly seal: Seal | null;
  /** Hashed in place of all that is sealed, so that this can be wiped and the chain still holds. */
  readonly sealedDigest: string;
  readonly hash: string;
};

/** Makes the sealed words unguessable from their digest, and says by its own digest what was asked. Wiped with them. */
export type Seal = { readonly salt: string; readonly request: string };

export type SealedPart = Seal & { readonly words: object | null };

const beginning = '0'.repeat(64);

/** What is written down with the events of an act: who, under which command, and what was asked. */
export type Act = { readonly by: Actor; readonly commandId: string; readonly request: object };

/** SHA-256 of a text after the bytes of a hash that goes before it; hashes are hexadecimal digits, and none goes before when it is empty. */
export type Sha256 = (text: string, before: string) => string;

type Writing = Act & { readonly dossierId: string; readonly newSalt: () => string; readonly sha256?: Sha256 };

/** The same with what was asked as its digest, made once for all events of the act. */
type Asked = Omit<Writing, 'request'> & { readonly request: string };

/** Where a history ends: all that the next event needs to be chained to it. */
export type End = Pick<Recorded, 'version' | 'hash'>;

/**
 * Writes events down after the history that is there: numbered, sealed, chained.
 * A machine that has a SHA-256 of its own, some times as fast as the one that runs everywhere, hands it in.
 */
export function record(last: End | undefined, events: readonly DossierEvent[], writing: Writing): Recorded[] {
  const recorded: Recorded[] = [];
  const request = digest(writing.request, '', writing.sha256);
  for (const event of events) recorded.push(recordAfter(recorded.at(-1) ?? last, event, { ...writing, request }));
  return recorded;
}

function recordAfter(last: End | undefined, event: DossierEvent, { request, newSalt, sha256, ...act }: Asked): Recorded {
  const seal = { salt: newSalt(), request };
  const unchained = {
    ...act,
    version: (last?.version ?? 0) + 1,
    event,
    seal,
    sealedDigest: digest(sealedPart({ event, seal }), '', sha256),
  };
  return { ...unchained, hash: chain(last?.hash ?? beginning, unchained, sha256) };
}

/**
 * Finds where a history is no longer what was written down.
 *
 * @param lastHash the last event's hash as the dossier's row has it; without it nobody would miss the last events
 * @returns the first version that is altered, missing or out of place; `undefined` when all is as it was written
 */
export function firstBroken(history: readonly Recorded[], lastHash: string, sha?: Sha256): number | undefined {
  let previous = beginning;
  for (const [i, recorded] of history.entries()) {
    const holds = recorded.version === i + 1 && recorded.hash === chain(previous, recorded, sha) && sealHolds(recorded, sha);
    if (!holds) return i + 1;
    previous = recorded.hash;
  }
  return previous === lastHash ? undefined : history.length + 1;
}

/**
 * What a history says to a paper that was printed from it.
 *
 * - `holds`: the chain is as it was written down, and the printed head is in it
 * - `broken`: an event is not what was written down
 * - `rewritten`: the chain fits together, but not with the paper: it was written anew after the paper was printed
 * - `cut off`: it ends before the event that the paper was printed for
 */
export type Finding = 'holds' | 'broken' | 'rewritten' | 'cut off';

/**
 * Compares a history with a head that is printed on a paper: what an owner of the database could write anew, he cannot write on paper.
 *
 * @param broken what `firstBroken` found
 */
export function findingOf(history: readonly Pick<Recorded, 'version' | 'hash'>[], broken: number | undefined, printed: End): Finding {
  if (broken !== undefined) return 'broken';
  const found = history.find(({ version }) => version === printed.version);
  if (!found) return 'cut off';
  return found.hash === printed.hash ? 'holds' : 'rewritten';
}

/** Names what is hashed, so that a new property of `Recorded` or `Actor` does not change old hashes. */
function chain(previous: string, { dossierId, version, commandId, by, event, sealedDigest }: Omit<Recorded, 'hash'>, sha?: Sha256): string {
  const { personId, agencyId, role } = by;
  const hashed = { dossierId, version, commandId, by: { personId, agencyId, role }, event: { ...event, sealed: sealedDigest } };
  return digest(hashed, previous, sha);
}

function sealHolds(recorded: Recorded, sha?: Sha256): boolean {
  const wiped = recorded.seal === null && sealedWords(recorded.event) === null;
  return wiped || recorded.sealedDigest === digest(sealedPart(recorded), '', sha);
}

/** All of an event that can be wiped one day; null once it is. */
export function sealedPart({ event, seal }: Pick<Recorded, 'event' | 'seal'>): SealedPart | null {
  return seal && { ...seal, words: sealedWords(event) };
}

function sealedWords(event: DossierEvent) {
  return 'sealed' in event ? event.sealed : null;
}

/** SHA-256 over a value as canonical JSON (RFC 8785), after the hash that goes before it, if any. */
export function digest(value: object | null, before = '', sha: Sha256 = pureSha256): string {
  return sha(canonicalize(value) ?? '', before);
}

function pureSha256(text: string, before: string): string {
  return bytesToHex(sha256(concatBytes(hexToBytes(before), utf8ToBytes(text))));
}
