import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnWay } from '#tests/drawn-version.ts';
import { lendingForm } from '#tests/lending-world.ts';
import { questionsRead } from './condition-questions.ts';

const lines = ['S:start > receive > X:xor > appraise > sign > number > return > E:end', 'X > appraise2 > sign'];

const [page] = lendingForm.pages;
assert.ok(page);
const [name] = page.questions;
assert.ok(name);
const note = { ...name, questionId: 'note', when: { questionId: 'applicant-name', is: ['x'] } };
const form = { ...lendingForm, pages: [page, { ...page, pageId: 'more', questions: [note, { ...name, questionId: 'loan-days' }] }] };

test('the questions that conditions read are asked in the order of the form, each alone and never owed; others are not', () => {
  const conditions = { 'X-appraise2': 'note = "post" and contains(applicant-name, "Dính") and weight > 2' };
  const read = questionsRead(drawnWay(lines, { conditions }), form);
  assert.deepEqual(
    read.map(({ questionId, required, when }) => [questionId, required, when]),
    [
      ['applicant-name', false, null],
      ['note', false, null],
    ],
  );
  assert.deepEqual(questionsRead(drawnWay(lines), form), []);
});
