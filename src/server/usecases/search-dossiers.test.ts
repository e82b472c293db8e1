import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { isRefusal } from '#domain/refusal.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, lendingAnswers, staff, submitLending } from '#tests/lending-world.ts';
import { searchDossiers } from './search-dossiers.ts';

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
afterEach(() => house.close());

const numbered = { ...lendingAnswers, 'applicant-identity': '073198765214', 'applicant-phone': '0912.345.932' };

test('a dossier is found by a part of name, code or number, without marks', async () => {
  const { code } = await submitLending(house, crypto.randomUUID(), numbered);
  await submitLending(house, crypto.randomUUID(), { ...lendingAnswers, 'applicant-name': 'Vàng Thị Mai' });
  for (const query of ['sung thi dinh', 'DÍNH', code, code.slice(-11), '073 198 765 214', '0912 345 932', '+84 912 345 932']) {
    assert.deepEqual(await codesFor(query), [code], query);
  }
  assert.equal((await codesFor('thi')).length, 2);
});

test('one letter, a sign of the pattern or what nobody has finds nothing', async () => {
  await submitLending(house);
  for (const query of ['', 's', '%', '__', 'không có ai']) assert.deepEqual(await codesFor(query), [], query);
});

test('who sees more than is shown is told so; other agencies’ officers find nothing', async () => {
  for (let i = 0; i < 3; i++) await submitLending(house);
  const found = await searchDossiers(house, staff.receiver, 'dinh', 2);
  assert.ok(!isRefusal(found) && found.more && found.lines.length === 2);
  assert.equal(found.lines[0]?.procedureName, 'Cho mượn nhạc cụ');

  const ward = { ...staff.receiver, assignments: [{ agencyId: 'music', unitId: 'music one-stop', role: 'receiving officer' as const }] };
  assert.deepEqual(await searchDossiers(house, ward, 'dinh'), { lines: [], more: false });
  assert.deepEqual(await searchDossiers(house, { ...ward, assignments: [] }, 'dinh'), { refused: 'role-missing' });
});

async function codesFor(query: string): Promise<string[]> {
  const found = await searchDossiers(house, staff.receiver, query);
  assert.ok(!isRefusal(found));
  return found.lines.map(({ code }) => code);
}
