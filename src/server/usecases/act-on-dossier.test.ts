import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Officer } from '#domain/access/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { replay } from '#domain/dossier/evolve.ts';
import type { Facts } from '#domain/dossier/facts.ts';
import { firstBroken } from '#domain/dossier/history.ts';
import { secretOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import { openDb } from '#server/store/db.ts';
import { loadDossier, loadHistory } from '#server/store/dossiers.ts';
import { type OrdinaryAct, ordinary, wholeWay } from '#tests/given.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { actOnDossier, type Decide } from './act-on-dossier.ts';
import { byHolder, byOfficer } from './by.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { receiveDossier } from './receive-dossier.ts';
import { remindOfDue } from './remind-of-due.ts';
import { requestWithdrawal } from './request-withdrawal.ts';
import { takeDossier } from './take-dossier.ts';

let house: HouseForTests;
let decidedOn: Dossier['state'][];
beforeEach(async () => {
  house = await houseForTests();
  decidedOn = [];
  await keepLendingWorld(house);
});
afterEach(() => house.close());

test('an application that is sent twice at the same moment is one dossier with one code', async () => {
  const commandId = crypto.randomUUID();
  const answers = await Promise.all([submitLending(house, commandId), submitLending(house, commandId)]);
  assert.deepEqual(answers[0], answers[1]);
  assert.equal(answers[0]?.code, '000.00.centre.H22-180514-0001');
  assert.equal((await submitLending(house)).code.slice(0, 24), '000.00.centre.H22-180514');
});

test('the same command sent twice has one effect and one answer; with another request it is refused', async () => {
  const { code } = await submitLending(house);
  const command = { code, commandId: crypto.randomUUID(), request: receipt };
  const first = await receiveDossier(house, staff.receiver, command);
  assert.deepEqual(first, { code, version: 2 });
  assert.deepEqual(await receiveDossier(house, staff.receiver, command), first);
  assert.deepEqual(await receiveDossier(house, staff.receiver, { ...command, request: { ...receipt, note: 'khác' } }), {
    refused: 'command-reused',
  });
  assert.equal((await events(code)).length, 2);
});

test('two officers at once: one is served, the other decided again on what is there now, and told', async () => {
  const { code } = await submitLending(house);
  await receiveDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: receipt });
  await handOnDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: { note: '', toOfficerId: null } });

  const take: Decide<object> = (dossier, request, facts) => {
    decidedOn.push(dossier.state);
    return ordinary.take(dossier, { ...facts, ...request });
  };
  const command = () => ({ code, commandId: crypto.randomUUID(), request: {} });
  let second: ReturnType<typeof actOnDossier> | undefined;
  await house.db.transaction().execute(async (tx) => {
    await takeDossier({ ...house, db: tx }, staff.colleague, command());
    second = actOnDossier(house, byOfficer(staff.specialist, 'take dossier'), command(), take);
    await untilSomebodyQueues();
  });

  assert.deepEqual(await second, { refused: 'taken-by-colleague' });
  assert.deepEqual(decidedOn, ['in progress']);
  assert.equal((await events(code)).length, 4);
});

test('who acts on a form that shows an older version is told that the dossier moved; the same command sent again is not', async () => {
  const { code } = await submitLending(house);
  const seen = { code, commandId: crypto.randomUUID(), request: receipt, seenVersion: 1 };
  const first = await receiveDossier(house, staff.receiver, seen);
  assert.deepEqual(await receiveDossier(house, staff.receiver, seen), first);

  const handOn = { code, commandId: crypto.randomUUID(), request: { note: '', toOfficerId: null } };
  assert.deepEqual(await handOnDossier(house, staff.receiver, { ...handOn, seenVersion: 1 }), { refused: 'dossier-moved' });
  assert.deepEqual(await handOnDossier(house, staff.receiver, { ...handOn, seenVersion: 2 }), { code, version: 3 });
});

test('a form that was open while time warned of the dossier is decided on what is there now, as if nothing had come; what else came is told', async () => {
  const { code } = await submitLending(house);
  const command = () => ({ code, commandId: crypto.randomUUID() });
  await receiveDossier(house, staff.receiver, { ...command(), request: receipt });
  const later = (at: string) => ({ ...house, now: () => new Date(`${at}+07:00`) });
  assert.equal(await remindOfDue(later('2018-05-21T08:00')), 1);
  assert.equal(await remindOfDue(later('2018-05-22T08:00')), 1);
  const handOn = { ...command(), request: { note: '', toOfficerId: null } };
  // Another program remembers nothing of it.
  const other = { ...house, db: openDb(house.databaseUrl) };
  assert.deepEqual(await handOnDossier(other, staff.receiver, { ...handOn, seenVersion: 1 }), { refused: 'dossier-moved' });
  assert.deepEqual(await handOnDossier(other, staff.receiver, { ...handOn, seenVersion: 9 }), { refused: 'dossier-moved' });
  assert.deepEqual(await handOnDossier(other, staff.receiver, { ...handOn, seenVersion: 2 }), { code, version: 5 });
  assert.deepEqual(await handOnDossier(other, staff.receiver, { ...handOn, seenVersion: 2 }), { code, version: 5 });

  const take = await takeDossier(house, staff.specialist, { ...command(), request: {}, seenVersion: 4 });
  assert.deepEqual(take, { refused: 'dossier-moved' }, 'between lies a hand-over');
  await other.db.destroy();
});

test('whoever means a task that is done meanwhile does nothing to the next one', async () => {
  const { code } = await submitLending(house);
  const command = () => ({ code, commandId: crypto.randomUUID() });
  await receiveDossier(house, staff.receiver, { ...command(), request: receipt });
  const handOn = { ...command(), request: { note: '', toOfficerId: null }, taskNo: 1 };
  const first = await handOnDossier(house, staff.receiver, handOn);
  assert.deepEqual(await handOnDossier(house, staff.receiver, handOn), first);
  assert.deepEqual(await takeDossier(house, staff.specialist, { ...command(), request: {}, taskNo: 1 }), { refused: 'dossier-moved' });
  assert.deepEqual(await takeDossier(house, staff.specialist, { ...command(), request: {}, taskNo: 2 }), { code, version: 4 });
});

test('nobody acts on what is not his turn, and nothing is written', async () => {
  const { code } = await submitLending(house);
  const command = { code, commandId: crypto.randomUUID(), request: receipt };
  assert.deepEqual(await receiveDossier(house, staff.specialist, command), { refused: 'role-missing' });
  assert.deepEqual(await requestWithdrawal(house, { secret: 'AAAA-AAAA-AAAA' }, { ...command, request: { reason: '' } }), {
    refused: 'not-yours',
  });
  assert.equal(await receiveDossier(house, staff.receiver, { ...command, code: 'none' }), undefined);
  assert.equal((await events(code)).length, 1);
});

test('the holder of the secret withdraws his application before receipt, at once', async () => {
  const { code, dossierId } = await submitLending(house);
  const proof = { secret: secretOf(house.key, dossierId) };
  const command = { code, commandId: crypto.randomUUID(), request: { reason: 'Không cần nữa' } };
  assert.deepEqual(await requestWithdrawal(house, proof, command), { code, version: 3 });
});

test('whatever happens in whatever order, the stored row is what replaying its events gives, tasks and shares with it', async () => {
  const acts = fc.array(fc.constantFrom(...(Object.keys(ordinary) as OrdinaryAct[]), ...wholeWay), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(acts, async (tries) => {
      const { code, dossierId } = await submitLending(house);
      for (const name of tries) await tryOrdinary(code, dossierId, name);

      const loaded = await loadDossier(house.db, code, { commandId: crypto.randomUUID(), personId: staff.receiver.officerId });
      const history = await loadHistory(house.db, dossierId);
      assert.deepEqual(replay(history.map(({ event }) => event)), loaded?.dossier);
      assert.equal(firstBroken(history, loaded?.end.hash ?? ''), undefined);

      const open = await house.db.selectFrom('task').selectAll().where('dossier_id', '=', dossierId).where('done_at', 'is', null).execute();
      const { task } = loaded?.dossier ?? {};
      assert.deepEqual(
        open.map(({ no, step_no, officer_id }) => [no, step_no, officer_id]),
        task ? [[task.no, task.stepNo, task.officerId]] : [],
      );
      const shares = await house.db.selectFrom('share').selectAll().where('dossier_id', '=', dossierId).orderBy('no').execute();
      assert.deepEqual(
        shares.map(({ due_at, done_at, outcome }) => [due_at, done_at, outcome]),
        loaded?.dossier.shares.map(({ dueAt, doneAt, outcome }) => [dueAt, doneAt, outcome]),
      );
    }),
    { numRuns: 15 },
  );
});

test('the application can add to the history, neither change nor remove it', async () => {
  await submitLending(house);
  const denied = /permission denied for table dossier_event/;
  await assert.rejects(house.db.updateTable('dossier_event').set({ type: 'received' }).execute(), denied);
  await assert.rejects(house.db.deleteFrom('dossier_event').execute(), denied);
  await assert.rejects(sql`truncate dossier_event cascade`.execute(house.db), denied);
});

/** Tries one ordinary act by whoever's turn it is; a refusal is an answer too. */
async function tryOrdinary(code: string, dossierId: string, name: OrdinaryAct): Promise<void> {
  const loaded = await loadDossier(house.db, code, { commandId: crypto.randomUUID(), personId: staff.receiver.officerId });
  const { task } = loaded?.dossier ?? {};
  const decide: Decide<object> = (dossier: Dossier, _request: object, facts: Facts) => ordinary[name](dossier, facts);
  const turn = Object.values<Officer>(staff).find(({ officerId, assignments }) =>
    task?.officerId ? officerId === task.officerId : assignments.some(({ unitId, role }) => unitId === task?.unitId && role === task.role),
  );
  const by =
    turn && !['give supplement', 'ask withdrawal'].includes(name)
      ? { personId: turn.officerId, actorFor: () => ({ personId: turn.officerId, agencyId: 'centre', role: 'specialist' as const }) }
      : byHolder(house, { secret: secretOf(house.key, dossierId) });
  const answer = await actOnDossier(house, by, { code, commandId: crypto.randomUUID(), request: { name } }, decide);
  if (!isRefusal(answer)) assert.ok(answer);
}

async function events(code: string) {
  const loaded = await loadDossier(house.db, code, { commandId: crypto.randomUUID(), personId: staff.receiver.officerId });
  return loadHistory(house.db, loaded?.dossierId ?? '');
}

/** Until a second session waits for the row that the first has not yet let go. */
async function untilSomebodyQueues(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(house.db);
    if (rows[0]?.n) return;
  }
}
