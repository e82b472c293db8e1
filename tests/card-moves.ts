import type { Outcome } from './one-after-the-other.ts';

/** What every index card of a dossier says, however many of its tasks are open. */
type AnyCard = {
  readonly state: string;
  readonly stateBefore: string | null;
  readonly isReceived: boolean;
  readonly isSigned: boolean;
  readonly isWithdrawalAsked: boolean;
  readonly handedOver: object | null;
  readonly version: number;
};

export function then<Card extends AnyCard>(
  { events, card }: Outcome<Card>,
  happened: readonly string[],
  changes: Partial<Card>,
): Outcome<Card> {
  return { events: [...events, ...happened], card: { ...card, ...changes, version: card.version + happened.length } };
}

/** The clock stands still: what was handed over cannot be taken back any more. */
export function waits<Card extends AnyCard>(
  before: Outcome<Card>,
  state: string,
  event: string,
  changes: Partial<Card> = {},
): Outcome<Card> {
  const { events, card } = then(before, [event], changes);
  return { events, card: { ...card, state, stateBefore: before.card.state, handedOver: null } };
}

export function goesOn<Card extends AnyCard>(before: Card, event: string): Outcome<Card> {
  const { events, card } = then({ events: [], card: before }, [event], {});
  return { events, card: { ...card, state: before.stateBefore ?? '', stateBefore: null } };
}

/** The card of a dossier that is closed so. */
type Closed<Card> = (before: Outcome<Card>, state: string, happened: readonly string[]) => Outcome<Card>;

/** @param isOver whether there is nothing any more that could be withdrawn. @returns null when it is refused */
export function askWithdrawal<Card extends AnyCard>(card: Card, isOver: boolean, closed: Closed<Card>): Outcome<Card> | null {
  const isTooLate = isOver || card.state === 'result ready' || card.state === 'refused' || card.isSigned;
  if (isTooLate || card.isWithdrawalAsked) return null;
  if (card.isReceived) return asked(card, true, 'withdrawal requested');
  return closed({ events: [], card }, 'withdrawn', ['withdrawal requested', 'withdrawn']);
}

/** @returns null when it is refused */
export function answerWithdrawal<Card extends AnyCard>(card: Card, isGranted: boolean, closed: Closed<Card>): Outcome<Card> | null {
  if (!card.isWithdrawalAsked || (isGranted && card.isSigned)) return null;
  return isGranted ? closed({ events: [], card }, 'withdrawn', ['withdrawn']) : asked(card, false, 'withdrawal denied');
}

function asked<Card extends AnyCard>(before: Card, isWithdrawalAsked: boolean, event: string): Outcome<Card> {
  const { events, card } = then({ events: [], card: before }, [event], {});
  return { events, card: { ...card, isWithdrawalAsked } };
}
