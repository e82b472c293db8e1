import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dateInWords, dayAsAnswered, dayInLetters, dong, momentInWords, numberInLetters, size } from './wording.ts';

const numbers: [value: number, letters: string][] = [
  [0, 'không'],
  [4, 'bốn'],
  [10, 'mười'],
  [11, 'mười một'],
  [15, 'mười lăm'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [25, 'hai mươi lăm'],
  [50, 'năm mươi'],
  [100, 'một trăm'],
  [105, 'một trăm linh năm'],
  [111, 'một trăm mười một'],
  [1005, 'một nghìn không trăm linh năm'],
  [2018, 'hai nghìn không trăm mười tám'],
  [105_015, 'một trăm linh năm nghìn không trăm mười lăm'],
  [50_000_000, 'năm mươi triệu'],
  [1_000_000_001, 'một tỷ không trăm linh một'],
];
for (const [value, letters] of numbers) test(`${value} is written out: ${letters}`, () => assert.equal(numberInLetters(value), letters));

test('numbers that stand close together are written out differently', () => {
  const [number, apart] = [fc.integer({ min: 0, max: 10 ** 12 }), fc.integer({ min: 1, max: 2000 })];
  fc.assert(fc.property(number, apart, (one, more) => numberInLetters(one) !== numberInLetters(one + more)));
});

test('what is no whole number is refused', () => {
  for (const value of [-1, 1.5, Number.NaN]) assert.throws(() => numberInLetters(value), RangeError);
});

test('days below 10 and months below 3 have a zero before them', () => {
  assert.equal(dateInWords(new Date('2018-02-04T01:00+07:00')), 'ngày 04 tháng 02 năm 2018');
  assert.equal(dateInWords(new Date('2018-05-14T23:59+07:00')), 'ngày 14 tháng 5 năm 2018');
});

test('a moment is told by the clock of Hà Giang', () => {
  assert.equal(momentInWords(new Date('2018-05-05T18:30Z')), '01 giờ 30 phút, Chủ nhật ngày 06/5/2018');
});

test('an answer that is no day stays as it was typed', () => {
  assert.equal(dayAsAnswered('2018-04-27'), '27/4/2018');
  assert.equal(dayAsAnswered('khoảng năm 1950'), 'khoảng năm 1950');
  assert.equal(dayInLetters('khoảng năm 1950'), '');
});

test('money and sizes are written as people read them', () => {
  assert.equal(dong(1_250_000), '1.250.000 đồng');
  assert.deepEqual([size(999), size(812_345), size(2_481_900)], ['999 B', '812,3 kB', '2,5 MB']);
});
