import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { secretOf, tokenOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import { loadHistory } from '#server/store/dossiers.ts';
import { findMessage } from '#server/store/messages.ts';
import { listPapers } from '#server/store/papers.ts';
import { hoursLater } from '#tests/given.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { readPdf } from '#tests/read-pdf.ts';
import { answerWithdrawal } from './answer-withdrawal.ts';
import { apologise } from './apologise.ts';
import { declineReceipt } from './decline-receipt.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { issueReceipt } from './issue-receipt.ts';
import { issuing } from './issuing.ts';
import { readOwnPaper, readPaper } from './read-paper.ts';
import { receiveDossier } from './receive-dossier.ts';
import { refuseDossier } from './refuse-dossier.ts';
import { requestSupplement } from './request-supplement.ts';
import { requestWithdrawal } from './request-withdrawal.ts';
import { tellCitizen } from './tell-citizen.ts';

let house: HouseForTests;
let code: string;
let dossierId: string;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
  ({ code, dossierId } = await submitLending(house));
});
afterEach(() => house.close());

const reasons = { reasons: ['Nhạc cụ đang sửa', 'Thiếu giấy giới thiệu'], ground: 'Quy chế, Điều 3' };
const gaps = [
  { component: 'Đơn mượn nhạc cụ', why: 'thiếu chữ ký' },
  { component: 'Giấy giới thiệu', why: 'bản chụp mờ' },
];
const supplement = { gaps, explanation: 'Ký rồi nộp lại', answerDueAt: hoursLater(50), headReason: '' };

test('a receipt bears code, secret, due time and the head of the chain, and is issued once', async () => {
  const version = await receive();
  const [first, second] = await Promise.all([issueReceipt(house, code, version), issueReceipt(house, code, version)]);
  assert.deepEqual(first, second);
  assert.deepEqual(
    (await listPapers(house.db, dossierId)).map(({ kind }) => kind),
    ['receipt'],
  );

  const hash = (await loadHistory(house.db, dossierId))[version - 1]?.hash ?? '';
  const token = tokenOf(house.key, dossierId);
  const text = await read('receipt', version);
  for (const said of [
    code,
    secretOf(house.key, dossierId),
    hash,
    'Hẹn trả kết quả lúc: 17 giờ 30 phút, thứ Hai ngày 21/5/2018',
    'Thời gian giải quyết: 5 ngày làm việc',
    'Mã Thị Duyên',
    `http://localhost:3000/danh-gia/${code}/${token}`,
  ]) {
    assert.ok(text.replaceAll(' ', '').includes(said.replaceAll(' ', '')), said);
  }
  assert.equal(first?.chainHead, hash);
  assert.match(first?.template ?? '', /^[0-9a-f]{64}$/);
});

test('who holds the dossier opens his papers, nobody else does; an officer’s reading is recorded', async () => {
  const version = await receive();
  const name = { code, version, kind: 'receipt' } as const;
  const own = await readOwnPaper(house, { token: tokenOf(house.key, dossierId) }, name);
  assert.partialDeepStrictEqual(own, { name: `giay-tiep-nhan-${code}.pdf`, mediaType: 'application/pdf' });
  assert.equal(await readOwnPaper(house, { token: '0'.repeat(32) }, name), undefined);
  assert.equal(await readOwnPaper(house, { token: tokenOf(house.key, dossierId) }, { ...name, version: 1 }), undefined);

  assert.ok(await readPaper(house, staff.receiver, name));
  assert.ok(isRefusal(await readPaper(house, { ...staff.receiver, assignments: [] }, name)));
  const readings = await house.db.selectFrom('read_log').select('what').where('dossier_id', '=', dossierId).execute();
  assert.deepEqual(readings, [{ what: `paper ${version} receipt` }]);
});

test('what is handed in online is printed with code and secret', async () => {
  const text = await read('submission', 1);
  for (const said of [code, secretOf(house.key, dossierId), 'Sùng Thị Dính', 'don.jpg']) assert.ok(text.includes(said), said);
});

test('a supplement request names every gap, on paper and in the message itself', async () => {
  const version = await act(requestSupplement, staff.receiver, supplement);
  const text = await read('supplement-request', version);
  const told = await message(version);
  for (const { component, why } of gaps) {
    assert.ok(text.includes(component) && text.includes(why), component);
    assert.ok(told.body.includes(`${component}: ${why}`), told.body);
  }
  assert.ok(told.body.includes('Ký rồi nộp lại'));
  assert.match(told.body, /Hạn bổ sung: 11 giờ 00 phút, thứ Tư ngày 16\/5\/2018/);
});

test('a refusal says why, by which law and where to complain, before receipt and after', async () => {
  const before = await act(declineReceipt, staff.receiver, reasons);
  const letter = await read('refusal', before);
  for (const said of [...reasons.reasons, reasons.ground, 'Cơ quan city', 'KHÔNG', 'TỪ CHỐI TIẾP NHẬN']) {
    assert.ok(letter.toUpperCase().includes(said.toUpperCase()), said);
  }
  const told = await message(before);
  for (const said of [...reasons.reasons, reasons.ground, 'Cơ quan city']) assert.ok(told.body.includes(said), said);

  ({ code, dossierId } = await submitLending(house));
  await receive();
  await handOn();
  const after = await act(refuseDossier, staff.specialist, reasons);
  assert.ok((await read('refusal', after)).includes('từ chối giải quyết hồ sơ'));
  assert.match((await message(after)).subject, /^Từ chối giải quyết: hồ sơ /);
});

test('a withdrawal that is granted gets its notice; before receipt the dossier is his at once and only the message says so', async () => {
  await receive();
  await ask();
  const granted = await act(answerWithdrawal, staff.receiver, { granted: true, reason: 'Đã trả giấy tờ tại quầy' });
  assert.ok((await read('stop-notice', granted)).includes('Đã trả giấy tờ tại quầy'));

  ({ code, dossierId } = await submitLending(house));
  const withdrawn = await ask();
  assert.equal(await issuing['stop-notice'](house, code, withdrawn), undefined);
  assert.match((await message(withdrawn)).subject, /^Đã rút hồ sơ: hồ sơ /);
});

test('a withdrawal that is denied is answered by a message with the reason', async () => {
  await receive();
  await ask();
  const denied = await act(answerWithdrawal, staff.receiver, { granted: false, reason: 'Đang trình ký' });
  assert.ok((await message(denied)).body.includes('Đang trình ký'));
});

test('an apology names the reason and the new time', async () => {
  await receive();
  await handOn();
  const request = { reason: 'phải kiểm tra lại nhạc cụ', promisedAt: new Date('2018-05-23T17:30+07:00') };
  const version = await act(apologise, staff.head, request);
  const text = await read('apology', version);
  for (const said of [request.reason, '17 giờ 30 phút, thứ Tư ngày 23/5/2018', '17 giờ 30 phút, thứ Hai ngày 21/5/2018']) {
    assert.ok(text.includes(said), said);
  }
  assert.ok((await message(version)).body.includes(request.reason));
});

test('what an event does not owe is not issued', async () => {
  const version = await receive();
  assert.equal(await issueReceipt(house, code, 1), undefined);
  assert.equal(await issueReceipt(house, code, version + 1), undefined);
  assert.equal(await issueReceipt(house, '000.00.22.H22-180514-9999', 1), undefined);
});

type Act<Request> = (
  house: HouseForTests,
  officer: (typeof staff)[keyof typeof staff],
  command: { code: string; commandId: string; request: Request },
) => Promise<{ version: number } | { refused: string } | undefined>;

async function act<Request>(doing: Act<Request>, officer: (typeof staff)[keyof typeof staff], request: Request): Promise<number> {
  return reached(await doing(house, officer, { code, commandId: crypto.randomUUID(), request }));
}

function reached(answer: { version: number } | { refused: string } | undefined): number {
  assert.ok(answer && 'version' in answer, JSON.stringify(answer));
  return answer.version;
}

function receive() {
  return act(receiveDossier, staff.receiver, receipt);
}

function handOn() {
  return act(handOnDossier, staff.receiver, { note: '', toOfficerId: null });
}

async function ask(): Promise<number> {
  const proof = { token: tokenOf(house.key, dossierId) };
  return reached(await requestWithdrawal(house, proof, { code, commandId: crypto.randomUUID(), request: { reason: 'Không mượn nữa' } }));
}

async function read(kind: keyof typeof issuing, version: number): Promise<string> {
  const paper = await issuing[kind](house, code, version);
  assert.ok(paper, `no ${kind} for ${version}`);
  return (await readPdf(await house.files.read(paper.digest))).text;
}

async function message(version: number) {
  await tellCitizen(house, code, version);
  const told = await findMessage(house.db, { dossierId, version });
  assert.ok(told);
  return told;
}
