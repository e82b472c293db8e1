import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { tokenOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { ensureFormVersion } from '#server/store/forms.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, lendingAnswers, lendingForm, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { readPdf } from '#tests/read-pdf.ts';
import { correctDossier, type TypedCorrection } from './correct-dossier.ts';
import { draftResult } from './draft-result.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { issueReceipt, receiptContent } from './issue-receipt.ts';
import { makeResult } from './make-result.ts';
import { occasionOf } from './occasion.ts';
import { readDossier } from './read-dossier.ts';
import { receiveDossier } from './receive-dossier.ts';
import { searchDossiers } from './search-dossiers.ts';
import { takeDossier } from './take-dossier.ts';
import { tellCitizen } from './tell-citizen.ts';
import { trackDossier } from './track-dossier.ts';

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
afterEach(() => house.close());

const renamed: TypedCorrection = {
  boxes: { 'applicant-name': 'Sùng Thị Dinh' },
  components: null,
  fee: null,
  reason: 'Gõ nhầm dấu',
  removed: [],
};
const counts: TypedCorrection = {
  boxes: {},
  components: [{ no: 1, originals: 2, copies: 0, inOrder: true }],
  fee: { feeVnd: 15_000, feePaid: 'cash' },
  reason: 'Đếm nhầm',
  removed: [],
};

test('all that is read and made after a correction says what is right; the timeline says what it was', async () => {
  const { code, dossierId } = await received();
  const version = await corrected(code, renamed);
  const view = await readDossier(house, staff.receiver, code);
  assert.ok(view && !isRefusal(view));
  assert.equal(view.brokenAt, null);
  assert.equal(view.applicant?.name, 'Sùng Thị Dinh');
  assert.deepEqual(view.changes[version], [{ of: 'answer', label: 'Họ và tên', was: 'Sùng Thị Dính', is: 'Sùng Thị Dinh' }]);
  assert.deepEqual(view.lines.at(-1)?.notes, ['Gõ nhầm dấu']);
  const held = await trackDossier(house, code, { token: tokenOf(house.key, dossierId) });
  assert.equal(held?.applicant?.name, 'Sùng Thị Dinh');
});

test('lists and search follow at once: found by the new name, not by the old one', async () => {
  const { code } = await received();
  await corrected(code, { ...renamed, boxes: { 'applicant-name': 'Vàng Mí Sính' } });
  const codesOf = async (query: string) => {
    const found = await searchDossiers(house, staff.receiver, query);
    return isRefusal(found) ? [] : found.lines.map((one) => `${one.code} ${one.applicantName}`);
  };
  assert.deepEqual(await codesOf('vang mi'), [`${code} Vàng Mí Sính`]);
  assert.deepEqual(await codesOf('sung thi'), []);
  assert.deepEqual((await codesOf(code)).length, 1);
});

test('the receipt is issued anew with what is right, the first one stays as it was; the applicant is told', async () => {
  const { code } = await received();
  const first = await issueReceipt(house, code, 2);
  await corrected(code, renamed);
  const version = await corrected(code, counts);
  const anew = await occasionOf(house, code, version);
  assert.ok(anew);
  const content = receiptContent(house, anew);
  assert.match(JSON.stringify(content), /Sùng Thị Dinh/);
  assert.match(JSON.stringify(content), /15\.000/);
  const second = await issueReceipt(house, code, version);
  assert.ok(first && second && first.digest !== second.digest);
  assert.equal((await issueReceipt(house, code, 2))?.digest, first.digest);

  await tellCitizen(house, code, version);
  const { subject, body } = await house.db.selectFrom('message').selectAll().where('version', '=', version).executeTakeFirstOrThrow();
  assert.match(subject, /^Đã đính chính: hồ sơ /);
  assert.match(body, /đã đính chính số giấy tờ đã nhận, phí, lệ phí\. Lý do: Đếm nhầm/);
});

test('before receipt no receipt is made of a correction', async () => {
  const { code } = await submitLending(house);
  const version = await corrected(code, renamed);
  assert.equal(await issueReceipt(house, code, version), undefined);
});

test('a result that is made of the answers is made of the corrected ones, and the old draft stands no more', async () => {
  const { code } = await taken();
  const command = () => ({ code, commandId: crypto.randomUUID() });
  const drafting = { made: 'from the answers' as const, conclusion: 'Cho mượn' };
  await done(draftResult(house, staff.specialist, { ...command(), request: drafting }));
  const version = await corrected(code, renamed);
  const view = await readDossier(house, staff.specialist, code);
  assert.ok(view && !isRefusal(view));
  assert.equal(view.dossier.result, null);
  const made = await makeResult(house, code, version, { conclusion: 'Cho mượn', number: null, signedBy: null });
  const { text } = await readPdf(made?.pdf ?? new Uint8Array());
  assert.match(text, /Sùng Thị Dinh/i);
  assert.doesNotMatch(text, /Sùng Thị Dính/i);
});

test('a result that was being made while an answer was corrected is no draft: its paper says what was wrong', async () => {
  const { code } = await taken();
  const receive: House['files']['receive'] = async (...given) => {
    await corrected(code, renamed);
    return house.files.receive(...given);
  };
  const meanwhile = { ...house, files: { ...house.files, receive } };
  const request = { made: 'from the answers' as const, conclusion: 'Cho mượn' };
  const answer = await draftResult(meanwhile, staff.specialist, { code, commandId: crypto.randomUUID(), request });
  assert.deepEqual(answer, { refused: 'dossier-moved' });
});

test('who has the task corrects, and the unit that received it; a colleague and a stranger do not', async () => {
  const { code } = await taken();
  const by = (officer: Parameters<typeof correctDossier>[1]) =>
    correctDossier(house, officer, { code, commandId: crypto.randomUUID(), request: renamed });
  assert.deepEqual(await by(staff.colleague), { refused: 'taken-by-colleague' });
  assert.deepEqual(await by(staff.leader), { refused: 'not-yours' });
  await done(by(staff.specialist));
  await corrected(code, { ...renamed, boxes: { 'applicant-name': 'Sùng Thị Đính' } });
});

test('sent twice it is one; two at the same moment: the later one is told that the dossier moved', async () => {
  const { code, dossierId } = await received();
  const command = { code, commandId: crypto.randomUUID(), request: renamed };
  const twice = [await correctDossier(house, staff.receiver, command), await correctDossier(house, staff.receiver, command)];
  assert.deepEqual(twice[0], twice[1]);

  const other = { ...renamed, boxes: { 'applicant-name': 'Sùng Thị Đính' } };
  const both = await Promise.all(
    [renamed.boxes, other.boxes, other.boxes].map((boxes, i) => {
      const request = { ...renamed, boxes: { 'applicant-name': `${boxes['applicant-name']} ${'ABC'[i]}` } };
      return correctDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request });
    }),
  );
  const written = both.filter((answer) => answer && !isRefusal(answer)).length;
  assert.ok(written >= 1);
  for (const answer of both) if (isRefusal(answer)) assert.equal(answer.refused, 'dossier-moved');

  const view = await readDossier(house, staff.receiver, code);
  assert.ok(view && !isRefusal(view));
  const row = await house.db.selectFrom('dossier').select('applicant_name').where('dossier_id', '=', dossierId).executeTakeFirstOrThrow();
  assert.equal(row.applicant_name, view.applicant?.name);
  assert.equal(view.brokenAt, null);
});

test('an address that nobody gave is taken away; left empty without that it stays, and a number that is owed cannot be taken away', async () => {
  const asked = (questionId: string, kind: 'email' | 'phone', required: boolean) =>
    ({ questionId, kind, label: kind, hint: null, required, maxLength: 300, choices: [], past: false, when: null }) as const;
  const [page] = lendingForm.pages;
  assert.ok(page);
  const questions = [...page.questions, asked('applicant-email', 'email', false), asked('applicant-phone', 'phone', true)];
  const form = { ...lendingForm, version: 2, pages: [{ ...page, questions }] };
  await ensureFormVersion(house.db, form);
  const answers = { ...lendingAnswers, 'applicant-phone': '0912000345' };
  const { code } = await submitLending(house, crypto.randomUUID(), answers);
  const boxes = { 'applicant-email': '', 'applicant-phone': '' };
  const by = (request: TypedCorrection) => correctDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request });

  assert.deepEqual(await by({ ...renamed, boxes }), { refused: 'nothing-corrected' });
  assert.deepEqual(await by({ ...renamed, boxes, removed: ['applicant-phone'] }), {
    refused: 'answers-incomplete',
    at: { 'applicant-phone': 'missing' },
  });
  assert.deepEqual(await by({ ...renamed, boxes, removed: ['applicant-email'], reason: '' }), { refused: 'reason-missing' });
  const version = await corrected(code, { ...renamed, boxes, removed: ['applicant-email'] });
  const view = await readDossier(house, staff.receiver, code);
  assert.ok(view && !isRefusal(view));
  assert.partialDeepStrictEqual(view.changes[version], [{ label: 'email', was: 'd***@example.org', is: '' }]);
  assert.equal(view.changes[version]?.length, 1);
  assert.equal(view.correctable?.parts['applicant-email'], '');
  await tellCitizen(house, code, version);
  const told = await house.db.selectFrom('message').select(['state', 'recipient']).where('version', '=', version).execute();
  assert.deepEqual(told, [{ state: 'no address', recipient: '' }], 'nobody is written to at an address that was taken away');
});

test('what was wrong in a box is said, and nothing is written', async () => {
  const { code } = await received();
  const request = { ...renamed, boxes: { 'applicant-name': '' } };
  const answer = await correctDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request });
  assert.deepEqual(answer, { refused: 'answers-incomplete', at: { 'applicant-name': 'missing' } });
  const unknown = { ...renamed, boxes: { 'due-at': '1/1/2030' } };
  assert.deepEqual(await correctDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: unknown }), {
    refused: 'nothing-corrected',
  });
  assert.equal(await correctDossier(house, staff.receiver, { code: 'X-1', commandId: crypto.randomUUID(), request }), undefined);
});

async function received() {
  const submitted = await submitLending(house, crypto.randomUUID(), lendingAnswers);
  await done(receiveDossier(house, staff.receiver, { code: submitted.code, commandId: crypto.randomUUID(), request: receipt }));
  return submitted;
}

async function taken() {
  const made = await received();
  const command = () => ({ code: made.code, commandId: crypto.randomUUID() });
  await done(handOnDossier(house, staff.receiver, { ...command(), request: { note: '', toOfficerId: null } }));
  await done(takeDossier(house, staff.specialist, { ...command(), request: {} }));
  return made;
}

async function corrected(code: string, request: TypedCorrection): Promise<number> {
  const answer = await correctDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request });
  assert.ok(answer && !isRefusal(answer), JSON.stringify(answer));
  return answer.version;
}

async function done(answer: Promise<unknown>): Promise<void> {
  const given = await answer;
  assert.ok(given && !isRefusal(given), JSON.stringify(given));
}
