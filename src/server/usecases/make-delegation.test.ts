import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Officer } from '#domain/access/actor.ts';
import { standsInFor } from '#domain/access/delegation.ts';
import { asDay } from '#domain/calendar/day.ts';
import { isRefusal } from '#domain/refusal.ts';
import { listDelegations } from '#server/store/delegations.ts';
import { loadHistory } from '#server/store/dossiers.ts';
import { ensureOfficers } from '#server/store/officers.ts';
import { ensureReferenceStamp } from '#server/store/reference-stamps.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { endDelegation } from './end-delegation.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { makeDelegation } from './make-delegation.ts';
import { makeSignIns } from './make-sign-ins.ts';
import { readDelegations } from './read-delegations.ts';
import { readDossier } from './read-dossier.ts';
import { readWorkList } from './read-work-list.ts';
import { receiveDossier } from './receive-dossier.ts';
import { recogniseOfficer } from './recognise-officer.ts';
import { signIn } from './sign-in.ts';
import { suspendDossier } from './suspend-dossier.ts';
import { takeDossier } from './take-dossier.ts';

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
afterEach(() => house.close());

const { specialist, colleague, head } = staff;
const asked = () => ({
  delegationId: crypto.randomUUID(),
  absentId: specialist.officerId,
  standInId: colleague.officerId,
  unitId: 'music professional',
  role: 'specialist' as const,
  fromOn: asDay('2018-05-14'),
  untilOn: asDay('2018-05-18'),
  ground: 'Nghỉ phép',
});
const suspension = { ground: 'Luật Nhạc cụ, Điều 9', reason: 'Đang tranh chấp' };

test('the colleague does the task of the absent one, and the history names both and the delegation', async () => {
  const code = await taken();
  const command = { code, commandId: crypto.randomUUID(), request: suspension };
  assert.partialDeepStrictEqual(await suspendDossier(house, await now(colleague), command), { refused: 'taken-by-colleague' });

  const made = await makeDelegation(house, specialist, asked());
  assert.ok(!isRefusal(made), JSON.stringify(made));
  const answer = await suspendDossier(house, await now(colleague), command);
  assert.ok(answer && !isRefusal(answer), JSON.stringify(answer));
  const view = await readDossier(house, head, code);
  assert.ok(view && !isRefusal(view));
  assert.equal(view.brokenAt, null);
  assert.equal(view.dossier.task?.officerId, specialist.officerId);
  const last = (await loadHistory(house.db, view.dossierId)).at(-1);
  assert.equal(last?.by.personId, colleague.officerId);
  assert.deepEqual(last?.event.inPlaceOf, { officerId: specialist.officerId, delegationId: made.delegationId });
  assert.partialDeepStrictEqual(view.lines.at(-1), { officerName: 'Vi Ngọc Sơn', inPlaceOf: 'Lục Thị Hòa' });
});

test('his list shows what he does for the absent one, and whose it is', async () => {
  await taken();
  await makeDelegation(house, head, asked());
  const list = await readWorkList(house, await now(colleague), { view: 'mine', procedureId: null, state: null, after: null });
  assert.ok(!isRefusal(list));
  assert.equal(list.counts.mine, 1);
  assert.partialDeepStrictEqual(list.lines, [{ officerName: 'Lục Thị Hòa', standInId: colleague.officerId, standInName: 'Vi Ngọc Sơn' }]);
});

test('it ends by itself with its last day, and at once when it is taken back', async () => {
  const made = await makeDelegation(house, specialist, asked());
  assert.ok(!isRefusal(made));
  const later = { ...house, now: () => new Date('2018-05-19T00:00+07:00') };
  assert.deepEqual([(await now(colleague)).standsInFor?.length, (await now(colleague, later.now())).standsInFor?.length], [1, 0]);
  assert.deepEqual(await endDelegation(later, specialist, made.delegationId), { refused: 'delegation-over' });

  assert.deepEqual(await endDelegation(house, colleague, made.delegationId), { refused: 'taken-by-colleague' });
  assert.equal(await endDelegation(house, head, made.delegationId), 'ended');
  assert.equal((await now(colleague)).standsInFor?.length, 0);
  assert.deepEqual(await endDelegation(house, head, made.delegationId), { refused: 'delegation-over' });
  assert.equal(await endDelegation(house, head, crypto.randomUUID()), undefined);
});

test('only the absent one or who leads him names somebody; a stand-in hands nothing on', async () => {
  assert.deepEqual(await makeDelegation(house, colleague, asked()), { refused: 'taken-by-colleague' });
  assert.deepEqual(await makeDelegation(house, staff.receiver, asked()), { refused: 'not-yours' });
  assert.equal(isRefusal(await makeDelegation(house, staff.leader, asked())), false);

  const standIn = await now(colleague);
  const further = { ...asked(), fromOn: asDay('2018-05-21'), untilOn: asDay('2018-05-22') };
  assert.deepEqual(await makeDelegation(house, standIn, further), { refused: 'not-yours' });
  const [line] = (await readDelegations(house, standIn)).lines;
  assert.equal(line && (await isRefusedToEnd(standIn, line.delegationId)), true);
});

test('sent twice it is one; two at the same moment for the same days are one and a refusal', async () => {
  const once = asked();
  const [first, again] = [await makeDelegation(house, specialist, once), await makeDelegation(house, specialist, once)];
  assert.deepEqual(first, again);
  await endDelegation(house, specialist, once.delegationId);

  const both = await Promise.all([makeDelegation(house, specialist, asked()), makeDelegation(house, head, asked())]);
  assert.equal(both.filter((answer) => isRefusal(answer) && answer.refused === 'delegation-overlaps').length, 1);
  assert.equal(both.filter((answer) => !isRefusal(answer)).length, 1);
});

test('a deputy of the agency stands in for its signing leader', async () => {
  const deputy = { ...staff.leader, officerId: '018f0000-0000-7000-8000-000000000009', name: 'Vàng Mí Sính' };
  await ensureOfficers(house.db, [deputy]);
  await ensureReferenceStamp(house.db, crypto.randomUUID());
  const place = { absentId: staff.leader.officerId, unitId: 'music leadership', role: 'signing leader' as const };
  const later = { ...house, now: () => new Date('2018-05-14T09:01+07:00') };
  assert.equal(isRefusal(await makeDelegation(later, staff.leader, { ...asked(), ...place, standInId: deputy.officerId })), false);
});

test('who signs in is known with those for whom he acts today', async () => {
  await makeDelegation(house, specialist, asked());
  const made = (await makeSignIns(house, () => {})).find(({ name }) => name === colleague.name);
  assert.ok(made);
  const visit = { cookie: '', address: '127.0.0.1', browser: 'a browser' };
  const cookies = await signIn(house, visit, { name: made.username, password: made.password });
  assert.ok(!isRefusal(cookies));
  const officer = await recogniseOfficer(house, { ...visit, cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') });
  assert.partialDeepStrictEqual(officer?.standsInFor, [{ officerId: specialist.officerId, role: 'specialist' }]);
});

async function isRefusedToEnd(officer: Officer, delegationId: string): Promise<boolean> {
  return isRefusal(await endDelegation(house, officer, delegationId));
}

/** The officer as he is known when he comes at this moment. */
async function now(officer: Officer, at = house.now()): Promise<Officer> {
  const delegations = await listDelegations(
    house.db,
    officer.assignments.map(({ unitId }) => unitId),
    at,
  );
  return { ...officer, standsInFor: standsInFor(officer.officerId, delegations, at) };
}

/** A dossier that the specialist has. */
async function taken(): Promise<string> {
  const { code } = await submitLending(house);
  const command = () => ({ code, commandId: crypto.randomUUID() });
  const answers = [
    await receiveDossier(house, staff.receiver, { ...command(), request: receipt }),
    await handOnDossier(house, staff.receiver, { ...command(), request: { note: '', toOfficerId: null } }),
    await takeDossier(house, specialist, { ...command(), request: {} }),
  ];
  for (const answer of answers) assert.ok(answer && !isRefusal(answer));
  return code;
}
