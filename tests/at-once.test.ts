import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { StandIn } from '#domain/access/actor.ts';
import { standsInFor } from '#domain/access/delegation.ts';
import { asDay } from '#domain/calendar/day.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { secretOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import { listDelegations } from '#server/store/delegations.ts';
import { makeDelegation } from '#server/usecases/make-delegation.ts';
import {
  type Card,
  citizenMoves,
  drafts,
  leadsOn,
  type Move,
  newCard,
  type OfficerName,
  officerMoves,
  playMove,
  type StepKind,
  steps,
  wholeWay,
} from './dossier-model.ts';
import { monday } from './given.ts';
import { lendingAnswers, submitLending } from './lending-world.ts';
import { digestOf, doMove } from './model-moves.ts';
import { assertExplained, movers, type Sent, tell } from './one-after-the-other.ts';
import { chooseMove, type Part, type Round, roundsOf, type Sending, sendAtOnce, type Who } from './rounds.ts';
import { everyPlace, idOf, nameOf, officers, openWorld, readStored, type World } from './two-officers.ts';

let world: World;
/** For whom the second acts in the runs in which the first is absent. */
let standIns: readonly StandIn[] = [];

before(async () => {
  world = await openWorld();
  const { house } = world;
  for (const { unitId, role } of everyPlace) {
    const span = { fromOn: asDay('2018-05-14'), untilOn: asDay('2018-12-28'), ground: 'Nghỉ phép', delegationId: crypto.randomUUID() };
    const made = await makeDelegation(house, officers.first, { absentId: idOf('first'), standInId: idOf('second'), unitId, role, ...span });
    assert.ok(!isRefusal(made), JSON.stringify(made));
  }
  const units = everyPlace.map(({ unitId }) => unitId);
  standIns = standsInFor(idOf('second'), await listDelegations(house.db, units, monday), monday);
});
after(() => world.close());

/** One dossier with its three people. */
type Case = { readonly code: string; readonly dossierId: string; readonly isAbsent: boolean };

/** What was tried at all: rounds in which two or more changed the dossier, and acts that were done. */
const tried = { atOnce: 0, done: new Set<Move['act']>() };

const runs = Number(process.env.MODEL_RUNS ?? 40);

test('whatever two officers and a citizen do at once, what each is told and what is stored is what one after the other would give', async () => {
  await fc.assert(
    fc.asyncProperty(roundsOf(playRound, 30), fc.nat(wholeWay.length), fc.boolean(), (cmds, movesBefore, isAbsent) =>
      fc.asyncModelRun(() => beginning(movesBefore, isAbsent), cmds),
    ),
    { numRuns: runs },
  );
  assert.ok(tried.atOnce > runs / 2, `they met in ${tried.atOnce} rounds only`);
  assert.ok(tried.done.size > 18, `they did only ${[...tried.done].join(', ')}`);
});

/** A dossier that one officer has led so far on its way, before the others come. */
async function beginning(movesBefore: number, isAbsent: boolean) {
  world.begin(monday);
  const real: Case = { ...(await submitLending({ ...world.programs[0], now: () => monday })), isAbsent };
  const model: Model = { card: newCard(lendingAnswers['applicant-name'] ?? ''), told: [] };
  for (const move of wholeWay.slice(0, movesBefore)) {
    const sent = await sendOne(real, 'first', move, { commandId: crypto.randomUUID(), program: 0 });
    model.card = await explained(model, real, [sent]);
  }
  return { model, real };
}

/** The card so far, and what led to it, round by round. */
type Model = { card: Card; readonly told: (readonly string[])[] };

async function playRound(model: Model, real: Case, round: Round): Promise<void> {
  const { card } = model;
  const choose = (who: Who, one: Part) => {
    const choice = {
      all: who === 'citizen' ? citizenMoves : officerMoves,
      fits: (move: Move) => playMove(card, move, asOfficer(who), absentFor(who, real)) !== null,
      leadsOn: (move: Move) => leadsOn(card, move),
    };
    return chooseMove(one, choice, who === 'citizen' ? 8 : 0);
  };
  const sent = await sendAtOnce(round, choose, (who, move, given) => sendOne(real, who, move, given), card.version);
  if (movers(sent, card.version).size > 1) tried.atOnce++;
  model.card = await explained(model, real, sent);
}

async function sendOne(real: Case, who: Who, move: Move, { program, ...given }: Sending): Promise<Sent<Move>> {
  const doing = {
    officer: { ...officers[asOfficer(who) ?? 'first'], standsInFor: absentFor(who, real) ? standIns : [] },
    proof: { secret: secretOf(world.house.key, real.dossierId) },
    idOf,
    noOf: (step: StepKind) => steps.indexOf(step) + 1,
  };
  const answer = await doMove(world.programs[program], move, doing, { ...given, code: real.code });
  return { ...given, who, move, isOfOneVersion: move.act === 'correct', answer };
}

/** For whom he acts besides. */
function absentFor(who: string, { isAbsent }: Case): OfficerName | null {
  return who === 'second' && isAbsent ? 'first' : null;
}

/** @returns the card of what is stored, once it is known that one after the other would have led there */
async function explained({ card: before, told }: Model, real: Case, sent: readonly Sent<Move>[]): Promise<Card> {
  told.push(sent.map(tell));
  for (const { move, answer } of sent) if (answer && !isRefusal(answer)) tried.done.add(move.act);

  const { dossier, events, version, applicantName } = await readStored(world.house, real);
  const found = { card: cardOf(dossier, { version, applicantName }), events: events.slice(before.version) };
  const play = (card: Card, { who, move }: Sent<Move>) => playMove(card, move, asOfficer(who), absentFor(who, real));
  assertExplained({ before, sent, play, found }, told);
  return found.card;
}

function asOfficer(who: string): OfficerName | null {
  return who === 'first' || who === 'second' ? who : null;
}

function cardOf(dossier: Dossier, said: Pick<Card, 'version' | 'applicantName'>): Card {
  const { state, stateBefore, receivedAt, task, handedOver, doneBy, supplementsAsked, result, withdrawalAsked, promisedAt } = dossier;
  return {
    ...said,
    state,
    stateBefore,
    isReceived: receivedAt !== null,
    ...whoseTurn(task),
    handedOver: handedOver && { state: handedOver.state, ...whoseTurn(handedOver.task) },
    doneBy: Object.fromEntries(Object.entries(doneBy).map(([no, officerId]) => [steps[Number(no) - 1], nameOf(officerId)])),
    gapsAsked: supplementsAsked,
    draft: result && (drafts.find((draft) => digestOf(draft) === result.digest) ?? 'none of ours'),
    isSigned: Boolean(result?.signedAt),
    isNumbered: Boolean(result?.number),
    isWithdrawalAsked: withdrawalAsked,
    isApologisedFor: promisedAt !== null,
  };
}

function whoseTurn(task: Dossier['task']): Pick<Card, 'step' | 'holder'> {
  return { step: steps[(task?.stepNo ?? 0) - 1] ?? null, holder: nameOf(task?.officerId) };
}
