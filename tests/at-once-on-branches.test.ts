import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { openTasks } from '#domain/dossier/branches.ts';
import type { Dossier, Task } from '#domain/dossier/dossier.ts';
import { secretOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import { ensureProcedureVersions } from '#server/store/procedures.ts';
import { forgetReference } from '#server/usecases/reference.ts';
import { submitDossier } from '#server/usecases/submit-dossier.ts';
import {
  type BranchCard,
  type BranchMove,
  branchMoves,
  type CardTask,
  leadsOnBranches,
  newBranchCard,
  playOnBranches,
  steps,
} from './branch-model.ts';
import type { Move, OfficerName } from './dossier-model.ts';
import { drawnVersion, drawnWay } from './drawn-version.ts';
import { monday } from './given.ts';
import { lendingAnswers, lendingForm } from './lending-world.ts';
import { doMove } from './model-moves.ts';
import { assertExplained, movers, type Sent, type Since, tell } from './one-after-the-other.ts';
import { chooseMove, type Part, type Round, roundsOf, type Sending, sendAtOnce, type Who } from './rounds.ts';
import { idOf, nameOf, officers, openWorld, readStored, type World } from './two-officers.ts';

const way = drawnWay(['S:start > receive > P:and > appraise > J:and > sign > number > return > E:end', 'P > check > J']);
const procedure = drawnVersion(way, 2);

let world: World;
before(async () => {
  world = await openWorld();
  await ensureProcedureVersions(world.house.db, [procedure]);
  for (const program of world.programs) forgetReference(program);
});
after(() => world.close());

const tried = { atOnce: 0, onBoth: 0 };
const runs = Number(process.env.MODEL_RUNS ?? 40);

test('where two branches are open, what two officers and a citizen do at once is what one after the other would give', async () => {
  await fc.assert(
    fc.asyncProperty(roundsOf(playRound, 20), (rounds) => fc.asyncModelRun(beginning, rounds)),
    { numRuns: runs },
  );
  assert.ok(tried.atOnce > runs / 2, `they met in ${tried.atOnce} rounds only`);
  assert.ok(tried.onBoth > runs / 4, `in ${tried.onBoth} rounds only something happened on both branches`);
});

type Case = { readonly code: string; readonly dossierId: string };

/** The card so far, and what led to it, round by round. */
type Model = { card: BranchCard; readonly told: (readonly string[])[] };

async function beginning() {
  world.begin(monday);
  const real = await submitDossier({ ...world.programs[0], now: () => monday }, lendingForm, {
    commandId: crypto.randomUUID(),
    procedureId: procedure.procedureId,
    version: procedure.version,
    receivingAgencyId: 'centre',
    answers: lendingAnswers,
    files: [{ componentNo: 1, digest: 'a'.repeat(64), name: 'don.jpg' }],
    trial: false,
  });
  assert.ok(!isRefusal(real), JSON.stringify(real));
  const model: Model = { card: newBranchCard(lendingAnswers['applicant-name'] ?? ''), told: [] };
  const receive = { commandId: crypto.randomUUID(), program: 0 } as const;
  await explain(model, real, [await sendOne(real, 'first', { act: 'receive' }, receive)]);
  return { model, real };
}

async function playRound(model: Model, real: Case, round: Round): Promise<void> {
  const { card } = model;
  const choose = (who: Who, one: Part) => {
    const choice = {
      all: who === 'citizen' ? [{ act: 'ask withdrawal' } as const] : branchMoves(card),
      fits: (move: BranchMove) => playOnBranches(card, move, asOfficer(who)) !== null,
      leadsOn: leadsOnBranches,
    };
    return chooseMove(one, choice, who === 'citizen' ? 20 : 0);
  };
  const sent = await sendAtOnce(round, choose, (who, move, given) => sendOne(real, who, move, given), card.version);
  const moved = movers(sent, card.version);
  const tasks = new Set(sent.flatMap(({ move, commandId }) => (moved.has(commandId) && 'no' in move ? [move.no] : [])));
  if (moved.size > 1) tried.atOnce++;
  if (tasks.size > 1) tried.onBoth++;
  await explain(model, real, sent);
}

async function sendOne(real: Case, who: Who, move: BranchMove, { program, ...given }: Sending): Promise<Sent<BranchMove>> {
  const doing = {
    officer: officers[asOfficer(who) ?? 'first'],
    proof: { secret: secretOf(world.house.key, real.dossierId) },
    idOf,
    noOf: (step: CardTask['step']) => procedure.steps.find(({ kind }) => kind === step)?.no ?? 0,
  };
  const task = 'no' in move ? { taskNo: move.no } : {};
  const answer = await doMove(world.programs[program], inWords(move), doing, { ...given, ...task, code: real.code });
  return { ...given, who, move, isOfOneVersion: move.act === 'correct' || 'no' in move, answer };
}

/** The move without its task, which the command names. */
function inWords(move: BranchMove): Move {
  if (move.act === 'draft' || move.act === 'sign') return { act: move.act, draft: 'a draft' };
  if (!('no' in move) || 'to' in move) return move;
  return { act: move.act };
}

async function explain(model: Model, real: Case, sent: readonly Sent<BranchMove>[]): Promise<void> {
  const { card: before, told } = model;
  told.push(sent.map(tell));
  const { dossier, events, version, applicantName } = await readStored(world.house, real);
  const found = { card: cardOf(dossier, { version, applicantName }), events: events.slice(before.version) };
  const play = (card: BranchCard, { who, move }: Sent<BranchMove>) => sorted(playOnBranches(card, move, asOfficer(who)));
  assertExplained({ before, sent, play, leavesAlone, found }, told);
  model.card = found.card;
}

/** Who took, was given or handed on one of two tasks leaves alone who stands at the other. */
function leavesAlone({ move, events }: Since<BranchMove>, own: BranchMove): boolean {
  const isAtOther = 'no' in move && 'no' in own && move.no !== own.no;
  return isAtOther && events.every((type) => ['taken', 'assigned', 'handed on'].includes(type));
}

function asOfficer(who: string): OfficerName | null {
  return who === 'first' || who === 'second' ? who : null;
}

/** Tasks stand in no order but that of their numbers. */
function sorted(outcome: ReturnType<typeof playOnBranches>) {
  if (!outcome) return null;
  const { tasks, handedOver } = outcome.card;
  const before = handedOver && { ...handedOver, tasks: byNo(handedOver.tasks) };
  return { ...outcome, card: { ...outcome.card, tasks: byNo(tasks), handedOver: before } };
}

function cardOf(dossier: Dossier, said: Pick<BranchCard, 'version' | 'applicantName'>): BranchCard {
  const { state, stateBefore, receivedAt, handedOver, doneBy, result, withdrawalAsked, lastTaskNo } = dossier;
  const tasks = openTasks(dossier).map((task) => asCard(dossier, task));
  const before = handedOver && openTasks(handedOver).map((task) => asCard(dossier, task));
  return {
    ...said,
    state,
    stateBefore,
    isReceived: receivedAt !== null,
    tasks: byNo(tasks),
    lastNo: Math.max(lastTaskNo, ...tasks.map(({ no }) => no)),
    handedOver: handedOver && before && { state: handedOver.state, tasks: byNo(before), no: handedOver.task.no },
    doneBy: Object.fromEntries(Object.entries(doneBy).map(([no, officerId]) => [stepOf(dossier, Number(no)), nameOf(officerId)])),
    isDrafted: result !== null,
    isSigned: Boolean(result?.signedAt),
    isNumbered: Boolean(result?.number),
    isWithdrawalAsked: withdrawalAsked,
  };
}

function asCard(dossier: Dossier, { no, stepNo, officerId }: Task): CardTask {
  return { no, step: stepOf(dossier, stepNo), holder: nameOf(officerId) };
}

function stepOf({ plan }: Dossier, stepNo: number): CardTask['step'] {
  const kind = plan.find(({ no }) => no === stepNo)?.kind;
  return steps.find((step) => step === kind) ?? assert.fail(`no step ${stepNo}`);
}

function byNo(tasks: readonly CardTask[]): readonly CardTask[] {
  return tasks.toSorted((a, b) => a.no - b.no);
}
