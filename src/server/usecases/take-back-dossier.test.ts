import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { draftResult } from './draft-result.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { readDossier } from './read-dossier.ts';
import { readWorkList } from './read-work-list.ts';
import { receiveDossier } from './receive-dossier.ts';
import { takeBackDossier } from './take-back-dossier.ts';
import { takeDossier } from './take-dossier.ts';

let house: HouseForTests;
let code: string;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
  ({ code } = await submitLending(house));
  await receiveDossier(house, staff.receiver, command(receipt));
  await handOnDossier(house, staff.receiver, command({ note: '', toOfficerId: null }));
});
afterEach(() => house.close());

test('what was handed on by mistake is back on the list of who had it, and on no other', async () => {
  assert.deepEqual([await isListed(staff.receiver), await isListed(staff.specialist)], [false, true]);
  assert.ok(await isOffered(staff.receiver));
  assert.equal(isRefusal(await takeBackDossier(house, staff.receiver, command({ reason: 'Chuyển nhầm' }))), false);
  assert.deepEqual([await isListed(staff.receiver), await isListed(staff.specialist)], [true, false]);
  assert.equal(await isOffered(staff.receiver), false);
});

test('once it is taken it stays where it is, and nobody is offered to take it back', async () => {
  await takeDossier(house, staff.colleague, command({}));
  assert.equal(await isOffered(staff.receiver), false);
  assert.deepEqual(await takeBackDossier(house, staff.receiver, command({ reason: 'Chuyển nhầm' })), { refused: 'already-taken' });
});

test('the head takes back what an officer of his unit handed on; those it was handed to may not', async () => {
  assert.deepEqual(await takeBackDossier(house, staff.head, command({ reason: 'x' })), { refused: 'not-yours' });
  await takeDossier(house, staff.specialist, command({}));
  await draftResult(house, staff.specialist, command({ made: 'from the answers', conclusion: 'Cho mượn' }));
  await handOnDossier(house, staff.specialist, command({ note: '', toOfficerId: null }));
  assert.deepEqual(await takeBackDossier(house, staff.colleague, command({ reason: 'x' })), { refused: 'taken-by-colleague' });
  assert.equal(isRefusal(await takeBackDossier(house, staff.head, command({ reason: 'Còn thiếu chữ' }))), false);
  const view = await readDossier(house, staff.specialist, code);
  assert.ok(view && !isRefusal(view));
  assert.equal(view.holderName, staff.specialist.name);
  assert.partialDeepStrictEqual(view.lines.at(-1), { type: 'hand-over withdrawn', officerName: staff.head.name, notes: ['Còn thiếu chữ'] });
});

function command<Request>(request: Request) {
  return { code, commandId: crypto.randomUUID(), request };
}

async function isListed(officer: Officer): Promise<boolean> {
  const list = await readWorkList(house, officer, { view: 'all', procedureId: null, state: null, after: null });
  return !isRefusal(list) && list.lines.some((line) => line.code === code);
}

async function isOffered(officer: Officer): Promise<boolean> {
  const view = await readDossier(house, officer, code);
  return view !== undefined && !isRefusal(view) && view.openActs.includes('take back dossier');
}
