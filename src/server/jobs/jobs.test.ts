import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { smtpMail } from '#server/gateways/mail/smtp-mail.ts';
import type { House } from '#server/house.ts';
import { receiveDossier } from '#server/usecases/receive-dossier.ts';
import { relayOutbox } from '#server/usecases/relay-outbox.ts';
import { tellCitizen } from '#server/usecases/tell-citizen.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { type MailServer, startMailServer } from '#tests/mail-server.ts';
import { startRelay } from './outbox.ts';
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

  await receiveDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: receipt });
  jobs.wake();
  await until(() => server.letters.length === 2);
  assert.match(server.letters[1]?.text ?? '', /Hẹn trả kết quả lúc 17 giờ 30 phút, thứ Hai ngày 21\/5\/2018/);
  await until(async () => (await count('paper')) === 2);
  assert.equal(await count('outbox'), 0);
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let left = 200; left > 0; left--) {
    if (await holds()) return;
    await setTimeout(25);
  }
  assert.fail('it did not come to be');
}

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.id(...table.split('.'))}`.execute(house.db);
  return rows[0]?.n ?? -1;
}
