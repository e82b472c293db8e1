import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, test } from 'node:test';
import { sql } from 'kysely';
import { asDay } from '#domain/calendar/day.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { replay } from '#domain/dossier/evolve.ts';
import { type End, firstBroken } from '#domain/dossier/history.ts';
import { owed } from '#domain/dossier/owed.ts';
import { tokenOf } from '#domain/dossier/secret.ts';
import type { Simulated, Wanted } from '#domain/simulation/simulate.ts';
import { appendDossierEvents, ensureCodeOfCommand, loadDossier, loadHistory } from '#server/store/dossiers.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, lendingAnswers, lendingWords, submitLending } from '#tests/lending-world.ts';
import { closeDays } from './close-days.ts';
import { readOwnFile, readOwnResult } from './read-file.ts';
import { readOwnPaper } from './read-paper.ts';
import { findHindrance, type Invention, simulateDossiers } from './simulate-dossiers.ts';

const now = new Date('2018-05-14T09:00+07:00');
const wanted: Wanted = { dossiers: 120, seed: 'lending', span: { from: asDay('2018-02-01'), until: now } };

const invention: Invention = {
  answersOf: () => lendingAnswers,
  words: lendingWords,
  exhibits: [],
  weightOf: () => 1,
  paymentShareOf: () => 0.1,
  isDrawnUp: () => false,
  page: readFileSync('data/demo/sample-paper.pdf'),
  calendarAgencyId: 'centre',
};

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests(now);
  await keepLendingWorld(house);
});
afterEach(() => house.close());

async function simulated(into: HouseForTests = house): Promise<Simulated[]> {
  const all: Simulated[] = [];
  await simulateDossiers(into, wanted, invention, (one) => all.push(one));
  return all;
}

/** Every row of a table, in order, without what is random. */
async function rowsIn({ db }: HouseForTests, table: string, but: readonly string[] = []): Promise<unknown[]> {
  const { rows } = await sql<{
    row: Record<string, unknown>;
  }>`select to_jsonb(t) #- '{sealed,salt}' as row from ${sql.table(table)} t order by t::text`.execute(db);
  const kept = rows.map(({ row }) => Object.fromEntries(Object.entries(row).filter(([name]) => !but.includes(name))));
  return kept.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

const written = ['dossier_code', 'dossier', 'dossier_search', 'dossier_event', 'task', 'share'] as const;

test('a simulated dossier is stored as if everybody had acted one after the other', async () => {
  const other = await houseForTests(now);
  try {
    await keepLendingWorld(other);
    for (const { dossierId, acts, labels } of await simulated()) {
      let [dossier, end]: [Dossier | null, End | undefined] = [null, undefined];
      const [first] = acts;
      const [born] = first?.events ?? [];
      if (!first || born?.type !== 'submitted') throw new Error('It was not submitted');
      await ensureCodeOfCommand(other.db, first.commandId, { code: born.code, dossierId });
      for (const { events, ...act } of acts) {
        const appended = await appendDossierEvents(other.db, { dossierId, dossier, end }, events, act, labels);
        [dossier, end] = [appended?.dossier ?? null, appended?.end];
      }
    }
    const byChance = ['last_hash', 'hash', 'sealed_digest'];
    for (const table of written) assert.deepEqual(await rowsIn(house, table, byChance), await rowsIn(other, table, byChance), table);
    assert.ok((await rowsIn(other, 'outbox')).length > 0);
    assert.deepEqual(await rowsIn(house, 'outbox'), []);
  } finally {
    await other.close();
  }
});

test('its history leads to its row, and the chain holds', async () => {
  const all = await simulated();
  assert.equal(all.length, wanted.dossiers);
  for (const { dossierId, dossier } of all) {
    const history = await loadHistory(house.db, dossierId);
    const loaded = await loadDossier(house.db, dossier.code, { commandId: crypto.randomUUID(), personId: crypto.randomUUID() });
    assert.deepEqual(replay(history.map(({ event }) => event)), dossier);
    assert.deepEqual(loaded?.dossier, dossier);
    assert.equal(firstBroken(history, loaded?.end.hash ?? ''), undefined);
    assert.ok(dossier.demo);
  }
});

test('the same seed gives the same codes, events and hashes; another gives others', async () => {
  const other = await houseForTests(now);
  const third = await houseForTests(now);
  try {
    for (const one of [other, third]) await keepLendingWorld(one);
    await simulated();
    await simulated(other);
    for (const table of written) assert.deepEqual(await rowsIn(house, table), await rowsIn(other, table), table);
    await simulateDossiers(third, { ...wanted, seed: 'another' }, invention);
    assert.notDeepEqual(await rowsIn(house, 'dossier'), await rowsIn(third, 'dossier'));
  } finally {
    await other.close();
    await third.close();
  }
});

test('many detours are taken, and an officer does one thing at a time, while he is at work', async () => {
  const all: Simulated[] = [];
  await simulateDossiers(house, { ...wanted, dossiers: 1500 }, invention, (one) => all.push(one));
  const happened = new Set(all.flatMap(({ acts }) => acts.flatMap(({ events }) => events.map(({ type }) => type))));
  const detours = ['supplement given', 'sent back', 'refused', 'not accepted', 'withdrawn', 'apology given', 'returned'] as const;
  for (const type of detours) assert.ok(happened.has(type), type);

  const spans = Map.groupBy(all.flatMap(workOf), ({ officerId }) => officerId);
  for (const own of spans.values()) {
    const inOrder = own.toSorted((one, next) => one.from - next.from || one.to - next.to);
    inOrder.forEach(({ from }, no) => {
      const before = inOrder[no - 1];
      assert.ok(!before || from >= before.to, `${new Date(from).toISOString()}: still at work`);
    });
  }
});

/** From the moment an officer takes a task to his last act in it without a pause for anybody else. */
function workOf({ acts }: Simulated): { officerId: string; from: number; to: number }[] {
  const events = acts.flatMap(({ by, events }) => events.map((event) => ({ by: by.personId, type: event.type, at: event.at.getTime() })));
  return events.flatMap(({ by, type, at }, no) => {
    if (type !== 'taken') return [];
    const next = events[no + 1];
    return next?.by === by ? [{ officerId: by, from: at, to: next.at }] : [];
  });
}

test('broken off and begun again, it goes on: what is there stays, what is missing is written', async () => {
  await assert.rejects(
    simulateDossiers(house, { ...wanted, dossiers: 600 }, invention, (_, done) => {
      if (done === 520) throw new Error('pulled the plug');
    }),
    /plug/,
  );
  const before = await rowsIn(house, 'dossier');
  assert.ok(before.length > 0 && before.length < 520);

  assert.equal(await simulateDossiers(house, { ...wanted, dossiers: 600 }, invention), 600 - before.length);
  const codes = (await rowsIn(house, 'dossier')).map((row) => (row as { code: string }).code);
  assert.equal(new Set(codes).size, 600);
  assert.equal(await simulateDossiers(house, { ...wanted, dossiers: 600 }, invention), 0);
});

test('what its page names can be opened: papers are made then, and one page stands for what was handed in and for the result', async () => {
  const returned = (await simulated())
    .filter(({ dossier }) => dossier.state === 'returned' && !dossier.refused && dossier.channel === 'online')
    .slice(0, 2);
  assert.equal(returned.length, 2);
  for (const { dossierId, dossier, acts } of returned) {
    const proof = { token: tokenOf(house.key, dossierId) };
    const owes = acts.flatMap(({ events }) => events.map(({ type }) => owed[type].paper));
    for (const [no, kind] of owes.entries()) {
      if (kind) assert.ok(await readOwnPaper(house, proof, { code: dossier.code, version: no + 1, kind }), kind);
    }
    const files = acts.flatMap(({ events }) => events.flatMap((event) => (event.type === 'submitted' ? event.files : [])));
    for (const { digest } of files) assert.ok(await readOwnFile(house, proof, dossier.code, { digest, no: 1 }));
    assert.ok(files.length > 0 && (await readOwnResult(house, proof, dossier.code)));
  }
});

test('one rating without words, alone in what is written at once, is written', async () => {
  const wordless = { ...invention, words: { ...lendingWords, goodComments: [''], poorComments: [''] } };
  let ratings: unknown[] = [];
  for (let no = 0; ratings.length === 0 && no < 40; no++) {
    await simulateDossiers(house, { ...wanted, dossiers: 1, seed: `alone ${no}` }, wordless);
    ratings = await rowsIn(house, 'rating');
  }
  assert.deepEqual(
    ratings.map((row) => (row as { comment: string }).comment),
    [''],
  );
});

test('numbers go on after it where it has left them', async () => {
  const all = await simulated();
  const today = all.filter(({ dossier }) => dossier.submittedAt >= new Date('2018-05-14T00:00+07:00')).length;
  assert.match((await submitLending(house)).code, new RegExp(`-180514-${String(today + 1).padStart(4, '0')}$`));
});

test('it is hindered by dossiers that were not made for a demonstration, and by days that are closed', async () => {
  assert.equal(await findHindrance(house, wanted), undefined);
  await simulated();
  assert.equal(await findHindrance(house, wanted), undefined);
  await closeDays(house);
  assert.equal(await findHindrance(house, wanted), 'closed days');
  await submitLending(house);
  assert.equal(await findHindrance(house, wanted), 'real dossiers');
});
