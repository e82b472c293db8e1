import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsFor } from '#lib/words/words.ts';
import { wrongPlaces } from './wrong-places.ts';

const words = wordsFor('vi');

test('what is wrong in a box is said beside it, and in the summary with what the box is called', () => {
  const { beside, summary, above } = wrongPlaces('apologise', { refused: 'answers-incomplete', at: { 'hen-ngay': 'missing' } }, words);
  assert.deepEqual(beside, { 'hen-ngay': 'Chưa trả lời' });
  assert.deepEqual(summary, [{ id: 'hen-ngay', words: 'Hẹn lại ngày: chưa trả lời' }]);
  assert.equal(above, undefined);
});

test('a refusal of the rules stands at the box that it is about, with the paper that is missing', () => {
  const refusal = { refused: 'component-missing', facts: { component: 'Đơn mượn nhạc cụ' } } as const;
  const { summary } = wrongPlaces('receive dossier', refusal, words);
  assert.deepEqual(summary, [{ id: 'dat', words: 'Còn thiếu giấy tờ bắt buộc. Đơn mượn nhạc cụ.' }]);
});

test('what no box is to blame for stands above the form', () => {
  const { beside, above } = wrongPlaces('take dossier', { refused: 'taken-by-colleague' }, words);
  assert.deepEqual(beside, {});
  assert.equal(above, 'Một đồng nghiệp đã nhận làm hồ sơ này.');
});
