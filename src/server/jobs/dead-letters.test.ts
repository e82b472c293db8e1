import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { loadHistory } from '#server/store/dossiers.ts';
import { ensureProcedureVersions } from '#server/store/procedures.ts';
import { handOnDossier } from '#server/usecases/hand-on-dossier.ts';
import { readOutbox } from '#server/usecases/read-outbox.ts';
import { readReminders } from '#server/usecases/read-reminders.ts';
import { receiveDossier } from '#server/usecases/receive-dossier.ts';
import { forgetReference } from '#server/usecases/reference.ts';
import { repeatJob } from '#server/usecases/repeat-job.ts';
import { drawnVersion, drawnWay } from '#tests/drawn-version.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { type Jobs, startJobs } from './start.ts';

const administrator: Officer = {
  officerId: '018f0000-0000-7000-8000-0000000000aa',
  name: 'Đặng Văn Phúc',
  assignments: [{ agencyId: 'city', unitId: 'city professional', role: 'administrator' }],
};

let house: HouseForTests;
let now = new Date('2018-05-14T09:00+07:00');
let jobs: Jobs | undefined;
let letters = 0;
let isMailDown = false;
const mail = {
  deliver: async () => {
    if (isMailDown) return { ended: 'not sent', why: 'the mail server does not answer', lasting: false } as const;
    letters++;
    return { ended: 'sent' } as const;
  },
};
beforeEach(async () => {
  now = new Date('2018-05-14T09:00+07:00');
  letters = 0;
  isMailDown = false;
  house = { ...(await houseForTests()), now: () => now, mail };
  await keepLendingWorld(house);
  const way = drawnWay(['S:start > receive > T:timer > appraise > sign > number > return > E:end']);
  await ensureProcedureVersions(house.db, [drawnVersion(way, 2)]);
  forgetReference(house);
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await house.close();
});

for (const [task, version, at, type] of [
  ['remind of due', 1, '2018-05-22T08:00', 'lateness reported'],
  ['fire timers', 2, '2018-05-16T08:00', 'timer fired'],
] as const) {
  test(`the job “${task}” that fails for ever is where the administrator sees it, names its dossier, and is done when he repeats it`, async () => {
    const { code, dossierId } = await handedOn(version);
    const other = await handedOn(version);
    now = new Date(`${at}+07:00`);
    await house.behindItsBack(refusing(dossierId));
    jobs = await startJobs(house);
    await sql`select from graphile_worker.add_job(${task}, job_key := ${task}, max_attempts := 5)`.execute(house.db);

    const dead = await deadLetter(task);
    assert.ok(dead.lastError.includes(code) && dead.lastError.includes('it cannot be'), dead.lastError);
    assert.equal(await happened(dossierId, type), 0);
    assert.equal(await happened(other.dossierId, type), 1, 'one that fails holds up no other');

    await house.behindItsBack('drop trigger refusing on dossier_event');
    assert.equal(await repeatJob(house, administrator, dead.jobId), undefined);
    await until(async () => (await happened(dossierId, type)) === 1 && (await failed()).length === 0);
    assert.equal(await happened(other.dossierId, type), 1);
  });
}

test('a letter that cannot be sent, and a reminder that cannot be written, likewise: each is done once when it is repeated', async () => {
  isMailDown = true;
  const { code, dossierId } = await handedOn(1);
  now = new Date('2018-05-21T08:00+07:00');
  await house.behindItsBack('revoke insert on reminder from motcua_app');
  jobs = await startJobs(house);
  await sql`select from graphile_worker.add_job('remind of due', job_key := 'remind of due')`.execute(house.db);

  const letter = await deadLetter('tell citizen');
  const reminder = await deadLetter('remind officers');
  assert.partialDeepStrictEqual(
    [letter, reminder],
    [
      { code, lastError: 'the mail server does not answer' },
      { code, lastError: 'permission denied for table reminder' },
    ],
  );
  assert.equal(await happened(dossierId, 'due time warned'), 1);

  isMailDown = false;
  await house.behindItsBack('grant insert on reminder to motcua_app');
  for (const { jobId, task } of await failed()) {
    assert.ok(task === 'tell citizen' || task === 'remind officers', task);
    await repeatJob(house, administrator, jobId);
  }
  await until(async () => (await failed()).length === 0);
  assert.equal(letters, 2, 'of what was submitted, and of what was received');
  assert.equal((await readReminders(house, staff.specialist, null)).lines.length, 1);
});

/** A dossier that is handed on from the counter. */
async function handedOn(version: number) {
  const made = await submitLending(house, undefined, undefined, version);
  const command = () => ({ code: made.code, commandId: crypto.randomUUID() });
  for (const answer of [
    await receiveDossier(house, staff.receiver, { ...command(), request: receipt }),
    await handOnDossier(house, staff.receiver, { ...command(), request: { note: '', toOfficerId: null } }),
  ])
    assert.ok(answer && !isRefusal(answer), JSON.stringify(answer));
  return made;
}

/** The database takes no more events of one dossier. */
function refusing(dossierId: string): string {
  return `
    create function refuse_event() returns trigger language plpgsql as $$ begin raise 'it cannot be'; end $$;
    create trigger refusing before insert on dossier_event for each row when (new.dossier_id = '${dossierId}') execute function refuse_event()`;
}

async function failed() {
  const answer = await readOutbox(house, administrator, null, null);
  assert.ok(!isRefusal(answer));
  return answer.failedJobs;
}

/** Waits until it has failed by itself, lets the time pass that lies between tries, and waits until nobody tries it any more. */
async function deadLetter(task: string) {
  const found = async () => (await failed()).find((job) => job.task === task);
  let last = await found();
  await until(async () => (await found()) !== undefined);
  await until(async () => {
    await sql`
      update graphile_worker._private_jobs set run_at = now(), attempts = greatest(attempts, max_attempts - 1)
       where locked_at is null and attempts < max_attempts and last_error is not null`.execute(house.db);
    last = await found();
    return last?.nextAt === null;
  });
  return last ?? assert.fail();
}

async function happened(dossierId: string, type: string): Promise<number> {
  return (await loadHistory(house.db, dossierId)).filter(({ event }) => event.type === type).length;
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let left = 400; left > 0; left--) {
    if (await holds()) return;
    await setTimeout(50);
  }
  assert.fail('it did not come to be');
}
