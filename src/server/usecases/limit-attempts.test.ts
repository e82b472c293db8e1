import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { type Attempt, attemptLimits } from '#domain/access/attempt.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { underTryLimit } from './limit-attempts.ts';

let house: HouseForTests;
before(async () => {
  house = await houseForTests();
});
after(() => house.close());

const { of, address } = attemptLimits['tracking secret'];
const refused = { refused: 'too-many-tries', facts: { minutes: of.minutes } };
let codes = 0;
let addresses = 0;
const someCode = () => `000.00.22.H22-180514-${codes++}`;
const someAddress = () => `10.1.${addresses++}.1`;
const attempt = (more: Partial<Attempt> = {}): Attempt => ({ at: 'tracking secret', of: someCode(), address: someAddress(), ...more });

const right = () => Promise.resolve('the dossier');
const wrong = () => Promise.resolve(undefined);

test('one code is tried so often and no oftener, from wherever; the right secret is refused then too', async () => {
  const code = someCode();
  for (let no = 0; no < of.tries; no++) assert.equal(await underTryLimit(house, attempt({ of: code }), wrong), undefined);
  assert.deepEqual(await underTryLimit(house, attempt({ of: code }), right), refused);
  assert.equal(await underTryLimit(house, attempt(), right), 'the dossier');
});

test('a code is free for feedback when it is locked for tracking: each secret is counted alone', async () => {
  const code = someCode();
  for (let no = 0; no < of.tries; no++) await underTryLimit(house, attempt({ of: code }), wrong);
  assert.equal(await underTryLimit(house, attempt({ of: code, at: 'feedback secret' }), right), 'the dossier');
});

test('one address tries so many codes and no more, though it knows one of them', async () => {
  const from = someAddress();
  for (let no = 0; no < address.tries; no++) {
    await underTryLimit(house, attempt({ address: from }), wrong);
    if (no % 10 === 0) assert.equal(await underTryLimit(house, attempt({ address: from }), right), 'the dossier');
  }
  assert.deepEqual(await underTryLimit(house, attempt({ address: from }), right), refused);
});

test('who knows the secret is never locked out by knocking often', async () => {
  const mine = attempt();
  for (let no = 0; no < address.tries + 5; no++) assert.equal(await underTryLimit(house, mine, right), 'the dossier');
});

test('tries that come at once are counted one by one', async () => {
  const mine = attempt();
  let opened = 0;
  await Promise.all([...Array(of.tries * 3)].map(() => underTryLimit(house, mine, async () => void opened++)));
  assert.equal(opened, of.tries);
});

test('a lock ends at its time, and what is past is forgotten by the way', async () => {
  const mine = attempt();
  for (let no = 0; no <= of.tries; no++) await underTryLimit(house, mine, wrong);
  await sql`update attempt set free_at = free_at - make_interval(mins => ${of.minutes})`.execute(house.db);
  assert.equal(await underTryLimit(house, mine, right), 'the dossier');
  for (let no = 0; no < 40; no++) await underTryLimit(house, mine, right);
  const { rows } = await sql<{ past: number }>`select count(*)::int as past from attempt where free_at <= now()`.execute(house.db);
  assert.equal(rows[0]?.past, 0);
});

test('neither codes nor addresses stand in the table', async () => {
  const mine = attempt({ of: 'a\0 strange \ud800 code' });
  await underTryLimit(house, mine, wrong);
  const { rows } = await sql<{ key: string }>`select key from attempt`.execute(house.db);
  assert.ok(rows.length > 0 && rows.every(({ key }) => /^[0-9a-f]{64}$/.test(key)));
});
