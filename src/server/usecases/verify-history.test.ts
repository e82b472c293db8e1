import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { citizen } from '#domain/access/actor.ts';
import { record } from '#domain/dossier/history.ts';
import { tokenOf } from '#domain/dossier/secret.ts';
import { loadHistory } from '#server/store/dossiers.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { receiveDossier } from './receive-dossier.ts';
import { readPrintedHead, verifyHistory } from './verify-history.ts';

let house: HouseForTests;
before(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
after(() => house.close());

test('a paper that was printed at receipt holds, also after more has happened', async () => {
  const { verdict } = await received();
  assert.deepEqual(await verdict(), {
    finding: 'holds',
    brokenAt: null,
    types: ['submitted', 'received', 'handed on'],
  });
});

test('one event altered behind the application’s back is found, with its place', async () => {
  const { dossierId, verdict } = await received();
  await house.behindItsBack(`update dossier_event set data = data || '{"feeVnd": 500000}' where dossier_id = $1 and version = 2`, [
    dossierId,
  ]);
  assert.deepEqual(await verdict(), { finding: 'broken', brokenAt: [2, 'received'], types: ['submitted', 'received', 'handed on'] });
});

test('words that were sealed cannot be altered either', async () => {
  const { dossierId, verdict } = await received();
  await house.behindItsBack(
    `update dossier_event set sealed = jsonb_set(sealed, '{words,applicant,name}', '"Khác"') where dossier_id = $1 and version = 1`,
    [dossierId],
  );
  assert.deepEqual((await verdict()).brokenAt, [1, 'submitted']);
});

test('whatever is done to a row, the page says where, and never breaks itself', async () => {
  for (const change of [
    "type = 'handed over'",
    "at = at + interval '1 minute'",
    "hash = 'nothing'",
    "for_agency = 'nobody'",
    "in_role = 'king'",
    'data = \'{"task": null}\'',
    "data = 'null'",
    "by_person = '018f0000-0000-7000-8000-000000000009'",
    "sealed = '{}'",
    "sealed_digest = ''",
  ]) {
    const { dossierId, verdict } = await received();
    await house.behindItsBack(`update dossier_event set ${change} where dossier_id = $1 and version = 2`, [dossierId]);
    const { finding, brokenAt } = await verdict();
    assert.deepEqual([finding, brokenAt?.[0]], ['broken', 2], change);
  }
});

test('an event that was removed is missed: in the middle at its place, at the end by the dossier’s row and the paper', async () => {
  const middle = await received();
  await house.behindItsBack('delete from outbox where dossier_id = $1', [middle.dossierId]);
  await house.behindItsBack('delete from dossier_event where dossier_id = $1 and version = 2', [middle.dossierId]);
  assert.deepEqual((await middle.verdict()).brokenAt, [2, 'handed on']);

  const end = await received();
  await house.behindItsBack('delete from outbox where dossier_id = $1', [end.dossierId]);
  await house.behindItsBack('delete from dossier_event where dossier_id = $1 and version >= 2', [end.dossierId]);
  assert.deepEqual((await end.verdict()).brokenAt, [2, null]);
  const [first] = await loadHistory(house.db, end.dossierId);
  await house.behindItsBack('update dossier set last_hash = $2, version = 1 where dossier_id = $1', [end.dossierId, first?.hash]);
  assert.equal((await end.verdict()).finding, 'cut off');
});

test('a chain that somebody wrote anew from the altered event on fits together, but not with the paper', async () => {
  const { dossierId, verdict } = await received();
  const history = await loadHistory(house.db, dossierId);
  const altered = history.map(({ event }) => (event.type === 'received' ? { ...event, feeVnd: 500_000 } : event));
  const forged = record(undefined, altered, {
    dossierId,
    by: citizen,
    commandId: history[0]?.commandId ?? '',
    request: {},
    newSalt: () => '00',
  });
  for (const { version, hash, sealedDigest, seal, event } of forged) {
    const sealed = { ...seal, words: 'sealed' in event ? event.sealed : null };
    await house.behindItsBack(
      `update dossier_event set hash = $3, sealed_digest = $4, sealed = $5, by_person = $6, for_agency = '', in_role = 'citizen', command_id = $7,
              data = case when version = 2 then data || '{"feeVnd": 500000}' else data end
        where dossier_id = $1 and version = $2`,
      [dossierId, version, hash, sealedDigest, JSON.stringify(sealed), citizen.personId, history[0]?.commandId],
    );
  }
  await house.behindItsBack('update dossier set last_hash = $2 where dossier_id = $1', [dossierId, forged.at(-1)?.hash]);
  assert.deepEqual(await verdict(), { finding: 'rewritten', brokenAt: null, types: ['submitted', 'received', 'handed on'] });
});

test('who has no paper of the dossier sees nothing of it', async () => {
  const { code, head } = await received();
  assert.equal(await verifyHistory(house, code, '0'.repeat(32), head), undefined);
  assert.equal(await verifyHistory(house, 'none', '0'.repeat(32), head), undefined);
  assert.equal(await verifyHistory(house, 'a\0', '0'.repeat(32), head), undefined);
});

test('nothing personal is in the verdict', async () => {
  const { code, dossierId, head } = await received();
  const verdict = await verifyHistory(house, code, tokenOf(house.key, dossierId), head);
  assert.doesNotMatch(JSON.stringify(verdict), /Sùng|Dính|Mã Thị|dinh@|don\.jpg/);
});

test('a printed head is a number and 64 hexadecimal digits', () => {
  const hash = 'ab'.repeat(32);
  assert.deepEqual(readPrintedHead(`12.${hash}`), { version: 12, hash });
  for (const text of ['', '12', `0.${hash}`, `1.${hash}0`, `1.${hash.toUpperCase()}`, `1e3.${hash}`, `-1.${hash}`]) {
    assert.equal(readPrintedHead(text), undefined, text);
  }
});

/** A dossier that was received and handed on, and its receipt's head. */
async function received() {
  const { code, dossierId } = await submitLending(house);
  await receiveDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: receipt });
  const paper = (await loadHistory(house.db, dossierId)).findLast(({ event }) => event.type === 'received');
  const head = { version: paper?.version ?? 0, hash: paper?.hash ?? '' };
  await handOnDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: { note: '', toOfficerId: null } });
  const verdict = async () => {
    const said = await verifyHistory(house, code, tokenOf(house.key, dossierId), head);
    assert.ok(said);
    const { finding, brokenAt, events } = said;
    return { finding, brokenAt: brokenAt && [brokenAt.version, brokenAt.event?.type ?? null], types: events.map(({ type }) => type) };
  };
  return { code, dossierId, head, verdict };
}
