import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readForm } from './read-form.ts';

const applicant = { pageId: 'applicant', title: 'Người nộp', questions: [choice('kind')] };

test('a form begins with the applicant’s page, and what is usual is filled in', () => {
  const form = readForm(formWith({ questionId: 'name', kind: 'text', label: 'Tên' }), applicant);
  assert.deepEqual(
    form.pages.map(({ pageId }) => pageId),
    ['applicant', 'p'],
  );
  assert.partialDeepStrictEqual(form.pages[1]?.questions[0], { hint: null, required: true, maxLength: 300, choices: [], when: null });
});

const faults: [what: string, written: unknown, place: RegExp][] = [
  ['a question asked twice', formWith(choice('kind')), /kind: asked twice/],
  ['a condition on what comes later', formWith({ ...choice('a'), when: { questionId: 'b', is: ['x'] } }, choice('b')), /a: no such choice/],
  [
    'a condition on a choice that is not offered',
    formWith({ ...choice('a'), when: { questionId: 'kind', is: ['z'] } }),
    /a: no such choice/,
  ],
  ['a choice of one', formWith({ ...choice('a'), choices: [{ value: 'x', label: 'x' }] }), /a: nothing to choose/],
  ['an unknown kind', formWith({ ...choice('a'), kind: 'colour' }), /questions\.0\.kind: colour/],
  ['no label', formWith({ questionId: 'a', kind: 'text' }), /questions\.0\.label/],
  ['no form at all', null, /form: not an object/],
];
for (const [what, written, place] of faults) {
  test(`${what} is a fault in the data and named by its place`, () => assert.throws(() => readForm(written, applicant), place));
}

function formWith(...questions: object[]): object {
  return { formId: 'f', version: 1, pages: [{ pageId: 'p', title: 'p', questions }] };
}

function choice(questionId: string) {
  const choices = ['x', 'y'].map((value) => ({ value, label: value }));
  return { questionId, kind: 'choice', label: questionId, choices };
}
