import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparePersons, compareTexts } from './names.ts';

test('a ă â, d đ, e ê, o ô ơ, u ư are letters of their own, tones only break ties', () => {
  const sorted = ['da', 'dá', 'dam', 'dăm', 'dâm', 'dê', 'dơ', 'đa', 'đá', 'đam', 'em', 'êm'];
  assert.deepEqual([...sorted].reverse().sort(compareTexts), sorted);
});

test('persons are listed by given name, then by the rest', () => {
  const sorted = ['Y', 'Nguyễn Văn An', 'Trần An', 'Lê Thị Ánh', 'Bùi Bình', 'Hoàng Văn Dũng', 'Ðặng Đạt', 'Vàng Mí Sính'];
  const [y, ...others] = sorted;
  assert.deepEqual([...sorted].reverse().sort(comparePersons), [...others, y]);
});

test('the look-alike Ð is sorted as Đ', () => {
  assert.deepEqual(['Ðông', 'Đan', 'Đôn'].sort(compareTexts), ['Đan', 'Đôn', 'Ðông']);
});
