import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '#domain/refusal.ts';
import { rate, type Score, satisfaction, scores } from './rating.ts';

const returned = { state: 'returned' } as const;
const typed = { score: '4', aspects: { access: '5', officer: '' }, comment: ' Nhanh \r\n gọn ' };

test('a rating is the whole from 1 to 5, aspects or not, and a comment', () => {
  assert.deepEqual(rate(returned, typed), { score: 4, aspects: { access: 5 }, comment: 'Nhanh \n gọn' });
  assert.deepEqual(rate(returned, { score: 1, aspects: {}, comment: '' }), { score: 1, aspects: {}, comment: '' });
});

test('nothing is rated before the result is in the applicant’s hands', () => {
  for (const state of ['submitted', 'in progress', 'result ready', 'refused', 'withdrawn', 'not accepted', 'stopped'] as const)
    assert.deepEqual(rate({ state }, typed), { refused: 'wrong-state', facts: { state } });
});

test('a score is a whole number from 1 to 5, and one has to be chosen', () => {
  for (const score of ['0', '6', '4.5', '04', 'x', 4.5, -1])
    assert.deepEqual(rate(returned, { ...typed, score }), { refused: 'score-out-of-range', at: { score: 'not-a-choice' } });
  assert.deepEqual(rate(returned, { ...typed, score: '' }), { refused: 'score-out-of-range', at: { score: 'missing' } });
  assert.deepEqual(rate(returned, { ...typed, aspects: { result: '9' } }), {
    refused: 'score-out-of-range',
    at: { result: 'not-a-choice' },
  });
});

test('a comment that cannot be kept, or is too long, is said beside it', () => {
  assert.deepEqual(rate(returned, { ...typed, comment: 'a\0' }), { refused: 'answers-incomplete', at: { comment: 'not-storable' } });
  assert.deepEqual(rate(returned, { ...typed, comment: 'a'.repeat(3001) }), { refused: 'answers-incomplete', at: { comment: 'too-long' } });
  assert.ok(!isRefusal(rate(returned, { ...typed, comment: 'a'.repeat(3000) })));
});

test('satisfied is who gives 4 or 5; nobody asked is not nobody satisfied', () => {
  assert.deepEqual(satisfaction({ 1: 1, 2: 0, 3: 0, 4: 2, 5: 1 }), { satisfied: 3, all: 4, share: 0.75 });
  assert.deepEqual(satisfaction({ 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }), { satisfied: 0, all: 0, share: null });
});

test('each further 4 or 5 raises the share, each other one lowers it', () => {
  const counts = fc.record(Object.fromEntries(scores.map((score) => [score, fc.nat(1000)])) as Record<Score, fc.Arbitrary<number>>);
  fc.assert(
    fc.property(counts, fc.constantFrom(...scores), (ratings, score) => {
      const before = satisfaction(ratings).share;
      const after = satisfaction({ ...ratings, [score]: ratings[score] + 1 }).share ?? Number.NaN;
      if (before !== null) assert.ok(score >= 4 ? after >= before : after <= before);
    }),
  );
});
