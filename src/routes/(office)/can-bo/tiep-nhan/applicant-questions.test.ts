import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { asDay } from '#domain/calendar/day.ts';
import type { Answers } from '#domain/form/form.ts';
import { readForm } from '#domain/form/read-form.ts';
import { wordsFor } from '#lib/words/words.ts';
import { applicantQuestions, collectionQuestions } from './applicant-questions.ts';

const data = (name: string): unknown => JSON.parse(readFileSync(`data/ha-giang/forms/${name}.json`, 'utf8'));
const [page] = readForm(data('standard'), data('applicant')).pages;
assert.ok(page);
const words = wordsFor('vi');

function hintOf(questionId: string, answers: Answers): string | null | undefined {
  assert.ok(page);
  return applicantQuestions(page, answers, asDay('2018-05-02'), words).find((question) => question.questionId === questionId)?.hint;
}

test('the applicant’s questions come in the order of an identity card, and none is left out', () => {
  const asked = applicantQuestions(page, {}, asDay('2018-05-02'), words).map(({ questionId }) => questionId);
  assert.deepEqual(asked.slice(0, 4), ['applicant-kind', 'applicant-identity', 'applicant-name', 'applicant-born-on']);
  const later = collectionQuestions(page, words).map(({ questionId }) => questionId);
  assert.deepEqual([...asked, ...later].toSorted(), page.questions.map(({ questionId }) => questionId).toSorted());
});

const identities: [what: string, answers: Answers, hint: string | null][] = [
  ['nothing typed', {}, null],
  ['a number that fits', { 'applicant-identity': '002 194 000 000', 'applicant-born-on': '1994-09-02' }, '12 số: nữ, sinh 1994'],
  [
    'another year of birth',
    { 'applicant-identity': '002194000000', 'applicant-born-on': '1990-09-02' },
    'Trong số là sinh 1994, khác ngày sinh đã ghi',
  ],
  ['a number of before', { 'applicant-identity': '073123456' }, '9 số: chứng minh nhân dân'],
  ['no such province', { 'applicant-identity': '003194000000' }, 'Ba số đầu không phải mã tỉnh nào; hãy nhìn lại giấy'],
  ['a passport', { 'applicant-identity': 'B1234567' }, 'Không phải 12 hay 9 chữ số; nếu là hộ chiếu thì được'],
];
for (const [what, answers, hint] of identities) {
  test(`an identity number, ${what}`, () => assert.equal(hintOf('applicant-identity', answers), hint));
}

test('a telephone number of before September 2018 is shown as it is today', () => {
  assert.equal(hintOf('applicant-phone', { 'applicant-phone': '0168 345 6789' }), 'Đầu số mới: 0383 456 789');
  assert.equal(hintOf('applicant-phone', { 'applicant-phone': '0912 345 678' }), null);
  assert.equal(hintOf('applicant-phone', { 'applicant-phone': '12' }), null);
});
