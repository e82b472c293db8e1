import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBulkForm } from './read-bulk-form.ts';

const id = '018f0000-0000-4000-8000-000000000001';

function formOf(...pairs: [name: string, value: string][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

test('each ticked dossier is named with a command of its own', () => {
  const answer = readBulkForm(formOf(['viec', 'take dossier'], ['c', `H22-1 ${id}`], ['c', `H22-2 ${id}`]));
  assert.deepEqual(answer, {
    act: 'take dossier',
    ticked: [
      { code: 'H22-1', commandId: id },
      { code: 'H22-2', commandId: id },
    ],
  });
});

test('what is no form of ours is refused before any act', () => {
  for (const form of [
    formOf(['viec', 'sign result'], ['c', `H22-1 ${id}`]),
    formOf(['viec', 'take dossier'], ['c', 'H22-1 nothing']),
    formOf(['viec', 'take dossier'], ['c', `H22\0 ${id}`]),
    formOf(['c', `H22-1 ${id}`]),
  ])
    assert.deepEqual(readBulkForm(form), { refused: 'malformed' });
});
