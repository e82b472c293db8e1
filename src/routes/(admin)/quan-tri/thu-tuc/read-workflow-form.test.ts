import assert from 'node:assert/strict';
import { test } from 'node:test';
import { taskRows } from '#domain/workflow/edit-tasks.ts';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import { writeBpmn } from '#domain/workflow/write-bpmn.ts';
import { drawnWay } from '#tests/drawn-version.ts';
import { readBpmnFile, readDraftForm } from './read-workflow-form.ts';

const names = { agency: (id: string) => id, unit: (kind: string) => kind };

function sending(content: string | Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData();
  form.set('file', new File([content], 'quy-trinh.bpmn'));
  return form;
}

test('a file that is sent is read in UTF-8 and UTF-16; none, one that is no text and one of 10 MB are refused before they are read', async () => {
  assert.equal(await readBpmnFile(sending('<x>ữ</x>')), '<x>ữ</x>');
  assert.equal(await readBpmnFile(sending(new Uint8Array(Buffer.from('\ufeff<x>ữ</x>', 'utf16le')))), '<x>ữ</x>');
  assert.deepEqual(await readBpmnFile(sending('')), { fileMissing: true });
  assert.deepEqual(await readBpmnFile(new FormData()), { fileMissing: true });
  for (const [content, reason] of [
    [Uint8Array.of(0x3c, 0xff, 0xfe), 'not-text'],
    [new Uint8Array(10_000_001).fill(0x20), 'too-large'],
  ] as const) {
    const answer = await readBpmnFile(sending(content));
    assert.ok(typeof answer === 'object' && 'unread' in answer);
    assert.partialDeepStrictEqual(answer.unread, [{ reason, what: 'quy-trinh.bpmn' }]);
  }
});

test('what is typed into the rows counts over the drawing that is sent with them; a drawing that cannot be read is handed on as it is', async () => {
  const form = new FormData();
  form.set('document', await writeBpmn(drawnWay(['S:start > receive > appraise > sign > number > return > E:end'])));
  form.set('draftVersion', '7');
  const typed = { name: ' Xem xét ', kind: 'appraise', agency: 'music', share: '12,5', form: 'Mẫu 01', paper: '' };
  for (const [box, value] of Object.entries(typed)) form.set(`${box}:appraise`, value);
  for (const act of ['refuse', 'send-back']) form.append('acts:appraise', act);
  const sent = await readDraftForm(form, names, 'Bước mới');
  const read = await readBpmn(sent.document);
  assert.ok('workflow' in read && sent.draftVersion === 7);
  const [, row] = taskRows(read.workflow);
  assert.partialDeepStrictEqual(row, { name: 'Xem xét', sharePct: 12.5, form: 'Mẫu 01', paper: null, acts: ['refuse', 'send-back'] });

  form.set('document', '<html/>');
  assert.deepEqual(await readDraftForm(form, names, 'Bước mới'), { draftVersion: 7, document: '<html/>' });
});
