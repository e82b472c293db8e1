import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { jobsOf } from '#server/jobs/reactions.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, lendingAnswers, staff, submitLending } from '#tests/lending-world.ts';
import { readMessage } from './read-message.ts';
import { readOutbox } from './read-outbox.ts';
import { relayOutbox } from './relay-outbox.ts';
import { repeatJob } from './repeat-job.ts';
import { tellCitizen } from './tell-citizen.ts';

const administrator: Officer = {
  officerId: '018f0000-0000-7000-8000-0000000000aa',
  name: 'Đặng Văn Phúc',
  assignments: [{ agencyId: 'city', unitId: 'city professional', role: 'administrator' }],
};

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
afterEach(() => house.close());

test('the outbox is read page by page, the newest first, each message once', async () => {
  const told: string[] = [];
  for (let i = 0; i < 7; i++) {
    // Three of one moment, so that the moment alone is no place.
    const then = { ...house, now: () => new Date(house.now().getTime() + Math.floor(i / 3) * 60_000) };
    const { code } = await submitLending(then);
    await tellCitizen(then, code, 1);
    told.push(code);
  }

  const read: string[] = [];
  let after: Parameters<typeof readOutbox>[3] = null;
  for (let pages = 1; ; pages++) {
    const page = await outbox(null, after, 3);
    read.push(...page.lines.map(({ code }) => code));
    after = page.next;
    if (after) continue;
    assert.equal(pages, 3);
    break;
  }
  assert.deepEqual(read.toSorted(), told.toSorted());
  assert.equal(read[0], told[6]);
});

test('the list can be narrowed to a state, and shows addresses in part', async () => {
  await tellCitizen(house, (await submitLending(house)).code, 1);
  await tellCitizen(house, (await submitLending(house, crypto.randomUUID(), { ...lendingAnswers, 'applicant-email': '' })).code, 1);
  const kept = await outbox('kept', null);
  assert.partialDeepStrictEqual(kept.lines, [{ recipient: 'd***@example.org', state: 'kept', mayResend: true }]);
  assert.deepEqual([kept.counts.get('kept'), kept.counts.get('no address'), kept.counts.get('sent')], [1, 1, undefined]);
});

test('what a message says is opened by itself, and that it was read is recorded', async () => {
  const { code, dossierId } = await submitLending(house);
  await tellCitizen(house, code, 1);
  const message = await readMessage(house, administrator, { dossierId, version: 1 });
  assert.partialDeepStrictEqual(message, { code, kind: 'submitted', recipient: 'dinh@example.org' });
  const readings = await house.db.selectFrom('read_log').select(['what', 'officer_id']).execute();
  assert.deepEqual(readings, [{ what: 'message 1', officer_id: administrator.officerId }]);
});

test('a job that nobody tries any more is listed first, with why, and can be repeated', async () => {
  const { code } = await submitLending(house);
  await relayOutbox(house, jobsOf);
  assert.deepEqual((await outbox(null, null)).failedJobs, []);
  await sql`
    update graphile_worker._private_jobs j
       set attempts = case when t.identifier = 'tell citizen' then max_attempts else 1 end, last_error = 'no such host'
      from graphile_worker._private_tasks t
     where t.id = j.task_id`.execute(house.db);

  const [dead, trying] = (await outbox(null, null)).failedJobs;
  assert.partialDeepStrictEqual(dead, { task: 'tell citizen', code, version: 1, lastError: 'no such host', nextAt: null });
  assert.ok(trying?.nextAt);

  await repeatJob(house, administrator, dead?.jobId ?? '');
  assert.ok((await outbox(null, null)).failedJobs.every(({ nextAt }) => nextAt));
});

test('the outbox is for administrators alone', async () => {
  assert.deepEqual(await readOutbox(house, staff.receiver, null, null), { refused: 'role-missing' });
  assert.deepEqual(await readMessage(house, staff.receiver, { dossierId: crypto.randomUUID(), version: 1 }), { refused: 'role-missing' });
  assert.deepEqual(await repeatJob(house, staff.receiver, '1'), { refused: 'role-missing' });
});

async function outbox(...[state, after, limit]: [Parameters<typeof readOutbox>[2], Parameters<typeof readOutbox>[3], number?]) {
  const answer = await readOutbox(house, administrator, state, after, limit);
  assert.ok(!isRefusal(answer));
  return answer;
}
