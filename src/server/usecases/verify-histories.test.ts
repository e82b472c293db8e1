import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { citizen } from '#domain/access/actor.ts';
import { asDay } from '#domain/calendar/day.ts';
import { record } from '#domain/dossier/history.ts';
import { listClosings } from '#server/store/day-closings.ts';
import { loadHistory } from '#server/store/dossiers.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { closeDays } from './close-days.ts';
import { receiveDossier } from './receive-dossier.ts';
import { verifyHistories } from './verify-histories.ts';

let house: HouseForTests;
before(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
after(() => house.close());

const monday = asDay('2018-05-14');

/** The same house on another day, at nine. */
function on(day: string) {
  return { ...house, now: () => new Date(`${day}T09:00+07:00`) };
}

async function found(...checked: Parameters<typeof verifyHistories> extends [unknown, ...infer Rest] ? Partial<Rest> : never) {
  return (await verifyHistories(house, checked[0] ?? 'all'))?.discoveries;
}

/** A dossier that was submitted on Monday and received on Tuesday. */
async function received() {
  const submitted = await submitLending(house);
  await receiveDossier(on('2018-05-15'), staff.receiver, { code: submitted.code, commandId: crypto.randomUUID(), request: receipt });
  return submitted;
}

/** Does something behind the back, tells what is found, of all and of this dossier, and undoes it. */
async function foundAfter(code: string, change: string, undo: string) {
  await house.behindItsBack(change);
  const answers = { all: await found(), own: await found({ code }), day: await found({ day: monday }) };
  await house.behindItsBack(undo);
  assert.deepEqual(await found(), [], 'undone');
  return answers;
}

test('days are closed once they are over, in order, and once; what was written since is in a later one', async () => {
  const first = await submitLending(house);
  assert.equal(await closeDays(house), 0, 'today is not over');
  assert.equal(
    await closeDays({ ...house, now: () => new Date('2018-05-15T00:09+07:00') }),
    0,
    'what began before midnight may still be written',
  );
  assert.deepEqual(await Promise.all([closeDays(on('2018-05-15')), closeDays(on('2018-05-15'))]).then((n) => n.toSorted()), [0, 1]);
  assert.equal(await closeDays(on('2018-05-20')), 0, 'a day without an event has no closing');

  await receiveDossier(on('2018-05-15'), staff.receiver, { code: first.code, commandId: crypto.randomUUID(), request: receipt });
  assert.equal(await closeDays(on('2018-05-16')), 1);
  assert.deepEqual(
    (await listClosings(house.db, undefined, 10)).map(({ day, size }) => [day, size]),
    [
      ['2018-05-15', 1],
      ['2018-05-14', 1],
    ],
  );
  assert.deepEqual(await verifyHistories(house, 'all'), { events: 2, dossiers: 1, wiped: 0, days: 2, discoveries: [] });
  assert.equal(await verifyHistories(house, { code: 'none' }), undefined);
});

test('an altered, removed, added or moved event is found, with its place, and nothing else', async () => {
  const own = await houseForTests();
  const before = house;
  house = own;
  await keepLendingWorld(own);
  const [{ code, dossierId }] = [await received(), await received()];
  await house.behindItsBack(`delete from outbox`);
  await house.behindItsBack(`create table kept as select * from dossier_event`);
  const restore = `delete from dossier_event where dossier_id = '${dossierId}'; insert into dossier_event select * from kept where dossier_id = '${dossierId}'`;
  const event = (version: number) => `dossier_id = '${dossierId}' and version = ${version}`;

  const altered = await foundAfter(code, `update dossier_event set at = at + interval '1 microsecond' where ${event(1)}`, restore);
  assert.deepEqual(altered.all, [{ kind: 'altered', code, version: 1 }]);
  assert.deepEqual(altered.own, altered.all);
  assert.deepEqual(altered.day, altered.all);

  const removed = await foundAfter(code, `delete from dossier_event where ${event(1)}`, restore);
  assert.deepEqual(removed.all, [{ kind: 'removed', code, version: 1 }]);
  const cutOff = await foundAfter(code, `delete from dossier_event where ${event(2)}`, restore);
  assert.deepEqual(cutOff.all, [{ kind: 'removed', code, version: 2 }]);
  const emptied = await foundAfter(code, `delete from dossier_event where dossier_id = '${dossierId}'`, restore);
  assert.deepEqual(emptied.all, [{ kind: 'removed', code, version: 1 }]);
  assert.deepEqual(emptied.own, emptied.all);
  const said = await foundAfter(code, `update dossier_event set sealed = sealed || '{"x": 1}' where ${event(2)}`, restore);
  assert.deepEqual([said.all, said.own], [[{ kind: 'altered', code, version: 2 }], [{ kind: 'altered', code, version: 2 }]]);
  await house.behindItsBack(`update dossier_event set sealed = null where ${event(1)}`);
  assert.partialDeepStrictEqual(await verifyHistories(house, { code }), { events: 2, wiped: 1, discoveries: [] });
  await house.behindItsBack(restore);

  const moved = await foundAfter(
    code,
    `update dossier_event set version = 9 where ${event(1)}; update dossier_event set version = 1 where ${event(2)}; update dossier_event set version = 2 where ${event(9)}`,
    restore,
  );
  assert.deepEqual(moved.all, [{ kind: 'altered', code, version: 1 }]);

  const history = await loadHistory(own.db, dossierId);
  const last = history.at(-1);
  assert.ok(last);
  const [more] = record(last, [{ ...last.event }], { dossierId, by: citizen, commandId: last.commandId, request: {}, newSalt: () => '00' });
  const added = await foundAfter(
    code,
    `insert into dossier_event select dossier_id, 3, command_id, type, at, by_person, for_agency, in_role, data, sealed, sealed_digest, '${more?.hash}' from dossier_event where ${event(2)}`,
    restore,
  );
  assert.equal(added.all?.length, 1);
  assert.equal(added.all?.[0] && 'version' in added.all[0] ? added.all[0].version : 0, 3);
  house = before;
  await own.close();
});

test('what an owner of the database writes anew so that it fits together is found by the day that was closed', async () => {
  const own = await houseForTests();
  const before = house;
  house = own;
  await keepLendingWorld(own);
  const { code, dossierId } = await received();
  const other = await received();
  assert.equal(await closeDays(on('2018-05-16')), 2);
  const [first] = await loadHistory(own.db, dossierId);
  assert.ok(first);

  // The history is cut off, and the row with it: its chain holds.
  await own.behindItsBack(`delete from outbox`);
  await own.behindItsBack(`delete from dossier_event where dossier_id = '${dossierId}' and version = 2`);
  await own.behindItsBack(`update dossier set version = 1, last_hash = '${first.hash}' where dossier_id = '${dossierId}'`);
  const gone = await found();
  assert.deepEqual(
    gone?.map((one) => [one.kind, 'day' in one && one.day]),
    [['gone', '2018-05-15']],
  );

  // A whole dossier that was never there, or was written anew, on a day that is closed.
  const late = await submitLending(own);
  assert.deepEqual(await found({ day: monday }), [{ kind: 'not closed', day: monday, code: late.code, version: 1 }]);
  assert.deepEqual(await found({ code: late.code }), [{ kind: 'not closed', day: monday, code: late.code, version: 1 }]);
  assert.deepEqual(await found({ code: other.code }), []);

  // And the closing itself.
  await own.behindItsBack(`update day_closing set root = hash where day = '2018-05-14'`);
  assert.deepEqual(
    (await found())?.filter(({ kind }) => kind === 'closing altered'),
    [{ kind: 'closing altered', day: monday }],
  );
  assert.equal(
    (await found({ code }))?.some(({ kind }) => kind === 'closing altered'),
    true,
  );
  house = before;
  await own.close();
});
