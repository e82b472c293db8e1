import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { isRefusal } from '#domain/refusal.ts';
import type { PageText } from '#server/papers/page-text.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { readPdf } from '#tests/read-pdf.ts';
import { issueReceipt } from './issue-receipt.ts';
import { type Planned, previewPaper } from './preview-paper.ts';
import { receiveDossier } from './receive-dossier.ts';

let house: HouseForTests;
let code: string;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
  code = (await submitLending(house)).code;
});
afterEach(() => house.close());

const receiving: Planned = { act: 'receive dossier', request: receipt };

test('the receipt is seen before the act, with the words that are printed after it', async () => {
  const seen = linesOf(await previewPaper(house, staff.receiver, code, receiving));
  const received = await receiveDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: receipt });
  assert.ok(received && !isRefusal(received));
  const paper = await issueReceipt(house, code, received.version);
  const { text } = await readPdf(await house.files.read(paper?.digest ?? ''));

  assert.ok(seen.includes('Hẹn trả kết quả lúc: 17 giờ 30 phút, thứ Hai ngày 21/5/2018'));
  for (const line of seen) assert.ok(bare(text).includes(bare(line)), line);
});

test('a paper is seen although its form is half filled in', async () => {
  const answerDueAt = new Date('2018-05-21T17:30+07:00');
  const request = { gaps: [{ component: 'Đơn', why: 'thiếu chữ ký' }], explanation: '', answerDueAt, headReason: '' };
  const seen = linesOf(await previewPaper(house, staff.receiver, code, { act: 'request supplement', request }));
  assert.ok(seen.includes('Đơn: thiếu chữ ký'));
  const nothing = linesOf(
    await previewPaper(house, staff.receiver, code, { act: 'request supplement', request: { ...request, gaps: [] } }),
  );
  assert.equal(nothing.length, seen.length - 1);
});

test('nothing happens by looking, but it is recorded that he saw the whole address', async () => {
  await previewPaper(house, staff.receiver, code, receiving);
  const events = await house.db.selectFrom('dossier_event').select('type').execute();
  assert.deepEqual(events, [{ type: 'submitted' }]);
  const readings = await house.db.selectFrom('read_log').select(['what', 'officer_id']).execute();
  assert.deepEqual(readings, [{ what: 'paper of receive dossier', officer_id: staff.receiver.officerId }]);
});

test('whose act it is not sees no paper of it', async () => {
  assert.deepEqual(await previewPaper(house, staff.specialist, code, receiving), { refused: 'role-missing' });
  assert.equal(await previewPaper(house, staff.receiver, 'H22-000000-0000', receiving), undefined);
  const denied: Planned = { act: 'answer withdrawal', request: { granted: false, reason: 'Đang ký' } };
  assert.equal(await previewPaper(house, staff.receiver, code, denied), null);
});

function linesOf(page: PageText | null | undefined | object): string[] {
  assert.ok(page && 'parts' in page);
  return page.parts.flatMap((part) => {
    if (part.as === 'list') return part.items;
    return part.as === 'table' ? part.rows.flat() : [part.words.map(({ text }) => text).join('')];
  });
}

function bare(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}
