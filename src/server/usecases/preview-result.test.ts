import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { isRefusal } from '#domain/refusal.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { readPdf } from '#tests/read-pdf.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { previewResult } from './preview-result.ts';
import { receiveDossier } from './receive-dossier.ts';

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
afterEach(() => house.close());

test('the specialist sees the result with his conclusion before he draws it up; nothing is kept of it', async () => {
  const { code } = await submitLending(house);
  const command = <Request>(request: Request) => ({ code, commandId: crypto.randomUUID(), request });
  await receiveDossier(house, staff.receiver, command(receipt));
  assert.deepEqual(await previewResult(house, staff.specialist, code, ''), { refused: 'not-yours' });
  await handOnDossier(house, staff.receiver, command({ note: '', toOfficerId: null }));

  const pdf = await previewResult(house, staff.specialist, code, 'Cho mượn một cây khèn');
  assert.ok(pdf && !isRefusal(pdf));
  const { text } = await readPdf(pdf);
  assert.ok(text.includes('Cho mượn một cây khèn') && text.includes('Sùng Thị Dính'), text);
  assert.equal((await house.db.selectFrom('file').select('digest').execute()).length, 0);
  const readings = await house.db.selectFrom('read_log').select('what').execute();
  assert.deepEqual(readings, [{ what: 'preview of the result' }]);
  assert.equal(await previewResult(house, staff.specialist, 'H22-000000-0000', ''), undefined);
});
