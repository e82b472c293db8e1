import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { smtpMail } from '#server/gateways/mail/smtp-mail.ts';
import type { House } from '#server/house.ts';
import { takeMessage } from '#server/store/messages.ts';
import { receiveDossier } from '#server/usecases/receive-dossier.ts';
import { relayOutbox } from '#server/usecases/relay-outbox.ts';
import { takeDossier } from '#server/usecases/take-dossier.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { type MailServer, startMailServer } from '#tests/mail-server.ts';
import { jobsOf, reactions } from './reactions.ts';
import { type Jobs, startJobs } from './start.ts';

let own: HouseForTests;
let house: House;
let server: MailServer;
let jobs: Jobs | undefined;
beforeEach(async () => {
  own = await houseForTests();
  server = await startMailServer();
  house = { ...own, mail: smtpMail(server.url, 'motcua@localhost') };
  await keepLendingWorld(house);
});
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await server.stop();
  await own.close();
});

test('what is submitted is told by mail, and the receipt follows the act of receiving', async () => {
  jobs = await startJobs(house);
  const { code } = await submitLending(house);
  jobs.wake();
  await until(() => server.letters.length === 1);
  assert.equal(server.letters[0]?.to, 'dinh@example.org');
  assert.match(server.letters[0]?.text ?? '', new RegExp(`Hồ sơ ${code}: Cho mượn nhạc cụ`));

  await receive(code);
  jobs.wake();
  await until(() => server.letters.length === 2);
  assert.match(server.letters[1]?.text ?? '', /Hẹn trả kết quả lúc 17 giờ 30 phút, thứ Hai ngày 21\/5\/2018/);
  await until(async () => (await count('paper')) === 2);
  assert.equal(await count('outbox'), 0);
});

test('what another process appended is seen within a second or two', async () => {
  jobs = await startJobs(house);
  await submitLending(house);
  await until(() => server.letters.length === 1);
});

test('a relay that dies in the middle has handed nothing over and lost nothing', async () => {
  await submitLending(house);
  const dying = relayOutbox(house, (event) => {
    jobsOf(event);
    throw new Error('killed');
  });
  await assert.rejects(dying, /killed/);
  assert.deepEqual([await count('outbox'), await waiting()], [1, []]);

  assert.equal(await relayOutbox(house, jobsOf), 1);
  assert.deepEqual([await count('outbox'), await waiting()], [0, ['issue submission', 'tell citizen']]);
});

test('relays that work at the same time hand each event over once', async () => {
  const all = await Promise.all(Array.from({ length: 12 }, () => submitLending(house)));
  const relayed = await Promise.all([1, 2, 3, 4].map(() => relayOutbox(house, jobsOf)));
  assert.equal(
    relayed.reduce((sum, some) => sum + some, 0),
    all.length,
  );
  assert.equal((await waiting()).length, 2 * all.length);
});

test('what concerns nobody outside owes nothing', async () => {
  const { code } = await submitLending(house);
  await relayOutbox(house, jobsOf);
  const before = await waiting();
  await takeDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: {} });
  assert.equal(await relayOutbox(house, jobsOf), 0);
  assert.deepEqual(await waiting(), before);
});

test('a job that runs twice, at once or later, has one effect', async () => {
  const { code } = await submitLending(house);
  await receive(code);
  const twice = Object.values(reactions).flatMap((react) =>
    [1, 2].flatMap((version) => [react(house, code, version), react(house, code, version)]),
  );
  await Promise.all(twice);
  for (const react of Object.values(reactions)) await react(house, code, 2);

  assert.deepEqual([await count('paper'), await count('message')], [2, 2]);
  assert.equal(server.letters.length, 2);
  assert.equal(new Set(server.letters.map(({ messageId }) => messageId)).size, 2);
});

test('jobs that a killed worker left locked are done by the next one that starts', async () => {
  await submitLending(house);
  await relayOutbox(house, jobsOf);
  await sql`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'killed', attempts = 1`.execute(house.db);
  jobs = await startJobs(house);
  await until(() => server.letters.length === 1);
  await until(async () => (await count('paper')) === 1);
});

test('a worker that was killed in the talk with the mail server: nobody sends the letter again by itself', async () => {
  const { code, dossierId } = await submitLending(house);
  await reactions['tell citizen']?.({ ...house, mail: { deliver: () => Promise.reject(new Error('killed')) } }, code, 1).catch(() => {});
  assert.equal(await takeMessage(house.db, { dossierId, version: 1 }, ['waiting'], house.now()), undefined);

  jobs = await startJobs(house);
  await until(async () => (await waiting()).length === 0 && (await count('outbox')) === 0);
  assert.deepEqual(server.letters, []);
});

test('workers that cannot write down how a job ended begin again when the database is there', async () => {
  let isShut = false;
  const deliver = async (...letter: Parameters<House['mail']['deliver']>) => {
    if (isShut) return house.mail.deliver(...letter);
    isShut = true;
    await shut(true);
    throw new Error('the mail server does not answer either');
  };
  jobs = await startJobs({ ...house, mail: { deliver } });
  await submitLending(house);
  await until(() => isShut);
  await setTimeout(500);

  await shut(false);
  await submitLending(house);
  await until(() => server.letters.length === 1);
});

test('nor do they wait for ever when two jobs end so, and a third one is still at work', async () => {
  const waits = [0, 200, 2000];
  let begun = 0;
  let ended = 0;
  let shutting: Promise<void> | undefined;
  const deliver = async (...letter: Parameters<House['mail']['deliver']>) => {
    const wait = waits[begun++];
    if (wait === undefined) return house.mail.deliver(...letter);
    await until(() => begun >= waits.length);
    shutting ??= shut(true);
    await shutting;
    await setTimeout(wait);
    ended++;
    if (wait === waits.at(-1)) return house.mail.deliver(...letter);
    throw new Error('the mail server does not answer either');
  };
  await Promise.all(waits.map(() => submitLending(house)));
  jobs = await startJobs({ ...house, mail: { deliver } });
  await until(() => ended === 2);
  await setTimeout(500);

  await shut(false);
  await submitLending(house);
  await until(() => server.letters.length === 2);
});

/** Whether the database takes connections; those that are there are cut. */
async function shut(isShut: boolean): Promise<void> {
  const name = own.databaseUrl.split('/').at(-1);
  const admin = new pg.Client(`${process.env.TEST_PG_ADMIN}/postgres`);
  await admin.connect();
  try {
    await admin.query(`alter database ${name} allow_connections ${!isShut}`);
    if (isShut) await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name]);
  } finally {
    await admin.end();
  }
}

function receive(code: string) {
  return receiveDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: receipt });
}

/** Names of the jobs that are not done. */
async function waiting(): Promise<string[]> {
  const { rows } = await sql<{ task: string }>`
    select task_identifier as task from graphile_worker.jobs where key is not null order by task_identifier`.execute(house.db);
  return rows.map(({ task }) => task);
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 400; left > 0; left--) {
    if (await holds()) return;
    await setTimeout(25);
  }
  assert.fail('it did not come to be');
}

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(house.db);
  return rows[0]?.n ?? -1;
}
