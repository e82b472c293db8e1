import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { isRefusal } from '#domain/refusal.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, lendingAnswers, staff, submitLending } from '#tests/lending-world.ts';
import { readDossier } from './read-dossier.ts';
import { revealPersonalData } from './reveal-personal-data.ts';

let house: HouseForTests;
let code: string;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
  code = (await submitLending(house, crypto.randomUUID(), { ...lendingAnswers, 'applicant-identity': '073 198 765 214' })).code;
});
afterEach(() => house.close());

test('a page shows numbers in part; the whole is asked for by name, and each asking is recorded', async () => {
  const view = await readDossier(house, staff.receiver, code);
  assert.ok(view && !isRefusal(view));
  assert.equal(view.applicant?.identityNumber, '073 ••• 214');
  assert.equal(view.applicant?.email, 'd***@example.org');
  assert.ok(!JSON.stringify(view).includes('198'));

  assert.deepEqual(await revealPersonalData(house, staff.receiver, code, 'identityNumber'), {
    what: 'identityNumber',
    value: '073198765214',
  });
  const readings = await house.db.selectFrom('read_log').select('what').orderBy('read_id').execute();
  assert.deepEqual(
    readings.map(({ what }) => what),
    ['dossier', 'identityNumber'],
  );
});

test('whose role may not ask gets nothing, and what there is not cannot be asked for', async () => {
  assert.deepEqual(await revealPersonalData(house, staff.clerk, code, 'identityNumber'), { refused: 'role-missing' });
  assert.equal(await revealPersonalData(house, staff.receiver, code, 'applicant-name'), undefined);
  assert.equal(await revealPersonalData(house, staff.receiver, code, 'toString'), undefined);
  assert.equal(await revealPersonalData(house, staff.receiver, code, 'phone'), undefined);
  assert.equal((await house.db.selectFrom('read_log').select('what').execute()).length, 0);
});
