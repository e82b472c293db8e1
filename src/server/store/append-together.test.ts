import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { receiveDossier } from '#server/usecases/receive-dossier.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
afterEach(() => house.close());

test('acts that come while others are on their way are written down together, and each is answered by itself', async () => {
  const codes = await submitMany(40);
  const answers = await Promise.all(codes.map((code) => receive(code)));
  assert.deepEqual(
    answers,
    codes.map((code) => ({ code, version: 2 })),
  );
  assert.equal(await countReceived(), 40);
  assert.ok((await countCommits()) <= 4, 'forty acts are no more than four commits');
});

test('an act that the database cannot take fails alone', async () => {
  const codes = await submitMany(5);
  const answers = await Promise.allSettled(codes.map((code, i) => receive(code, i === 2 ? 'no command' : undefined)));
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled'],
  );
  assert.equal(await countReceived(), 4);
});

test('of two acts on one dossier that are sent together one is decided anew on what the other did', async () => {
  const [code = ''] = await submitMany(1);
  const answers = await Promise.all([receive(code), receive(code)]);
  assert.deepEqual(answers.map((answer) => answer && 'refused' in answer && answer.refused).sort(), [false, 'wrong-state']);
  assert.equal(await countReceived(), 1);
});

async function submitMany(count: number): Promise<string[]> {
  const submitted = await Promise.all(Array.from({ length: count }, () => submitLending(house)));
  return submitted.map(({ code }) => code);
}

function receive(code: string, commandId: string = crypto.randomUUID()) {
  return receiveDossier(house, staff.receiver, { code, commandId, request: receipt });
}

async function countReceived(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from dossier_event where type = 'received'`.execute(house.db);
  return rows[0]?.n ?? -1;
}

async function countCommits(): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct xmin::text)::int as n from dossier_event where type = 'received'`.execute(
    house.db,
  );
  return rows[0]?.n ?? -1;
}
