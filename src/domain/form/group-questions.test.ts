import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Question } from './form.ts';
import { groupQuestions } from './group-questions.ts';

test('what a choice brings stands under it, grouped by the choices that bring it', () => {
  const asked = [
    question('who'),
    question('firm', 'who', 'firm'),
    question('number', 'who', 'firm'),
    question('name', 'who', 'self'),
    question('phone'),
  ];
  assert.deepEqual(
    groupQuestions(asked).map(({ question: { questionId }, groups }) => [
      questionId,
      groups.map((group) => group.questions.map((q) => q.questionId)),
    ]),
    [
      ['who', [['firm', 'number'], ['name']]],
      ['phone', []],
    ],
  );
});

test('no question is lost: one whose choice stands elsewhere, or hangs on a choice itself, stands by itself', () => {
  const asked = [
    question('elsewhere', 'other page', 'x'),
    question('who'),
    question('firm', 'who', 'firm'),
    question('deeper', 'firm', 'x'),
  ];
  assert.deepEqual(
    groupQuestions(asked).flatMap(({ question: { questionId }, groups }) => [
      questionId,
      ...groups.flatMap((group) => group.questions.map((q) => q.questionId)),
    ]),
    ['elsewhere', 'who', 'firm', 'deeper'],
  );
});

function question(questionId: string, parent?: string, is = ''): Question {
  const when = parent ? { questionId: parent, is: [is] } : null;
  return { questionId, kind: 'text', label: questionId, hint: null, required: true, maxLength: 300, choices: [], when };
}
