import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Officer } from '#domain/access/actor.ts';
import { asDay, type Day, instantOf } from '#domain/calendar/day.ts';
import { writeIcalendar } from '#domain/calendar/icalendar.ts';
import { replay } from '#domain/dossier/evolve.ts';
import { firstBroken } from '#domain/dossier/history.ts';
import { isRefusal } from '#domain/refusal.ts';
import { findDossierId, loadDossier, loadHistory } from '#server/store/dossiers.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { changeCalendar, importCalendar } from './change-calendar.ts';
import { exportCalendar, readCalendar } from './read-calendar.ts';
import { receiveDossier } from './receive-dossier.ts';
import { findMovedDossiers, recountDossiers } from './recount-dossiers.ts';
import { requestSupplement } from './request-supplement.ts';
import { tellCitizen } from './tell-citizen.ts';

const administrator: Officer = {
  officerId: '018f0000-0000-7000-8000-0000000000aa',
  name: 'Đặng Văn Phúc',
  assignments: [{ agencyId: 'city', unitId: 'city professional', role: 'administrator' }],
};
const festival = { day: asDay('2018-05-16'), kind: 'off' as const, name: 'Ngày hội', source: 'Quyết định 12/QĐ' };

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
afterEach(() => house.close());

test('a changed calendar moves nothing by itself; whom it touches is shown first, then each is recounted once and told', async () => {
  const codes = [await received(), await received(), await received()];
  await submitLending(house);
  assert.deepEqual(await found(), { count: 0, lines: [], next: null });

  await change(festival);
  assert.deepEqual(await duesOf(codes), [instantOf('2018-05-21T17:30'), instantOf('2018-05-21T17:30'), instantOf('2018-05-21T17:30')]);
  const first = await found(null, 2);
  assert.equal(first.count, 3);
  assert.deepEqual(
    first.lines.map(({ wasDueAt, dueAt }) => [wasDueAt, dueAt]),
    [1, 2].map(() => [instantOf('2018-05-21T17:30'), instantOf('2018-05-22T17:30')]),
  );
  const second = await found(first.next, 2);
  assert.deepEqual([...first.lines, ...second.lines].map(({ code }) => code).toSorted(), codes.toSorted());
  assert.equal(second.next, null);

  assert.deepEqual(await recountDossiers(house, administrator, 'Quyết định 12/QĐ'), { recounted: 3, left: 0 });
  assert.deepEqual(await recountDossiers(house, administrator, 'Quyết định 12/QĐ'), { recounted: 0, left: 0 });
  assert.deepEqual(await found(), { count: 0, lines: [], next: null });
  for (const code of codes) {
    const history = await historyOf(code);
    const [, , recounted, ...more] = history.map(({ event }) => event);
    assert.deepEqual(more, []);
    assert.ok(recounted?.type === 'due time recounted');
    assert.deepEqual([recounted.wasDueAt, recounted.dueAt], [instantOf('2018-05-21T17:30'), instantOf('2018-05-22T17:30')]);
    assert.deepEqual(recounted.sealed, { ground: 'Quyết định 12/QĐ' });
    assert.equal(history[2]?.by.role, 'administrator');
    const loaded = await loadDossier(house.db, code, { commandId: crypto.randomUUID(), personId: administrator.officerId });
    assert.ok(loaded);
    assert.equal(firstBroken(history, loaded.end.hash), undefined);
    assert.deepEqual(replay(history.map(({ event }) => event)), loaded.dossier);
  }
});

test('what a step and an agency have of the time is counted anew with it', async () => {
  const code = await received();
  const before = (await historyOf(code)).at(-1)?.event;
  await change({ ...festival, day: asDay('2018-05-14') });
  await recountDossiers(house, administrator, 'x');
  const after = (await historyOf(code)).at(-1)?.event;
  assert.ok(before?.type === 'received' && after?.type === 'due time recounted');
  assert.deepEqual(before.task?.plannedAt, instantOf('2018-05-14T15:39'));
  assert.deepEqual(after.task?.plannedAt, instantOf('2018-05-15T14:09'));
  assert.deepEqual(after.shares[0]?.dueAt, after.task?.plannedAt);
});

test('the applicant is told the old and the new moment', async () => {
  const code = await received();
  await change(festival);
  await recountDossiers(house, administrator, 'Quyết định 12/QĐ');
  await tellCitizen(house, code, 3);
  const { body } = await house.db.selectFrom('message').select('body').executeTakeFirstOrThrow();
  assert.match(body, /Quyết định 12\/QĐ/);
  assert.match(body, /17 giờ 30.*21.*17 giờ 30.*22|17:30.*21.*17:30.*22/s);
});

test('a dossier that waits, or that no changed day lies before, is not touched', async () => {
  const code = await received();
  const request = {
    gaps: [{ component: 'Đơn', why: 'thiếu' }],
    explanation: '',
    answerDueAt: instantOf('2018-05-30T10:00'),
    headReason: '',
  };
  const asked = await requestSupplement(house, staff.receiver, { code, commandId: crypto.randomUUID(), request });
  assert.ok(asked && !isRefusal(asked));
  await received();
  await change({ ...festival, day: asDay('2018-05-23') });
  assert.equal((await found()).count, 0);
  await change(festival);
  assert.equal((await found()).count, 1);
});

test('only an administrator changes the calendar and recounts, and never without saying by which decision', async () => {
  const { head } = staff;
  assert.deepEqual(await changeCalendar(house, head, { type: 'day set', day: festival }), { refused: 'role-missing' });
  assert.deepEqual(await importCalendar(house, head, ''), { refused: 'role-missing' });
  assert.deepEqual(await readCalendar(house, head, null), { refused: 'role-missing' });
  assert.deepEqual(await findMovedDossiers(house, head, null), { refused: 'role-missing' });
  assert.deepEqual(await recountDossiers(house, head, 'x'), { refused: 'role-missing' });
  assert.deepEqual(await recountDossiers(house, administrator, ''), { refused: 'reason-missing' });
});

test('a year to come is computed and provisional until it is decided; a day is set, changed and cleared', async () => {
  const year = (await read(2019)) ?? assert.fail();
  assert.deepEqual([year.stored, year.year.provisional, year.days.some(({ day }) => day === '2019-02-05')], [false, true, true]);
  assert.equal(await read(2030), undefined);

  await change({ ...festival, day: asDay('2019-01-05'), kind: 'work' });
  await changeCalendar(house, administrator, { type: 'day cleared', day: asDay('2019-09-02') });
  await changeCalendar(house, administrator, { type: 'year decided', year: 2019, provisional: false });
  const after = (await read(2019)) ?? assert.fail();
  assert.deepEqual([after.stored, after.year.provisional], [true, false]);
  const kinds = new Map<Day, string>(after.days.map(({ day, kind }) => [day, kind]));
  assert.deepEqual(
    ['2019-01-01', '2019-01-05', '2019-09-02'].map((day) => kinds.get(asDay(day))),
    ['off', 'work', undefined],
  );
});

test('a calendar goes out and comes in again; one with a hole is refused, and nothing of it is stored', async () => {
  await change(festival);
  const file = (await exportCalendar(house, 2018)) ?? assert.fail();
  await changeCalendar(house, administrator, { type: 'day cleared', day: festival.day });
  assert.deepEqual(await importCalendar(house, administrator, file), { changed: 1 });
  assert.deepEqual(await importCalendar(house, administrator, file), { changed: 0 });
  assert.deepEqual((await read(2018))?.days, [festival]);
  assert.equal(await exportCalendar(house, 2017), undefined);

  const far = writeIcalendar(
    { years: [{ year: 2020, provisional: false }], days: [{ ...festival, day: asDay('2020-01-01') }] },
    new Date(0),
  );
  assert.deepEqual(await importCalendar(house, administrator, far), { faults: [{ place: '2019', fault: 'year-missing' }] });
  assert.equal((await read(2020))?.stored, false);
});

async function received(): Promise<string> {
  const { code } = await submitLending(house);
  const answer = await receiveDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: receipt });
  assert.ok(answer && !isRefusal(answer));
  return code;
}

async function change(day: typeof festival | (Omit<typeof festival, 'kind'> & { kind: 'work' })): Promise<void> {
  const answer = await changeCalendar(house, administrator, { type: 'day set', day });
  assert.ok('changed' in answer, JSON.stringify(answer));
}

async function found(after: string | null = null, limit = 50) {
  const answer = await findMovedDossiers(house, administrator, after, limit);
  assert.ok(!isRefusal(answer));
  return answer;
}

async function read(year: number) {
  const answer = await readCalendar(house, administrator, year);
  assert.ok(!isRefusal(answer));
  return answer;
}

async function historyOf(code: string) {
  return loadHistory(house.db, (await findDossierId(house.db, code)) ?? '');
}

async function duesOf(codes: readonly string[]): Promise<(Date | null)[]> {
  const rows = await house.db.selectFrom('dossier').select(['due_at']).where('code', 'in', codes).execute();
  return rows.map(({ due_at }) => due_at);
}
