import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { tokenOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import { loadHistory } from '#server/store/dossiers.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, staff, submitLending } from '#tests/lending-world.ts';
import { keepSupplementFiles, removeSupplementFile } from './keep-supplement-files.ts';
import { readSupplement } from './read-supplement.ts';
import { requestSupplement } from './request-supplement.ts';
import { sendSupplement } from './send-supplement.ts';
import { sweepFiles } from './sweep-files.ts';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==', 'base64');
const gaps = [
  { component: 'Giấy giới thiệu', why: 'thiếu dấu' },
  { component: 'Ảnh nhạc cụ', why: 'chưa có' },
];

let house: HouseForTests;
before(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
after(() => house.close());

test('what is missing stands there with every gap, and the papers that it names come first', async () => {
  const { code, proof } = await asked();
  const supplement = await readSupplement(house, code, proof);
  assert.deepEqual(supplement?.asked.gaps, gaps);
  assert.deepEqual(
    supplement?.components.map(({ component, gap }) => [component.no, gap?.why ?? null]),
    [
      [2, 'thiếu dấu'],
      [1, null],
    ],
  );
});

test('each file is kept at once: one that fails loses none, and all become part of the dossier when they are sent', async () => {
  const { code, dossierId, proof } = await asked();
  assert.deepEqual(await send(code, proof, 2, ['Trang 1.png', png]), { kept: 1, failed: [] });
  assert.deepEqual(await send(code, proof, 2, ['Hỏng.txt', Buffer.from('không phải ảnh')]), {
    kept: 0,
    failed: [{ name: 'Hỏng.txt', refusal: { refused: 'file-type-unknown' } }],
  });
  assert.deepEqual(
    (await readSupplement(house, code, proof))?.files.map(({ name, componentNo }) => [name, componentNo]),
    [['Trang 1.png', 2]],
  );

  const command = { code, commandId: crypto.randomUUID(), request: { note: ' Bản chính ở quầy ' } };
  assert.deepEqual(await sendSupplement(house, proof, command), { code, version: 4 });
  const last = (await loadHistory(house.db, dossierId)).at(-1)?.event;
  assert.ok(last?.type === 'supplement given');
  assert.deepEqual(last.sealed, { fileNames: ['Trang 1.png'], note: 'Bản chính ở quầy' });
  assert.equal(last.files.length, 1);
  assert.equal(await readSupplement(house, code, proof), null);
});

test('sent twice, at once or later, it has one effect and one answer', async () => {
  const { code, dossierId, proof } = await asked();
  await send(code, proof, 1, ['don.png', png]);
  const command = { code, commandId: crypto.randomUUID(), request: { note: '' } };
  const [first, second] = await Promise.all([sendSupplement(house, proof, command), sendSupplement(house, proof, command)]);
  const third = await sendSupplement(house, proof, command);
  for (const answer of [first, second, third]) assert.ok(answer && !isRefusal(answer) && answer.code === code);
  assert.deepEqual(
    (await loadHistory(house.db, dossierId)).map(({ event }) => event.type),
    ['submitted', 'taken', 'supplement requested', 'supplement given'],
  );
  const other = { ...command, commandId: crypto.randomUUID() };
  assert.deepEqual(await sendSupplement(house, proof, other), { refused: 'wrong-state', facts: { state: 'submitted' } });
});

test('a file can be taken off before it is sent, and what nobody sent is swept', async () => {
  const { code, proof } = await asked();
  await send(code, proof, 1, ['a.png', png]);
  const digest = (await readSupplement(house, code, proof))?.files[0]?.digest ?? '';
  await house.behindItsBack(`update file set held = false, kept_at = '2018-05-01' where digest = $1`, [digest]);
  await sweepFiles(house);
  assert.ok(await house.files.has(digest), 'what lies ready is not swept');

  assert.equal(await removeSupplementFile(house, proof, { code, componentNo: 1 }, { digest, name: 'a.png' }), null);
  assert.equal(await removeSupplementFile(house, proof, { code, componentNo: 1 }, { digest, name: 'a.png' }), null);
  assert.deepEqual((await readSupplement(house, code, proof))?.files, []);
  await sweepFiles(house);
  assert.ok(!(await house.files.has(digest)));
});

test('nothing is sent without a file or a word, nor words that cannot be kept', async () => {
  const { code, proof } = await asked();
  const note = (text: string) => sendSupplement(house, proof, { code, commandId: crypto.randomUUID(), request: { note: text } });
  assert.deepEqual(await note('  '), { refused: 'component-missing' });
  assert.deepEqual(await note('a\0b'), { refused: 'malformed', at: { note: 'not-storable' } });
  assert.deepEqual(await note('x'.repeat(2001)), { refused: 'malformed', at: { note: 'too-long' } });
});

test('who does not hold the dossier lays nothing ready and sends nothing, nor where nothing is asked for', async () => {
  const { code } = await asked();
  const stranger = { token: '0'.repeat(32) };
  const command = { code, commandId: crypto.randomUUID(), request: { note: 'x' } };
  assert.equal(await readSupplement(house, code, stranger), undefined);
  assert.equal(await send(code, stranger, 1, ['a.png', png]), undefined);
  assert.equal(await sendSupplement(house, stranger, command), undefined);

  const { code: other, dossierId } = await submitLending(house);
  const proof = { token: tokenOf(house.key, dossierId) };
  assert.deepEqual(await send(other, proof, 1, ['a.png', png]), { refused: 'wrong-state' });
  assert.deepEqual(await send(code, { token: await tokenFor(code) }, 9, ['a.png', png]), { refused: 'component-unknown' });
});

type Proof = { readonly token: string };

/** An application for which a supplement is asked, and what opens it. */
async function asked() {
  const { code, dossierId } = await submitLending(house);
  const request = { gaps, explanation: 'Chụp lại rồi gửi', answerDueAt: new Date('2018-05-21T17:30+07:00'), headReason: '' };
  const answer = await requestSupplement(house, staff.receiver, { code, commandId: crypto.randomUUID(), request });
  assert.ok(answer && !isRefusal(answer), JSON.stringify(answer));
  return { code, dossierId, proof: { token: tokenOf(house.key, dossierId) } };
}

function send(code: string, proof: Proof, componentNo: number, [name, content]: [name: string, content: Buffer]) {
  return keepSupplementFiles(house, proof, { code, componentNo }, async () => [{ name, content }]);
}

async function tokenFor(code: string): Promise<string> {
  const row = await house.db.selectFrom('dossier_code').select('dossier_id').where('code', '=', code).executeTakeFirstOrThrow();
  return tokenOf(house.key, row.dossier_id);
}
