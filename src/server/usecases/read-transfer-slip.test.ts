import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, test } from 'node:test';
import { isRefusal } from '#domain/refusal.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { readPdf } from '#tests/read-pdf.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { readTransferSlip } from './read-transfer-slip.ts';
import { receiveDossier } from './receive-dossier.ts';
import { takeBackDossier } from './take-back-dossier.ts';
import { takeDossier } from './take-dossier.ts';

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
afterEach(() => house.close());

test('a hand-over that was taken back is no line of the slip: the step before goes on', async () => {
  const { code } = await submitLending(house);
  const command = <Request>(request: Request) => ({ code, commandId: crypto.randomUUID(), request });
  await receiveDossier(house, staff.receiver, command(receipt));
  await handOnDossier(house, staff.receiver, command({ note: 'chuyển lần đầu', toOfficerId: null }));
  await takeBackDossier(house, staff.receiver, command({ reason: 'Chuyển nhầm' }));
  await handOnDossier(house, staff.receiver, command({ note: 'chuyển lần sau', toOfficerId: null }));

  const slip = await readTransferSlip(house, staff.receiver, code);
  assert.ok(slip && !isRefusal(slip));
  const { text } = await readPdf(await buffer(slip.content));
  assert.ok(text.includes('chuyển lần sau') && !text.includes('chuyển lần đầu'));
});

test('the slip names each who had the dossier, from when to when; before receipt there is none', async () => {
  const { code } = await submitLending(house);
  const command = <Request>(request: Request) => ({ code, commandId: crypto.randomUUID(), request });
  assert.equal(await readTransferSlip(house, staff.receiver, code), undefined);

  await receiveDossier(house, staff.receiver, command(receipt));
  const later = { ...house, now: () => new Date('2018-05-14T10:15+07:00') };
  await handOnDossier(later, staff.receiver, command({ note: 'đủ giấy tờ', toOfficerId: null }));
  await takeDossier(later, staff.colleague, command({}));

  const slip = await readTransferSlip(later, staff.colleague, code);
  assert.ok(slip && !isRefusal(slip));
  const { text } = await readPdf(await buffer(slip.content));
  for (const said of [code, 'Sùng Thị Dính', 'Mã Thị Duyên', 'Vi Ngọc Sơn', '10:15 ngày 14/5/2018', 'đủ giấy tờ', 'Trước hạn']) {
    assert.ok(text.includes(said), said);
  }
  assert.ok(isRefusal(await readTransferSlip(later, { ...staff.colleague, assignments: [] }, code)));
});
