import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { ensureProcedureVersions } from '#server/store/procedures.ts';
import { drawnVersion, drawnWay } from '#tests/drawn-version.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { readWorkList, type WorkAsked } from './read-work-list.ts';
import { receiveDossier } from './receive-dossier.ts';
import { forgetReference } from './reference.ts';
import { refuseDossier } from './refuse-dossier.ts';
import { takeDossier } from './take-dossier.ts';

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
afterEach(() => house.close());

const everything: WorkAsked = { view: 'all', procedureId: null, state: null, after: null };

test('a dossier stands on the list of the unit whose turn it is, and of no other', async () => {
  const code = await appraised();
  assert.deepEqual(await codesOf(staff.specialist), [code]);
  assert.deepEqual(await codesOf(staff.receiver), []);
  assert.deepEqual(await codesOf(staff.head), []);
  const none = { ...staff.head, assignments: [{ agencyId: 'music', unitId: 'music professional', role: 'auditor' as const }] };
  assert.deepEqual(await readWorkList(house, none, everything), { refused: 'role-missing' });
});

test('who takes a dossier sees it among his own, his colleague no longer among those that nobody has', async () => {
  const [code, other] = [await appraised(), await appraised()];
  await takeDossier(house, staff.specialist, command(code, {}));
  assert.deepEqual(await codesOf(staff.specialist, { view: 'mine' }), [code]);
  assert.deepEqual(await codesOf(staff.colleague, { view: 'mine' }), []);
  assert.deepEqual(await codesOf(staff.colleague, { view: 'untaken' }), [other]);
  assert.deepEqual((await listOf(staff.colleague)).counts, { all: 2, mine: 0, untaken: 1, overdue: 0, today: 0, warned: 0 });
});

test('what is due today is not overdue before its minute has passed, and is overdue after it', async () => {
  await appraised();
  const onTheDay = { ...house, now: () => new Date('2018-05-21T16:00+07:00') };
  const after = { ...house, now: () => new Date('2018-05-21T17:31+07:00') };
  const countsAt = async (then: HouseForTests) => {
    const { counts } = await listOf(staff.specialist, {}, then);
    return { today: counts.today, overdue: counts.overdue };
  };
  assert.deepEqual(await countsAt(onTheDay), { today: 1, overdue: 0 });
  assert.deepEqual(await countsAt(after), { today: 0, overdue: 1 });
  assert.equal((await listOf(staff.specialist, { view: 'today' }, onTheDay)).lines.length, 1);
  assert.equal((await listOf(staff.specialist, { view: 'overdue' }, after)).lines.length, 1);
  assert.equal((await listOf(staff.specialist, { view: 'today' }, after)).lines.length, 0);
});

test('what is not received yet stands by when its answer is owed, and what needs no more time comes last', async () => {
  const ready = await appraised();
  await refuseDossier(house, staff.specialist, command(ready, { reasons: ['Nhạc cụ đã cho mượn'], ground: 'Quy chế' }));
  const received = (await submitLending(house)).code;
  await receiveDossier(house, staff.receiver, command(received, receipt));
  const { code: submitted } = await submitLending(house);
  assert.deepEqual(await codesOf(staff.receiver), [submitted, received, ready]);

  const nextDay = { ...house, now: () => new Date('2018-05-15T11:30+07:00') };
  const { lines, counts } = await listOf(staff.receiver, { view: 'overdue' }, nextDay);
  assert.deepEqual(
    lines.map(({ code, left }) => [code, left?.overdue]),
    [[submitted, true]],
  );
  assert.partialDeepStrictEqual(counts, { all: 3, overdue: 1, today: 0 });
});

test('a list is narrowed by procedure and state, and names the procedures that there are', async () => {
  const { code } = await submitLending(house);
  assert.deepEqual((await listOf(staff.receiver)).procedures, [{ procedureId: 'lending', name: 'Cho mượn nhạc cụ' }]);
  assert.deepEqual(await codesOf(staff.receiver, { procedureId: 'lending', state: 'submitted' }), [code]);
  assert.deepEqual(await codesOf(staff.receiver, { procedureId: 'another' }), []);
  assert.deepEqual(await codesOf(staff.receiver, { state: 'received' }), []);
});

test('page by page every dossier is seen once, the most urgent first', async () => {
  const codes: string[] = [];
  for (let i = 0; i < 5; i++) codes.push(await appraised());
  const seen: string[] = [];
  let after: WorkAsked['after'] = null;
  do {
    const page = await readWorkList(house, staff.specialist, { ...everything, after }, 2);
    assert.ok(!isRefusal(page));
    assert.ok(page.lines.length <= 2);
    seen.push(...page.lines.map(({ code }) => code));
    after = page.next;
  } while (after);
  assert.deepEqual(seen, codes);
});

test('of a dossier with several tasks in one queue each is a line of its own, and no page ends between them', async () => {
  const drawing = ['S:start > receive > P:and > appraise > J:and', 'P > appraise2 > J > sign > number > return > E:end'];
  await ensureProcedureVersions(house.db, [drawnVersion(drawnWay(drawing), 2)]);
  forgetReference(house);
  const first = await appraised();
  const several = await appraised(2);
  const codesOn = async (after: WorkAsked['after']) => {
    const list = await readWorkList(house, staff.specialist, { ...everything, after }, 2);
    assert.ok(!isRefusal(list));
    return { codes: list.lines.map(({ code, taskNo, isOneOfSeveral }) => [code, taskNo, isOneOfSeveral]), next: list.next };
  };
  const { codes, next } = await codesOn(null);
  assert.deepEqual(codes, [[first, 2, false]]);
  assert.deepEqual(await codesOn(next), {
    codes: [
      [several, 2, true],
      [several, 3, true],
    ],
    next: null,
  });
});

async function appraised(version = 1): Promise<string> {
  const { code } = await submitLending(house, undefined, undefined, version);
  await receiveDossier(house, staff.receiver, command(code, receipt));
  await handOnDossier(house, staff.receiver, command(code, { note: '', toOfficerId: null }));
  return code;
}

function command<Request>(code: string, request: Request) {
  return { code, commandId: crypto.randomUUID(), request };
}

async function listOf(officer: Officer, asked: Partial<WorkAsked> = {}, then: HouseForTests = house) {
  const list = await readWorkList(then, officer, { ...everything, ...asked });
  assert.ok(!isRefusal(list));
  return list;
}

async function codesOf(officer: Officer, asked: Partial<WorkAsked> = {}): Promise<string[]> {
  return (await listOf(officer, asked)).lines.map(({ code }) => code);
}
