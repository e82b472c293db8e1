import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import type { Assignment, StaffMember, StandIn } from '#domain/access/actor.ts';
import { standsInFor } from '#domain/access/delegation.ts';
import { asDay } from '#domain/calendar/day.ts';
import { openTasks } from '#domain/dossier/branches.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { replay } from '#domain/dossier/evolve.ts';
import { firstBroken } from '#domain/dossier/history.ts';
import { secretOf } from '#domain/dossier/secret.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { openDb } from '#server/store/db.ts';
import { listDelegations } from '#server/store/delegations.ts';
import { loadDossier, loadHistory } from '#server/store/dossiers.ts';
import { ensureOfficers } from '#server/store/officers.ts';
import { ensureReferenceStamp } from '#server/store/reference-stamps.ts';
import type { Acted } from '#server/usecases/act-on-dossier.ts';
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
  play,
  steps,
  wholeWay,
} from './dossier-model.ts';
import { type HouseForTests, houseForTests } from './house-for-tests.ts';
import { keepLendingWorld, lendingAnswers, submitLending } from './lending-world.ts';
import { digestOf, doMove } from './model-moves.ts';

const monday = new Date('2018-05-14T09:00+07:00');
const place = (agencyId: string, unit: string, role: Assignment['role']): Assignment => ({ agencyId, unitId: `${agencyId} ${unit}`, role });
const everyPlace = [
  place('centre', 'one-stop', 'receiving officer'),
  place('centre', 'leadership', 'signing leader'),
  place('music', 'professional', 'specialist'),
  place('music', 'professional', 'head'),
  place('music', 'leadership', 'signing leader'),
  place('music', 'clerical', 'clerk'),
];
const officer = (no: number, name: string): StaffMember => ({
  officerId: `018f0000-0000-7000-8000-0000000000a${no}`,
  name,
  title: '',
  madeUp: true,
  assignments: everyPlace,
});
const officers: Readonly<Record<OfficerName, StaffMember>> = { first: officer(1, 'Vàng Thị Mai'), second: officer(2, 'Lò Văn Sính') };

let house: HouseForTests;
/** Two programs on one database: what one remembers of a dossier grows old by what the other does. */
let programs: readonly [House, House];
let clock = monday;
/** For whom the second acts in the runs in which the first is absent. */
let standIns: readonly StandIn[] = [];

before(async () => {
  house = await houseForTests();
  const now = () => {
    clock = new Date(clock.getTime() + 7 * 60_000);
    return clock;
  };
  programs = [
    { ...house, now },
    { ...house, now, db: openDb(house.databaseUrl) },
  ];
  await keepLendingWorld(house);
  await ensureOfficers(house.db, Object.values(officers));
  await ensureReferenceStamp(house.db, crypto.randomUUID());
  for (const { unitId, role } of everyPlace) {
    const span = { fromOn: asDay('2018-05-14'), untilOn: asDay('2018-12-28'), ground: 'Nghỉ phép', delegationId: crypto.randomUUID() };
    const who = { absentId: officers.first.officerId, standInId: officers.second.officerId, unitId, role };
    const made = await makeDelegation(house, officers.first, { ...who, ...span });
    assert.ok(!isRefusal(made), JSON.stringify(made));
  }
  const units = everyPlace.map(({ unitId }) => unitId);
  standIns = standsInFor(officers.second.officerId, await listDelegations(house.db, units, monday), monday);
});
after(async () => {
  await programs[1].db.destroy();
  await house.close();
});

/** How one of the three takes part in a round: what he does is chosen once it is known how the dossier stands. */
type Part = {
  readonly pick: number;
  /** Does what makes no sense as the dossier stands: somebody before him may change that. */
  readonly isWild: boolean;
  /** His form says which version it showed. */
  readonly saysVersion: boolean;
  /** Presses twice. */
  readonly isSentTwice: boolean;
  readonly program: 0 | 1;
};
type Round = readonly [first: Part, second: Part, citizen: Part];

/** What somebody sent, and what he was answered. */
type Sent = {
  readonly who: OfficerName | null;
  readonly move: Move;
  readonly seenVersion?: number;
  readonly commandId: string;
  readonly answer: Acted | Refusal | undefined;
};

type Given = Pick<Sent, 'commandId' | 'seenVersion'> & Pick<Part, 'program'>;

/** One dossier with its three people. */
type Case = { readonly code: string; readonly dossierId: string; readonly isAbsent: boolean };

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

/** What was tried at all: rounds in which two or more changed the dossier, and acts that were done. */
const tried = { atOnce: 0, done: new Set<Move['act']>() };

const runs = Number(process.env.MODEL_RUNS ?? 40);

test('whatever two officers and a citizen do at once, what each is told and what is stored is what one after the other would give', async () => {
  const rounds = fc.commands([fc.tuple(part, part, part).map(inRound)], { maxCommands: 30, size: 'max' });
  await fc.assert(
    fc.asyncProperty(rounds, fc.nat(wholeWay.length), fc.boolean(), (cmds, movesBefore, isAbsent) =>
      fc.asyncModelRun(() => beginning(movesBefore, isAbsent), cmds),
    ),
    { numRuns: runs },
  );
  assert.ok(tried.atOnce > runs / 2, `they met in ${tried.atOnce} rounds only`);
  assert.ok(tried.done.size > 18, `they did only ${[...tried.done].join(', ')}`);
});

/** A dossier that one officer has led so far on its way, before the others come. */
async function beginning(movesBefore: number, isAbsent: boolean) {
  clock = monday;
  const born = await submitLending({ ...programs[0], now: () => monday });
  const real = { code: born.code, dossierId: born.dossierId, isAbsent };
  const model: Model = { card: newCard(lendingAnswers['applicant-name'] ?? ''), told: [] };
  for (const move of wholeWay.slice(0, movesBefore)) {
    const sent = await sendOne(real, 'first', move, { commandId: crypto.randomUUID(), program: 0 });
    model.card = await explained(model, real, [sent]);
  }
  return { model, real };
}

/** The card so far, and what led to it, round by round. */
type Model = { card: Card; readonly told: (readonly string[])[] };

function inRound(round: Round): fc.AsyncCommand<Model, Case> {
  return {
    check: () => true,
    toString: () => 'a round',
    run: async (model, real) => {
      const sent = await sendAtOnce(model.card, real, round);
      model.told.push(sent.map(tell));
      model.card = await explained(model, real, sent);
    },
  };
}

function sendAtOnce(card: Card, real: Case, round: Round): Promise<readonly Sent[]> {
  const sendings = (['first', 'second', null] as const).flatMap((who, at) => {
    const { isSentTwice, saysVersion, program, ...choice } = round[at] ?? assert.fail();
    const move = chooseMove(card, choice, who, absentFor(who, real));
    if (!move) return [];
    const given = { commandId: crypto.randomUUID(), program, ...(saysVersion ? { seenVersion: card.version } : {}) };
    return Array.from({ length: isSentTwice ? 2 : 1 }, () => () => sendOne(real, who, move, given));
  });
  return Promise.all(sendings.map((send) => send()));
}

async function sendOne(real: Case, who: OfficerName | null, move: Move, { program, ...given }: Given): Promise<Sent> {
  const doing = {
    officer: { ...officers[who ?? 'first'], standsInFor: absentFor(who, real) ? standIns : [] },
    proof: { secret: secretOf(house.key, real.dossierId) },
    idOf: (name: OfficerName) => officers[name].officerId,
  };
  return { ...given, who, move, answer: await doMove(programs[program], move, doing, { ...given, code: real.code }) };
}

/** What fits where the dossier stands, mostly what leads it on; null: he waits. */
function chooseMove(card: Card, { pick, isWild }: Pick<Part, 'pick' | 'isWild'>, who: OfficerName | null, absent: OfficerName | null) {
  const all = who ? officerMoves : citizenMoves;
  const fitting = all.filter((move) => play(card, move, who, absent) !== null);
  const weighed = isWild ? all : fitting.flatMap((move) => Array<Move>(leadsOn(card, move) ? 4 : 1).fill(move));
  return weighed[pick % (weighed.length + (who ? 0 : 8))] ?? null;
}

/** For whom he acts besides. */
function absentFor(who: OfficerName | null, { isAbsent }: Case): OfficerName | null {
  return who === 'second' && isAbsent ? 'first' : null;
}

/**
 * Finds an order in which one after the other would have given these answers, these events and what is stored now.
 *
 * @returns the card as it is then
 */
async function explained({ card: before, told }: Model, real: Case, sent: readonly Sent[]): Promise<Card> {
  const { card: stored, happened } = await readStored(real, before.version);
  const moved = new Set(
    sent.filter(({ answer }) => answer && !isRefusal(answer) && answer.version > before.version).map((one) => one.commandId),
  );
  if (moved.size > 1) tried.atOnce++;
  for (const { move, answer } of sent) if (answer && !isRefusal(answer)) tried.done.add(move.act);

  for (const order of ordersOf(sent)) {
    const reached = playInTurn(before, real, order, moved);
    if (reached && isDeepStrictEqual(reached, { card: stored, events: happened })) return stored;
  }
  assert.fail(`No order of these explains what is stored now\n${JSON.stringify({ told, before, happened, stored }, null, 1)}`);
}

/** One after the other; null when somebody would have been answered otherwise. */
function playInTurn(before: Card, real: Case, order: readonly Sent[], moved: ReadonlySet<string>) {
  let card = before;
  const events: string[] = [];
  const done = new Map<string, number>();
  for (const one of order) {
    const { who, move, seenVersion, commandId, answer } = one;
    if (isOvertaken(one, moved.size - (moved.has(one.commandId) ? 1 : 0))) continue;
    const isOld = seenVersion !== undefined && seenVersion !== card.version;
    const first = done.get(commandId);
    const after = first === undefined && !isOld ? play(card, move, who, absentFor(who, real)) : null;
    const version = first ?? after?.card.version;
    if (version === undefined ? !isRefusal(answer) : isRefusal(answer) || answer?.version !== version) return null;
    if (!after || after.events.length === 0) continue;
    done.set(commandId, after.card.version);
    events.push(...after.events);
    card = after.card;
  }
  return { card, events };
}

/** Who is told that the dossier moved was overtaken: twice, because it is decided anew once; a form and a correction are of one version. */
function isOvertaken({ move, seenVersion, answer }: Sent, others: number): boolean {
  const isOfOneVersion = seenVersion !== undefined || move.act === 'correct';
  return isRefusal(answer) && answer.refused === 'dossier-moved' && others >= (isOfOneVersion ? 1 : 2);
}

function ordersOf<One>(all: readonly One[]): readonly (readonly One[])[] {
  if (all.length === 0) return [[]];
  return all.flatMap((one, at) => ordersOf(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}

/** What is stored, as a card; and that row, history and tasks say the same. */
async function readStored(
  { code, dossierId }: Case,
  since: number,
): Promise<{ readonly card: Card; readonly happened: readonly string[] }> {
  const loaded = await loadDossier(house.db, code, { commandId: crypto.randomUUID(), personId: officers.first.officerId });
  const history = await loadHistory(house.db, dossierId);
  const events = history.map(({ event }) => event);
  assert.ok(loaded);
  assert.equal(firstBroken(history, loaded.end.hash), undefined, 'numbered without a gap, and chained');
  assert.deepEqual(replay(events), loaded.dossier, 'its row is what its history leads to');
  for (const [at, event] of events.entries()) assert.ok(event.at >= (events[at - 1]?.at ?? event.at), `event ${at + 1} is before ${at}`);

  const open = await house.db.selectFrom('task').selectAll().where('dossier_id', '=', dossierId).where('done_at', 'is', null).execute();
  assert.deepEqual(
    open.map(({ no, step_no, officer_id, state }) => ({ no, step_no, officer_id, state })),
    openTasks(loaded.dossier).map((task) => ({
      no: task.no,
      step_no: task.stepNo,
      officer_id: task.officerId,
      state: loaded.dossier.state,
    })),
  );
  const row = await house.db.selectFrom('dossier').select('applicant_name').where('dossier_id', '=', dossierId).executeTakeFirstOrThrow();
  const card = cardOf(loaded.dossier, { version: loaded.end.version, applicantName: row.applicant_name });
  return { card, happened: events.slice(since).map(({ type }) => type) };
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

function nameOf(officerId: string | null | undefined): OfficerName | null {
  return officerId ? (officerId === officers.first.officerId ? 'first' : 'second') : null;
}

function tell({ who, move, seenVersion, answer }: Sent): string {
  return `${who ?? 'citizen'} ${JSON.stringify(move)}${seenVersion ? ` on ${seenVersion}` : ''} → ${JSON.stringify(answer)}`;
}
