import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { jobsOf, reactions } from '#server/jobs/reactions.ts';
import { timetable } from '#server/jobs/timetable.ts';
import { openDb } from '#server/store/db.ts';
import { loadHistory } from '#server/store/dossiers.ts';
import { ensureProcedureVersions } from '#server/store/procedures.ts';
import { drawnVersion, drawnWay } from '#tests/drawn-version.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { apologise } from './apologise.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { readDossier } from './read-dossier.ts';
import { readReminders } from './read-reminders.ts';
import { readWorkList } from './read-work-list.ts';
import { receiveDossier } from './receive-dossier.ts';
import { forgetReference } from './reference.ts';
import { relayOutbox } from './relay-outbox.ts';
import { remindOfDue } from './remind-of-due.ts';
import { takeDossier } from './take-dossier.ts';

/** Owed on Monday 21 May at 17:30. */
const near = new Date('2018-05-21T08:00+07:00');
const over = new Date('2018-05-22T08:00+07:00');

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
afterEach(() => house.close());

const on = (now: Date): HouseForTests => ({ ...house, now: () => now });

test('of each time one is warned once and it is reported once, however many programs look at once and however often', async () => {
  const all = [await taken(), await taken(), await taken(), await handedOn()];
  assert.equal(await remindOfDue(house), 0);
  const others = [openDb(house.databaseUrl), openDb(house.databaseUrl)];
  for (const [now, type, told] of [
    [near, 'due time warned', [staff.specialist.officerId]],
    [over, 'lateness reported', [staff.head.officerId]],
  ] as const) {
    const done = await Promise.all([on(now), ...others.map((db) => ({ ...on(now), db }))].map(remindOfDue));
    assert.equal(
      done.reduce((sum, some) => sum + some, 0),
      all.length,
    );
    assert.equal(await remindOfDue(on(now)), 0);
    for (const { dossierId } of all.slice(0, 3)) {
      const said = (await events(dossierId)).filter((event) => event.type === type);
      assert.equal(said.length, 1);
      assert.partialDeepStrictEqual(said[0], { type, dueAt: new Date('2018-05-21T17:30+07:00'), told });
    }
  }
  await Promise.all(others.map((db) => db.destroy()));
});

test('killed in the middle, the next run tells of those that are left, and of no one twice', async () => {
  const all = [await taken(), await taken(), await taken()];
  const told = async () => {
    const histories = await Promise.all(all.map(({ dossierId }) => events(dossierId)));
    return histories.flat().filter(({ type }) => type === 'due time warned').length;
  };
  // Killed ever later, until somebody was told before.
  for (let left = 1; (await told()) === 0; left++) await assert.rejects(remindOfDue(dyingAfter(left)));
  const toldOf = await told();
  assert.ok(toldOf > 0 && toldOf < all.length, `${toldOf}`);

  assert.equal(await remindOfDue(on(near)), all.length - toldOf);
  for (const { dossierId } of all) {
    assert.equal((await events(dossierId)).filter(({ type }) => type === 'due time warned').length, 1);
  }
});

test('each officer who was told finds it among his reminders, once; his list and the dossier say so', async () => {
  const { code } = await handedOn();
  await timetable['remind of due']?.act(on(near));
  await react();
  await react();
  for (const officer of [staff.specialist, staff.colleague]) {
    const { lines } = await readReminders(on(near), officer, null);
    assert.deepEqual(
      lines.map((line) => [line.code, line.type, line.holds]),
      [[code, 'due time warned', true]],
    );
  }
  assert.deepEqual((await readReminders(on(near), staff.head, null)).lines, []);

  const list = await readWorkList(on(near), staff.colleague, { view: 'warned', procedureId: null, state: null, after: null });
  assert.ok(!isRefusal(list));
  assert.deepEqual([list.counts.warned, list.lines.map(({ warned }) => warned)], [1, ['near']]);
  const view = await readDossier(on(near), staff.head, code);
  assert.ok(view && !isRefusal(view));
  assert.deepEqual(view.lines.at(-1)?.notes, ['Lục Thị Hòa', 'Vi Ngọc Sơn']);
});

test('of several open tasks each is told of once, at the edge of its time; one that opens later is told of alone', async () => {
  const code = await onBothBranches();
  const minute = 60_000;
  const nearFrom = new Date('2018-05-18T17:30+07:00');
  const due = new Date('2018-05-21T17:30+07:00');
  const tell = async (now: Date) => {
    const told = await remindOfDue(on(now));
    const last = (await events(code.dossierId)).at(-1);
    return told === 0 ? null : last && 'taskNos' in last ? [last.type, last.taskNos, last.told] : last;
  };
  const { specialist, colleague, head } = staff;
  const officers = (...some: Officer[]) => some.map(({ officerId }) => officerId);

  assert.equal(await tell(new Date(nearFrom.getTime() - minute)), null);
  assert.deepEqual(await tell(nearFrom), ['due time warned', [2, 3], officers(specialist, colleague, head)]);
  assert.deepEqual(await marks(specialist, nearFrom), ['near']);
  await handOn(staff.head, code.code);
  assert.deepEqual(await marks(head, nearFrom), [null], 'nobody has said it of the task that opened since');
  assert.deepEqual(await tell(due), ['due time warned', [4], officers(head)]);
  assert.deepEqual(await marks(head, due), ['near']);
  assert.equal(await tell(due), null);
  assert.deepEqual(await tell(new Date(due.getTime() + 1)), ['lateness reported', [4, 2], officers(head)]);
  assert.equal(await tell(over), null);
});

test('after an apology what was said is void: the list does not show it, and one is warned of the new time', async () => {
  const { code } = await taken();
  await remindOfDue(on(near));
  await react();
  const request = { reason: 'Cán bộ ốm', promisedAt: new Date('2018-05-24T17:30+07:00') };
  const answer = await apologise(on(near), staff.head, { code, commandId: crypto.randomUUID(), request });
  assert.ok(answer && !isRefusal(answer));

  const shown = async (now: Date) => {
    const list = await readWorkList(on(now), staff.specialist, { view: 'warned', procedureId: null, state: null, after: null });
    return isRefusal(list) ? null : list.lines.length;
  };
  assert.equal(await shown(near), 0);
  assert.equal((await readReminders(on(near), staff.specialist, null)).lines[0]?.holds, false);
  assert.equal(await remindOfDue(on(over)), 0);
  assert.equal(await remindOfDue(on(new Date('2018-05-24T09:00+07:00'))), 1);
  assert.equal(await shown(new Date('2018-05-24T09:00+07:00')), 1);
});

test('what is due is found by the index of what is open by due time', async () => {
  await sql`set enable_seqscan = off`.execute(house.db);
  const { rows } = await sql<{ 'QUERY PLAN': string }>`
    explain select dossier_id from dossier d where d.state in ('received', 'in progress') and d.due_at <= ${near} order by d.due_at, d.dossier_id`.execute(
    house.db,
  );
  assert.match(rows.map((row) => row['QUERY PLAN']).join('\n'), /dossier_open_by_due/);
});

/** A program that is killed after so many looks at the clock. */
function dyingAfter(looks: number): HouseForTests {
  let left = looks;
  const now = () => {
    if (left-- <= 0) throw new Error('killed');
    return near;
  };
  return { ...house, now };
}

/** A dossier that waits in the specialists' common queue. */
async function handedOn() {
  const { code, dossierId } = await submitLending(house);
  await done(receiveDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: receipt }));
  await handOn(staff.receiver, code);
  return { code, dossierId };
}

/** The same, and the specialist has it. */
async function taken() {
  const made = await handedOn();
  await done(takeDossier(house, staff.specialist, { code: made.code, commandId: crypto.randomUUID(), request: {} }));
  return made;
}

/** A dossier that a specialist and a head have at the same time; after the head's step comes another one of his. */
async function onBothBranches() {
  const drawing = ['S:start > receive > P:and > appraise > J:and', 'P > check > check2 > J > sign > number > return > E:end'];
  await ensureProcedureVersions(house.db, [drawnVersion(drawnWay(drawing), 2)]);
  forgetReference(house);
  const made = await submitLending(house, undefined, undefined, 2);
  await done(receiveDossier(house, staff.receiver, { code: made.code, commandId: crypto.randomUUID(), request: receipt }));
  await handOn(staff.receiver, made.code);
  return made;
}

async function handOn(officer: Officer, code: string): Promise<void> {
  await done(handOnDossier(house, officer, { code, commandId: crypto.randomUUID(), request: { note: '', toOfficerId: null } }));
}

/** What his work list says of each line's time. */
async function marks(officer: Officer, now: Date) {
  const list = await readWorkList(on(now), officer, { view: 'all', procedureId: null, state: null, after: null });
  assert.ok(!isRefusal(list));
  return list.lines.map(({ warned }) => warned);
}

async function done(answer: Promise<unknown>): Promise<void> {
  const given = await answer;
  assert.ok(given && !isRefusal(given), JSON.stringify(given));
}

async function events(dossierId: string) {
  return (await loadHistory(house.db, dossierId)).map(({ event }) => event);
}

/** Does what events owe officers, twice. */
async function react(): Promise<void> {
  const owing: { code: string; version: number }[] = [];
  await relayOutbox(house, (event) => {
    const jobs = jobsOf(event).filter(({ task }) => task === 'remind officers');
    if (jobs.length > 0) owing.push(event);
    return [];
  });
  for (const { code, version } of [...owing, ...owing]) await reactions['remind officers']?.(house, code, version);
}
