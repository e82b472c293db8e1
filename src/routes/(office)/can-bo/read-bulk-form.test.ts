import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBulkForm } from './read-bulk-form.ts';

const id = '018f0000-0000-4000-8000-000000000001';

function formOf(...pairs: [name: string, value: string][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

test('each ticked dossier is named with its task and a command of its own', () => {
  const answer = readBulkForm(formOf(['viec', 'take dossier'], ['c', `H22-1 ${id} 2`], ['c', `H22-2 ${id} 3`]));
  assert.deepEqual(answer, {
    act: 'take dossier',
    ticked: [
      { code: 'H22-1', commandId: id, taskNo: 2 },
      { code: 'H22-2', commandId: id, taskNo: 3 },
    ],
  });
});

test('what is no form of ours is refused before any act', () => {
  for (const form of [
    formOf(['viec', 'sign result'], ['c', `H22-1 ${id} 2`]),
    formOf(['viec', 'take dossier'], ['c', 'H22-1 nothing 2']),
    formOf(['viec', 'take dossier'], ['c', `H22\0 ${id} 2`]),
    formOf(['viec', 'take dossier'], ['c', `H22-1 ${id}`]),
    formOf(['viec', 'take dossier'], ['c', `H22-1 ${id} two`]),
    formOf(['c', `H22-1 ${id} 2`]),
  ])
    assert.deepEqual(readBulkForm(form), { refused: 'malformed' });
});
