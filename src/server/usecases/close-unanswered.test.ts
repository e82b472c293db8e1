import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { tokenOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import { timetable } from '#server/jobs/timetable.ts';
import { loadHistory } from '#server/store/dossiers.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, staff, submitLending } from '#tests/lending-world.ts';
import { closeUnanswered } from './close-unanswered.ts';
import { giveSupplement } from './give-supplement.ts';
import { issuing } from './issuing.ts';
import { readPaper } from './read-paper.ts';
import { requestSupplement } from './request-supplement.ts';
import { tellCitizen } from './tell-citizen.ts';

const late = new Date('2018-06-20T08:00+07:00');

let house: HouseForTests;
let then: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  then = { ...house, now: () => late };
  await keepLendingWorld(house);
});
afterEach(() => house.close());

test('each dossier that nobody completed is closed once, whoever runs and however often', async () => {
  const all = [await asked(), await asked(), await asked()];
  assert.equal(await closeUnanswered(house), 0);
  const closed = await Promise.all([closeUnanswered(then), closeUnanswered({ ...then }), closeUnanswered(then)]);
  assert.equal(
    closed.reduce((sum, some) => sum + some, 0),
    all.length,
  );
  assert.equal(await closeUnanswered(then), 0);
  for (const { dossierId } of all) {
    const last = (await loadHistory(house.db, dossierId)).map(({ event, by }) => [event.type, by.role]).at(-1);
    assert.deepEqual(last, ['closed unanswered', 'system']);
    assert.equal((await loadHistory(house.db, dossierId)).length, 4);
  }
});

test('what is answered in the same moment is not closed', async () => {
  const { code, dossierId } = await asked();
  let closing: ReturnType<typeof closeUnanswered> | undefined;
  await house.db.transaction().execute(async (tx) => {
    const given = { files: [], fileNames: [], note: 'Đã ký ở quầy' };
    const command = { code, commandId: crypto.randomUUID(), request: given };
    const answer = await giveSupplement({ ...then, db: tx }, { token: tokenOf(house.key, dossierId) }, command);
    assert.equal(isRefusal(answer), false);
    closing = closeUnanswered(then);
    await untilSomebodyQueues();
  });
  assert.equal(await closing, 0);
  assert.equal((await loadHistory(house.db, dossierId)).at(-1)?.event.type, 'supplement given');
});

test('the applicant gets a notice and a message; the notice names who had asked', async () => {
  const { code, dossierId } = await asked();
  await timetable['close unanswered']?.act(then);
  const version = (await loadHistory(house.db, dossierId)).length;
  assert.ok(await issuing['stop-notice'](then, code, version));
  const paper = await readPaper(then, staff.receiver, { code, version, kind: 'stop-notice' });
  assert.ok(paper && !isRefusal(paper));
  await tellCitizen(then, code, version);
  const { subject, body } = await house.db.selectFrom('message').selectAll().where('version', '=', version).executeTakeFirstOrThrow();
  assert.match(subject, /^Dừng giải quyết: hồ sơ /);
  assert.match(body, /hồ sơ dừng giải quyết từ 08 giờ 00 phút, thứ Tư ngày 20\/6\/2018/);
});

async function asked() {
  const { code, dossierId } = await submitLending(house);
  const request = {
    gaps: [{ component: 'Đơn mượn nhạc cụ', why: 'thiếu chữ ký' }],
    explanation: '',
    answerDueAt: new Date('2018-05-18T17:30+07:00'),
    headReason: '',
  };
  assert.equal(isRefusal(await requestSupplement(house, staff.receiver, { code, commandId: crypto.randomUUID(), request })), false);
  return { code, dossierId };
}

/** Until a second session waits for the row that the first has not yet let go. */
async function untilSomebodyQueues(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(house.db);
    if (rows[0]?.n) return;
  }
}
