import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Officer } from '#domain/access/actor.ts';
import { tokenOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { askPayment } from './ask-payment.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { readDossier } from './read-dossier.ts';
import { readWorkList } from './read-work-list.ts';
import { receiveDossier } from './receive-dossier.ts';
import { recordPayment } from './record-payment.ts';
import { resumeDossier } from './resume-dossier.ts';
import { suspendDossier } from './suspend-dossier.ts';
import { takeDossier } from './take-dossier.ts';
import { tellCitizen } from './tell-citizen.ts';
import { trackDossier } from './track-dossier.ts';

const payment = { amountVnd: 1_250_000, setBy: 'Chi cục Thuế', ground: 'Thông báo số 7/TB-CCT', how: 'Kho bạc Nhà nước' };
const suspension = { ground: 'Luật Nhạc cụ, Điều 9', reason: 'Đang tranh chấp' };
const thursday = new Date('2018-05-17T09:00+07:00');

let house: HouseForTests;
let code: string;
let dossierId: string;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
  ({ code, dossierId } = await submitLending(house));
  await receiveDossier(house, staff.receiver, command(receipt));
  await handOnDossier(house, staff.receiver, command({ note: '', toOfficerId: null }));
  await takeDossier(house, staff.specialist, command({}));
});
afterEach(() => house.close());

test('an obligation is asked for by who has the dossier, told with amount and ground, and recorded by the unit that received it', async () => {
  assert.deepEqual(await askPayment(house, staff.receiver, command(payment)), { refused: 'not-yours' });
  const asked = await askPayment(house, staff.specialist, command(payment));
  assert.ok(asked && !isRefusal(asked));
  assert.match(
    await told(asked.version),
    /1\.250\.000 đồng, do Chi cục Thuế xác định\. Căn cứ: Thông báo số 7\/TB-CCT\.\n\nKho bạc Nhà nước/,
  );
  assert.partialDeepStrictEqual(await seen(), {
    dossier: { state: 'awaiting payment', dueAt: null },
    payment,
    left: null,
    suspension: null,
  });
  assert.deepEqual(await stateListed(), ['awaiting payment', null]);
  assert.deepEqual(await acts(staff.receiver), ['record payment', 'correct dossier']);
  assert.deepEqual(await acts(staff.specialist), ['record payment', 'correct dossier']);

  const later = { ...house, now: () => thursday };
  assert.deepEqual(await recordPayment(later, staff.colleague, command({ proof: 'x' })), { refused: 'taken-by-colleague' });
  const paid = await recordPayment(later, staff.receiver, command({ proof: 'Giấy nộp tiền số 12' }));
  assert.ok(paid && !isRefusal(paid));
  assert.match(await told(paid.version), /Thời hạn giải quyết chạy tiếp; hẹn trả kết quả lúc 17 giờ 30 phút, thứ Năm ngày 24\/5\/2018/);
  assert.partialDeepStrictEqual(await seen(), { dossier: { state: 'in progress' }, payment: null });
});

test('the head suspends what an officer of his has, with the law; while it lasts no due time runs; then it goes on', async () => {
  assert.deepEqual(await suspendDossier(house, staff.colleague, command(suspension)), { refused: 'taken-by-colleague' });
  const suspended = await suspendDossier(house, staff.head, command(suspension));
  assert.ok(suspended && !isRefusal(suspended));
  assert.match(await told(suspended.version), /Đang tranh chấp\nCăn cứ: Luật Nhạc cụ, Điều 9/);
  assert.partialDeepStrictEqual(await seen(), { dossier: { state: 'suspended' }, suspension, payment: null });
  assert.deepEqual(await stateListed(), ['suspended', null]);
  assert.deepEqual(await acts(staff.specialist), ['resume dossier', 'correct dossier']);

  const later = { ...house, now: () => thursday };
  const resumed = await resumeDossier(later, staff.specialist, command({ reason: 'Tranh chấp đã xong' }));
  assert.ok(resumed && !isRefusal(resumed));
  assert.match(await told(resumed.version), /giải quyết tiếp hồ sơ từ 09 giờ 00 phút, thứ Năm ngày 17\/5\/2018/);
  assert.deepEqual(await stateListed(), ['in progress', new Date('2018-05-24T17:30+07:00')]);
});

function command<Request>(request: Request) {
  return { code, commandId: crypto.randomUUID(), request };
}

async function told(version: number): Promise<string> {
  await tellCitizen(house, code, version);
  const { body } = await house.db.selectFrom('message').select('body').where('version', '=', version).executeTakeFirstOrThrow();
  return body;
}

async function seen() {
  const view = await trackDossier(house, code, { token: tokenOf(house.key, dossierId) });
  assert.ok(view);
  return view;
}

async function acts(officer: Officer) {
  const view = await readDossier(house, officer, code);
  assert.ok(view && !isRefusal(view));
  return view.openActs;
}

/** State and due time on the specialist's work list. */
async function stateListed() {
  const list = await readWorkList(house, staff.specialist, { view: 'all', procedureId: null, state: null, after: null });
  assert.ok(!isRefusal(list));
  const [line] = list.lines;
  return [line?.state, line?.dueAt];
}
