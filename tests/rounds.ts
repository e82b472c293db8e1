import fc from 'fast-check';

/** How one of the three takes part in a round: what he does is chosen once it is known how the dossier stands. */
export type Part = {
  readonly pick: number;
  /** Does what makes no sense as the dossier stands: somebody before him may change that. */
  readonly isWild: boolean;
  /** His form says which version it showed. */
  readonly saysVersion: boolean;
  /** Presses twice. */
  readonly isSentTwice: boolean;
  readonly program: 0 | 1;
};
export type Round = readonly [first: Part, second: Part, citizen: Part];

const part: fc.Arbitrary<Part> = fc.record({
  pick: fc.noBias(fc.nat(9999)),
  isWild: chance(1, 4),
  saysVersion: chance(1, 3),
  isSentTwice: chance(1, 9),
  program: fc.constantFrom(0, 1),
});

function chance(of: number, against: number): fc.Arbitrary<boolean> {
  return fc.oneof({ weight: against, arbitrary: fc.constant(false) }, { weight: of, arbitrary: fc.constant(true) });
}

/** Rounds of one dossier, each played by all three at once, one round after the other. */
export function roundsOf<Model extends object, Real>(play: (model: Model, real: Real, round: Round) => Promise<void>, atMost: number) {
  const one = fc.tuple(part, part, part).map(
    (round): fc.AsyncCommand<Model, Real> => ({
      check: () => true,
      toString: () => 'a round',
      run: (model, real) => play(model, real, round),
    }),
  );
  return fc.commands([one], { maxCommands: atMost, size: 'max' });
}

/** What somebody can choose from: all there is, what fits as the dossier stands, and of that what leads it on. */
type Choice<Move> = { readonly all: readonly Move[]; readonly fits: (move: Move) => boolean; readonly leadsOn: (move: Move) => boolean };

/**
 * @param waiting how often he waits, beside one for each move
 * @returns what fits, mostly what leads on; undefined: he waits
 */
export function chooseMove<Move>({ pick, isWild }: Part, { all, fits, leadsOn }: Choice<Move>, waiting: number): Move | undefined {
  const weighed = isWild ? all : all.filter(fits).flatMap((move) => Array<Move>(leadsOn(move) ? 4 : 1).fill(move));
  return weighed[pick % (weighed.length + waiting)];
}

/** All three send at once what each of them chose, some twice. */
export async function sendAtOnce<Move, Answer>(
  round: Round,
  choose: (who: Who, one: Part) => Move | undefined,
  send: (who: Who, move: Move, given: Sending) => Promise<Answer>,
  version: number,
): Promise<readonly Answer[]> {
  const sendings = (['first', 'second', 'citizen'] as const).flatMap((who, at) => {
    const one = round[at];
    const move = one && choose(who, one);
    if (!move) return [];
    const given = { commandId: crypto.randomUUID(), program: one.program, ...(one.saysVersion ? { seenVersion: version } : {}) };
    return Array.from({ length: one.isSentTwice ? 2 : 1 }, () => () => send(who, move, given));
  });
  return Promise.all(sendings.map((sending) => sending()));
}

export type Who = 'first' | 'second' | 'citizen';

/** Under which command, through which program, and which version the form showed. */
export type Sending = { readonly commandId: string; readonly program: 0 | 1; readonly seenVersion?: number };
