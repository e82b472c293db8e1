import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { tokenOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { declineReceipt } from './decline-receipt.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { readDossier } from './read-dossier.ts';
import { readWorkList } from './read-work-list.ts';
import { receiveDossier } from './receive-dossier.ts';
import { refuseDossier } from './refuse-dossier.ts';
import { reopenDossier } from './reopen-dossier.ts';
import { returnResult } from './return-result.ts';
import { tellCitizen } from './tell-citizen.ts';
import { trackDossier } from './track-dossier.ts';

const reasons = { reasons: ['Nhạc cụ đang sửa'], ground: '' };
const reopening = { toStepNo: 2, reason: 'Nhạc cụ đã sửa xong trước ngày từ chối' };

let house: HouseForTests;
let code: string;
let dossierId: string;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
  ({ code, dossierId } = await submitLending(house));
});
afterEach(() => house.close());

test('a refusal that was wrong is opened again by the head: it is on the list of who refused it, and the applicant reads why', async () => {
  await receiveDossier(house, staff.receiver, command(receipt));
  await handOnDossier(house, staff.receiver, command({ note: '', toOfficerId: null }));
  await refuseDossier(house, staff.specialist, command(reasons));
  assert.deepEqual(await reopenDossier(house, staff.head, command(reopening)), { refused: 'wrong-state', facts: { state: 'refused' } });
  await returnResult(house, staff.receiver, command({ recipient: 'Sùng Thị Dính', how: 'counter' as const }));

  assert.deepEqual(await reopenDossier(house, staff.specialist, command(reopening)), { refused: 'role-missing' });
  const offered = await readDossier(house, staff.head, code);
  assert.ok(offered && !isRefusal(offered));
  assert.deepEqual(offered.openActs, ['reopen dossier']);
  assert.deepEqual(
    offered.stepsToReopen.map(({ no, officerName }) => [no, officerName]),
    [[2, staff.specialist.name]],
  );

  const answer = await reopenDossier(house, staff.head, command(reopening));
  assert.ok(answer && !isRefusal(answer));
  const list = await readWorkList(house, staff.specialist, { view: 'mine', procedureId: null, state: null, after: null });
  assert.deepEqual(!isRefusal(list) && list.lines.map((line) => [line.code, line.state]), [[code, 'in progress']]);
  const view = await trackDossier(house, code, { token: tokenOf(house.key, dossierId) });
  assert.partialDeepStrictEqual(view, { dossier: { state: 'in progress', refused: false }, refusal: null });
  await tellCitizen(house, code, answer.version);
  const { body } = await house.db.selectFrom('message').select('body').where('version', '=', answer.version).executeTakeFirstOrThrow();
  assert.ok(body.includes(reopening.reason) && body.includes('Hẹn trả kết quả lúc 17 giờ 30 phút, thứ Hai ngày 21/5/2018'), body);
});

test('what was not accepted by mistake waits again to be received; only a head of the agency that received it may', async () => {
  await declineReceipt(house, staff.receiver, command(reasons));
  const first = { ...reopening, toStepNo: 1 };
  assert.deepEqual(await reopenDossier(house, staff.head, command(first)), { refused: 'not-yours' });
  const centreHead = { ...staff.head, assignments: [{ agencyId: 'centre', unitId: 'centre one-stop', role: 'director' as const }] };
  assert.equal(isRefusal(await reopenDossier(house, centreHead, command(first))), false);
  assert.equal(isRefusal(await receiveDossier(house, staff.receiver, command(receipt))), false);
});

function command<Request>(request: Request) {
  return { code, commandId: crypto.randomUUID(), request };
}
