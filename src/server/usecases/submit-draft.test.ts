import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importFolder } from '#cli/import.ts';
import { paceLimits } from '#domain/access/pace.ts';
import { tokenOf } from '#domain/dossier/secret.ts';
import type { Answers } from '#domain/form/form.ts';
import { isRefusal } from '#domain/refusal.ts';
import { findDossierId, loadHistory } from '#server/store/dossiers.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepDraftFiles } from './keep-draft-files.ts';
import { openApplication } from './open-application.ts';
import { readApplicationStart } from './read-application-start.ts';
import { readDraft } from './read-draft.ts';
import { readOwnFile } from './read-file.ts';
import { removeDraftFile } from './remove-draft-file.ts';
import { saveDraft } from './save-draft.ts';
import { submitDraft } from './submit-draft.ts';
import { sweepFiles } from './sweep-files.ts';
import { trackDossier } from './track-dossier.ts';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==', 'base64');

const applicant: Answers = {
  'applicant-kind': 'self',
  'applicant-name': 'Vàng Thị Mai',
  'applicant-born-on': '1990-09-02',
  'applicant-identity': '012345678',
  'applicant-address': 'Tổ 5, phường Trần Phú',
  'applicant-phone': '0912000000',
  'applicant-email': '',
  collection: 'counter',
};
const child: Answers = {
  'child-name': 'Vàng Thị Mai Chi',
  'child-born-on': '2018-04-27',
  'child-sex': 'female',
  'child-birthplace-kind': 'hospital',
  'child-birthplace': 'Bệnh viện đa khoa tỉnh Hà Giang',
  'child-nationality': 'Việt Nam',
  'child-ethnic-group': 'Tày',
  'child-home-town': 'Phương Độ, Hà Giang',
  'applicant-relation': 'mother',
};
const parents: Answers = {
  'mother-stated': 'yes',
  'mother-name': 'Vàng Thị Mai',
  'mother-born-on': '1990-09-02',
  'mother-ethnic-group': 'Tày',
  'mother-nationality': 'Việt Nam',
  'mother-address': 'Tổ 5, phường Trần Phú',
  'father-stated': 'no',
};
const pages = [
  ['applicant', applicant],
  ['child', child],
  ['mother', parents],
  ['father', parents],
] as const;

let house: HouseForTests;
before(async () => {
  house = await houseForTests();
  const imported = await importFolder(house, 'data/ha-giang');
  assert.ok('versions' in imported, JSON.stringify(imported));
});
after(() => house.close());

test('a birth is filled in page by page, gets its file, and becomes one dossier however often it is sent', async () => {
  const token = await begin();
  for (const [pageId, answers] of pages) {
    assert.deepEqual(await saveDraft(house, token, pageId, answers), { faults: {} });
  }
  assert.deepEqual(await submitDraft(house, token), { refused: 'answers-incomplete', at: { 'paper-2': 'file-missing' } });
  assert.deepEqual(await send(token, 2, ['Mặt trước.png', png]), { kept: 1, failed: [] });

  const [first, second] = await Promise.all([submitDraft(house, token), submitDraft(house, token)]);
  assert.ok(first && !isRefusal(first));
  assert.deepEqual([second, await submitDraft(house, token)], [first, first]);

  const view = await readDraft(house, token);
  assert.equal(view?.submitted?.code, first.code);
  assert.match(view?.submitted?.secret ?? '', /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  assert.deepEqual(await saveDraft(house, token, 'child', { 'child-name': 'Khác' }), { refused: 'wrong-state' });
  assert.deepEqual(await send(token, 2, ['Khác.png', png]), { refused: 'wrong-state' });
});

test('what is handed in holds the answers that were asked for and the files with their names', async () => {
  const token = await begin();
  await saveDraft(house, token, 'applicant', { ...applicant, 'representative-name': 'không hỏi nữa' });
  for (const answers of [child, parents]) await saveDraft(house, token, 'child', answers);
  await send(token, 2, ['Mặt trước.png', png]);
  const done = await submitDraft(house, token);
  assert.ok(done && !isRefusal(done));

  const code = await house.db.selectFrom('dossier_code').select('dossier_id').where('code', '=', done.code).executeTakeFirstOrThrow();
  const [first] = await loadHistory(house.db, code.dossier_id);
  assert.ok(first?.event.type === 'submitted');
  assert.equal(first.event.sealed?.answers['representative-name'], undefined);
  assert.equal(first.event.sealed?.applicant.name, 'Vàng Thị Mai');
  assert.deepEqual(first.event.sealed?.fileNames, ['Mặt trước.png']);
  assert.deepEqual(
    first.event.files.map(({ componentNo }) => componentNo),
    [2],
  );
});

test('a page that is wrong is kept as it was typed, and what is wrong is said at its question', async () => {
  const token = await begin();
  const typed = { ...child, 'child-born-on': '31/4/2018', 'child-birthplace-kind': '' };
  assert.deepEqual(await saveDraft(house, token, 'child', typed), {
    faults: { 'child-born-on': 'not-a-date', 'child-birthplace-kind': 'missing' },
  });
  assert.deepEqual((await readDraft(house, token))?.answers, typed);
});

test('two tabs on two pages lose nothing of each other', async () => {
  const token = await begin();
  await Promise.all([saveDraft(house, token, 'applicant', applicant), saveDraft(house, token, 'child', child)]);
  assert.deepEqual((await readDraft(house, token))?.answers, { ...applicant, ...child });
});

test('what cannot be stored is refused at its question, and nothing is changed', async () => {
  const token = await begin();
  await saveDraft(house, token, 'child', child);
  for (const bad of ['a\0b', 'a\ud83d']) {
    assert.deepEqual(await saveDraft(house, token, 'child', { 'child-name': bad }), {
      refused: 'malformed',
      at: { 'child-name': 'not-storable' },
    });
  }
  assert.deepEqual(await saveDraft(house, token, 'child', { 'child-name': 'x'.repeat(20_001) }), {
    refused: 'malformed',
    at: { 'child-name': 'too-long' },
  });
  assert.deepEqual((await readDraft(house, token))?.answers, child);
});

test('a file that fails loses no other: each is named with what is wrong', async () => {
  const token = await begin();
  const answer = await send(
    token,
    2,
    ['trước.png', png],
    ['rỗng.jpg', Buffer.alloc(0)],
    ['trang.png', Buffer.from('<html>')],
    ['sau.png', png],
  );
  assert.ok(answer && !isRefusal(answer));
  assert.equal(answer.kept, 2);
  assert.deepEqual(
    answer.failed.map(({ name, refusal }) => [name, refusal.refused]),
    [
      ['rỗng.jpg', 'file-empty'],
      ['trang.png', 'file-type-unknown'],
    ],
  );
});

test('the same file sent twice under one name is one, under two names two; removing one twice is done once', async () => {
  const token = await begin();
  for (const name of ['a.png', 'b.png', 'a.png']) await send(token, 2, [name, png]);
  const names = async () => (await readDraft(house, token))?.files.map(({ name }) => name);
  const [{ digest = '' } = {}] = (await readDraft(house, token))?.files ?? [];
  assert.deepEqual(await names(), ['a.png', 'b.png']);
  for (const _ of ['once', 'twice']) assert.equal(await removeDraftFile(house, token, { componentNo: 2, digest, name: 'a.png' }), null);
  assert.deepEqual(await names(), ['b.png']);
});

test('what was handed in twice under two names is listed and opened by each', async () => {
  const token = await begin();
  for (const [pageId, answers] of pages) await saveDraft(house, token, pageId, answers);
  for (const name of ['Trang 1.png', 'Trang 2.png']) await send(token, 2, [name, png]);
  const submitted = await submitDraft(house, token);
  assert.ok(submitted && !isRefusal(submitted));
  const { code } = submitted;
  const dossierId = (await findDossierId(house.db, code)) ?? '';
  const proof = { token: tokenOf(house.key, dossierId) };
  const listed = (await trackDossier(house, code, proof))?.components.flatMap(({ files }) => files) ?? [];
  const opened = await Promise.all(listed.map((file) => readOwnFile(house, proof, code, file)));
  assert.deepEqual(
    listed.map(({ name }) => name),
    ['Trang 1.png', 'Trang 2.png'],
  );
  assert.deepEqual(
    opened.map((download) => download?.name),
    ['Trang 1.png', 'Trang 2.png'],
  );
  const [first] = listed;
  for (const no of [0, 9, Number.NaN]) {
    assert.equal((await readOwnFile(house, proof, code, { digest: first?.digest ?? '', no }))?.name, 'Trang 1.png');
  }
});

test('no file is taken for what is only shown, or is no component', async () => {
  const token = await begin();
  for (const no of [6, 99])
    assert.deepEqual(await send(token, no, ['a.png', png]), { refused: 'component-unknown', facts: { component: no } });
});

test('a ward or commune has to be chosen; a procedure that only the agency receives is not begun', async () => {
  const start = await readApplicationStart(house, 'HGX-001');
  assert.equal(start?.receivers.length, 8);
  assert.deepEqual(await openApplication(house, 'HGX-001', 'nowhere', '10.0.0.1'), {
    refused: 'answers-incomplete',
    at: { receiver: 'missing' },
  });
  const elsewhere = await house.db
    .selectFrom('procedure_version')
    .select('procedure_id')
    .where('reception', '=', 'agency')
    .executeTakeFirstOrThrow();
  assert.deepEqual(await openApplication(house, elsewhere.procedure_id, '', '10.0.0.1'), { refused: 'procedure-not-received-here' });
  assert.equal(await openApplication(house, 'NOPE', '', '10.0.0.1'), undefined);
});

test('every procedure that the centre or a ward receives can be begun', async () => {
  const rows = await house.db.selectFrom('procedure_version').select('procedure_id').where('reception', '<>', 'agency').execute();
  assert.ok(rows.length >= 310);
  const commune = (await readApplicationStart(house, 'HGX-001'))?.receivers[0]?.agencyId ?? '';
  const answers = await Promise.all(rows.map(({ procedure_id }, no) => openApplication(house, procedure_id, commune, `10.0.1.${no}`)));
  assert.deepEqual(
    answers.filter((answer) => !answer || !('token' in answer)),
    [],
  );
});

test('who begins more drafts in an hour than people do is told to wait; another address is not held up by it', async () => {
  const commune = (await readApplicationStart(house, 'HGX-001'))?.receivers[0]?.agencyId ?? '';
  const open = (address: string) => openApplication(house, 'HGX-001', commune, address);
  const many = await Promise.all(Array.from({ length: paceLimits.application + 3 }, () => open('10.9.9.9')));
  const refused = many.filter((answer) => answer && isRefusal(answer));
  assert.deepEqual(refused, Array(3).fill({ refused: 'too-much-sent', facts: { minutes: 60 } }));
  assert.ok(!isRefusal((await open('10.9.9.8')) ?? {}));

  await house.db
    .updateTable('pace')
    .set({ until_at: new Date(Date.now() - 1) })
    .execute();
  assert.ok(!isRefusal((await open('10.9.9.9')) ?? {}), 'after its hour it is counted anew');
});

test('a link that is none opens nothing', async () => {
  for (const token of ['', 'x', 'ab'.repeat(16), 'AB'.repeat(16)]) {
    assert.equal(await readDraft(house, token), undefined);
    assert.equal(await submitDraft(house, token), undefined);
  }
});

test('a dead draft takes its files along; what a dossier holds stays', async () => {
  const later = { ...house, now: () => new Date('2018-06-14T09:00+07:00') };
  const own = Buffer.concat([png, Buffer.from('chỉ ở bản nháp này')]);
  const token = await begin();
  await send(token, 2, ['a.png', own], ['b.png', png]);
  const digest = (await readDraft(house, token))?.files.find(({ name }) => name === 'a.png')?.digest ?? '';
  assert.ok(await house.files.has(digest));

  assert.equal((await sweepFiles(house)).files, 0);
  const swept = await sweepFiles(later);
  assert.equal(swept.files, 1);
  assert.equal(await house.files.has(digest), false);
  assert.equal(await readDraft(later, token), undefined);
  const held = await house.db.selectFrom('file').selectAll().execute();
  assert.deepEqual(
    held.map((row) => row.held),
    [true],
  );
  assert.ok(await house.files.has(held[0]?.digest ?? ''));
});

async function begin(): Promise<string> {
  const start = await readApplicationStart(house, 'HGX-001');
  const answer = await openApplication(house, 'HGX-001', start?.receivers[0]?.agencyId ?? '', '10.0.0.1');
  assert.ok(answer && 'token' in answer);
  return answer.token;
}

function send(token: string, componentNo: number, ...files: [name: string, content: Uint8Array][]) {
  return keepDraftFiles(house, token, componentNo, async () => files.map(([name, content]) => ({ name, content })));
}
