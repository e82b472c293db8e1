import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, test } from 'node:test';
import { PDFDocument } from 'pdf-lib';
import type { Officer } from '#domain/access/actor.ts';
import { tokenOf } from '#domain/dossier/secret.ts';
import { makeDemoCertificate } from '#server/gateways/sign/demo-certificate.ts';
import { p12Signer } from '#server/gateways/sign/p12-signer.ts';
import type { House } from '#server/house.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { readPdf } from '#tests/read-pdf.ts';
import type { Command } from './act-on-dossier.ts';
import { type Drafting, draftResult } from './draft-result.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { numberResult } from './number-result.ts';
import { type Download, readFile, readOwnResult } from './read-file.ts';
import { receiveDossier } from './receive-dossier.ts';
import { signResult } from './sign-result.ts';
import { trackDossier } from './track-dossier.ts';

let own: HouseForTests;
let house: House;
let code: string;
let dossierId: string;
beforeEach(async () => {
  own = await houseForTests();
  house = own;
  await keepLendingWorld(house);
  ({ code, dossierId } = await submitLending(house));
  await act(receiveDossier, staff.receiver, receipt);
  await handOn(staff.receiver);
});
afterEach(() => own.close());

const drafting: Drafting = { made: 'from the answers', conclusion: 'Được mượn đàn tính 10 ngày' };

test('a result is made from the answers, signed as it was seen, numbered, and opened by its holder only when it is ready', async () => {
  await act(draftResult, staff.specialist, drafting);
  const draft = await text(await readFile(house, staff.specialist, code, { digest: (await result())?.digest ?? '' }));
  for (const said of ['Sùng Thị Dính', 'Được mượn đàn tính 10 ngày', 'PHIẾU CHO MƯỢN', '…/M']) assert.ok(draft.includes(said), said);

  await sign();
  assert.equal(await opened(), undefined);
  await act(numberResult, staff.clerk, {});
  assert.equal((await result())?.number, '1/M');
  assert.equal(await opened(), undefined);
  await handOn(staff.clerk);

  const final = await text(await opened());
  for (const said of ['1/M', 'ngày 14 tháng 5 năm 2018', 'Hoàng Văn Páo', 'Được mượn đàn tính 10 ngày'])
    assert.ok(final.includes(said), said);
  assert.equal(await readOwnResult(house, { token: '0'.repeat(32) }, code), undefined);
});

test('drafting sent twice has one effect; with another conclusion under the same id it is refused', async () => {
  const command: Command<Drafting> = { code, commandId: crypto.randomUUID(), request: drafting };
  const first = await draftResult(house, staff.specialist, command);
  assert.deepEqual(await draftResult(house, staff.specialist, command), first);
  const other: Drafting = { made: 'from the answers', conclusion: 'Không cho mượn' };
  assert.deepEqual(await draftResult(house, staff.specialist, { ...command, request: other }), { refused: 'command-reused' });
});

test('numbers of an agency and year run on, and numbering sent twice gives one', async () => {
  await draftAndSign();
  const command = { code, commandId: crypto.randomUUID(), request: {} };
  const first = await numberResult(house, staff.clerk, command);
  assert.deepEqual(await numberResult(house, staff.clerk, command), first);
  assert.equal((await result())?.number, '1/M');

  ({ code, dossierId } = await submitLending(house));
  await act(receiveDossier, staff.receiver, receipt);
  await handOn(staff.receiver);
  await draftAndSign();
  await act(numberResult, staff.clerk, {});
  assert.equal((await result())?.number, '2/M');
});

test('where a certificate is set the numbered result is signed with it, and the history says so', async () => {
  const { p12, password } = await makeDemoCertificate({ name: 'Cơ quan music', organisation: 'Thử' }, house.now());
  house = { ...own, signer: p12Signer(p12, password) };
  await draftAndSign();
  await act(numberResult, staff.clerk, {});
  await handOn(staff.clerk);
  const download = await opened();
  assert.ok(download);
  const pdf = (await buffer(download.content)).toString('latin1');
  assert.match(pdf, /\/ByteRange/);
  assert.partialDeepStrictEqual(await lastNumbering(), { signedWithCertificate: true });
});

test('what was written elsewhere is taken as PDF and stays byte for byte as it is', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const content = await pdf.save();
  const upload: Drafting = { made: 'uploaded', conclusion: 'Cho mượn', content };
  await act(draftResult, staff.specialist, upload);
  await sign();
  await act(numberResult, staff.clerk, {});
  await handOn(staff.clerk);
  const download = await opened();
  assert.ok(download);
  assert.deepEqual(new Uint8Array(await buffer(download.content)), new Uint8Array(content));
});

test('what is no PDF is refused as a result, and whose turn it is not makes none', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==', 'base64');
  const picture: Drafting = { made: 'uploaded', conclusion: '', content: png };
  const command = { code, commandId: crypto.randomUUID(), request: picture };
  assert.deepEqual(await draftResult(house, staff.specialist, command), { refused: 'file-type-unknown' });
  assert.partialDeepStrictEqual(await draftResult(house, staff.receiver, { ...command, request: drafting }), { refused: 'role-missing' });
  assert.partialDeepStrictEqual(await numberResult(house, staff.clerk, { ...command, request: {} }), { refused: 'not-yours' });
  assert.equal(await result(), null);
});

async function draftAndSign(): Promise<void> {
  await act(draftResult, staff.specialist, drafting);
  await sign();
}

/** On from the specialist by way of the head to the leader, who signs what is there, and on to the clerk. */
async function sign(): Promise<void> {
  await handOn(staff.specialist);
  await handOn(staff.head);
  await act(signResult, staff.leader, { digest: (await result())?.digest ?? '' });
  await handOn(staff.leader);
}

function handOn(officer: Officer): Promise<void> {
  return act(handOnDossier, officer, { note: '', toOfficerId: null });
}

async function act<Request>(
  doing: (house: House, officer: Officer, command: Command<Request>) => Promise<unknown>,
  officer: Officer,
  request: Request,
): Promise<void> {
  const answer = await doing(house, officer, { code, commandId: crypto.randomUUID(), request });
  assert.ok(typeof answer === 'object' && answer && 'version' in answer, JSON.stringify(answer));
}

async function result() {
  return (await trackDossier(house, code, { token: tokenOf(house.key, dossierId) }))?.dossier.result;
}

async function lastNumbering() {
  const row = await house.db
    .selectFrom('dossier_event')
    .select('data')
    .where('dossier_id', '=', dossierId)
    .where('type', '=', 'result numbered')
    .executeTakeFirst();
  return row?.data;
}

function opened(): Promise<Download | undefined> {
  return readOwnResult(house, { token: tokenOf(house.key, dossierId) }, code);
}

async function text(download: unknown): Promise<string> {
  assert.ok(isDownload(download), JSON.stringify(download));
  return (await readPdf(await buffer(download.content))).text;
}

function isDownload(answer: unknown): answer is Download {
  return typeof answer === 'object' && answer !== null && 'content' in answer;
}
