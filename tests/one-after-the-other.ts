import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { Acted } from '#server/usecases/act-on-dossier.ts';

/** What somebody sent, and what he was answered. */
export type Sent<Move> = {
  readonly who: string;
  readonly move: Move;
  readonly commandId: string;
  readonly seenVersion?: number;
  /** Whether it is decided on one version, of which the form need not say that it showed it. */
  readonly isOfOneVersion?: boolean;
  readonly answer: Acted | Refusal | undefined;
};

/** What an act leads to by the model; null when it is refused. */
export type Outcome<Card> = { readonly events: readonly string[]; readonly card: Card };

/** What was done since the version that a form shows. */
export type Since<Move> = { readonly move: Move; readonly events: readonly string[] };

type Played<Card, Move> = {
  readonly before: Card;
  readonly sent: readonly Sent<Move>[];
  readonly play: (card: Card, one: Sent<Move>) => Outcome<Card> | null;
  /** Whether it leaves alone who makes a move on a form that shows the version before it; without it nothing does. */
  readonly leavesAlone?: (since: Since<Move>, move: Move) => boolean;
  /** What is stored now. */
  readonly found: Outcome<Card>;
};

/** The commands that changed something. */
export function movers<Move>(sent: readonly Sent<Move>[], before: number): ReadonlySet<string> {
  const moved = sent.filter(({ answer }) => answer && !isRefusal(answer) && answer.version > before);
  return new Set(moved.map(({ commandId }) => commandId));
}

/**
 * Looks for an order in which one after the other would have given these answers, these events and what is stored now.
 *
 * @param told what led there, for who reads why there is none
 * @throws AssertionError when there is none
 */
export function assertExplained<Card extends { readonly version: number }, Move>(played: Played<Card, Move>, told: unknown): void {
  const { before, sent, found } = played;
  const moved = movers(sent, before.version);
  if (ordersOf(sent).some((order) => isDeepStrictEqual(playInTurn(played, order, moved), found))) return;
  assert.fail(`No order of these explains what is stored now\n${JSON.stringify({ told, before, sent: sent.map(tell), found }, null, 1)}`);
}

/** One after the other; null when somebody would have been answered otherwise. */
function playInTurn<Card extends { readonly version: number }, Move>(
  { before, play, leavesAlone = () => false }: Played<Card, Move>,
  order: readonly Sent<Move>[],
  moved: ReadonlySet<string>,
): Outcome<Card> | null {
  let card = before;
  const events: string[] = [];
  const since: Since<Move>[] = [];
  const done = new Map<string, number>();
  for (const one of order) {
    const { seenVersion, commandId, answer } = one;
    if (isOvertaken(one, moved.size - (moved.has(commandId) ? 1 : 0))) continue;
    const isOld = seenVersion !== undefined && !since.every((passed) => leavesAlone(passed, one.move));
    const first = done.get(commandId);
    const after = first === undefined && !isOld ? play(card, one) : null;
    const version = first ?? after?.card.version;
    if (version === undefined ? !isRefusal(answer) : isRefusal(answer) || answer?.version !== version) return null;
    if (!after || after.events.length === 0) continue;
    done.set(commandId, after.card.version);
    events.push(...after.events);
    since.push({ move: one.move, events: after.events });
    card = after.card;
  }
  return { card, events };
}

/** Who is told that the dossier moved was overtaken: twice, because it is decided anew once; what is of one version, once. */
function isOvertaken<Move>({ seenVersion, isOfOneVersion, answer }: Sent<Move>, others: number): boolean {
  const times = isOfOneVersion || seenVersion !== undefined ? 1 : 2;
  return isRefusal(answer) && answer.refused === 'dossier-moved' && others >= times;
}

function ordersOf<One>(all: readonly One[]): readonly (readonly One[])[] {
  if (all.length === 0) return [[]];
  return all.flatMap((one, at) => ordersOf(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}

export function tell<Move>({ who, move, seenVersion, answer }: Sent<Move>): string {
  return `${who} ${JSON.stringify(move)}${seenVersion ? ` on ${seenVersion}` : ''} → ${JSON.stringify(answer)}`;
}
