import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnWay } from '#tests/drawn-version.ts';
import { lendingForm } from '#tests/lending-world.ts';
import { conditionDoubts } from './condition-doubts.ts';

const lines = ['S:start > receive > X:xor > appraise > sign > number > return > E:end', 'X > appraise2 > sign'];
const [page] = lendingForm.pages;
const [name] = page?.questions ?? [];
assert.ok(page && name);
const choices = ['lute', 'bell'].map((value) => ({ value, label: `A ${value}` }));
const form = {
  ...lendingForm,
  pages: [{ ...page, questions: [name, { ...name, questionId: 'instrument-kind', kind: 'choice' as const, choices }] }],
};
const doubts = (condition: string) => conditionDoubts(drawnWay(lines, { conditions: { 'X-appraise2': condition } }), form);
const values = (condition: string) => doubts(condition).map(({ value }) => value);

test('a comparison with an option that the question does not have is doubtful, with its place', () => {
  assert.deepEqual(doubts('instrument-kind = "drum"'), [
    {
      kind: 'condition-compares-unoffered',
      element: 'X-appraise2',
      at: 18,
      name: 'instrument-kind',
      value: 'drum',
      offered: ['lute', 'bell'],
    },
  ]);
  assert.deepEqual(doubts('instrument-kind = "bell" or instrument-kind != "lute"'), []);
});

test('it is so whichever side the option stands on, among others, or behind “in”', () => {
  assert.deepEqual(values('"A bell" = (instrument-kind)'), ['A bell']);
  assert.deepEqual(values('instrument-kind in ("bell", "drum") and instrument-kind in ["flute"]'), ['drum', 'flute']);
  assert.deepEqual(values('not(instrument-kind != "a \\"b\\"")'), ['a "b"']);
});

test('what is typed freely, compared for its order, or not asked at all is not doubted', () => {
  assert.deepEqual(values('applicant-name = "drum" and weight = "drum"'), []);
  assert.deepEqual(values('instrument-kind > "drum" or instrument-kind between "a" and "c" or instrument-kind in ["a".."c"]'), []);
  assert.deepEqual(values('contains(instrument-kind, "drum")'), []);
});

test('a condition that cannot be read, or a version without a form, leaves nothing to doubt', () => {
  assert.deepEqual(values('instrument-kind = "drum" and ('), []);
  assert.deepEqual(conditionDoubts(drawnWay(lines, { conditions: { 'X-appraise2': 'a = "b"' } }), null), []);
});
