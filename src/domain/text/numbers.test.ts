import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatNumber, formatPercent, formatVnd, parseTypedNumber } from './numbers.ts';

test('money has dots between thousands and the word đồng', () => {
  assert.equal(formatVnd(100_000, 'vi'), '100.000 đồng');
  assert.equal(formatVnd(2_100_000, 'vi'), '2.100.000 đồng');
  assert.equal(formatVnd(0, 'vi'), '0 đồng');
  assert.equal(formatVnd(100_000, 'en'), 'VND 100,000');
});

test('counts and shares have a comma before decimals in Vietnamese, a point in English', () => {
  assert.equal(formatNumber(1234.5, 'vi'), '1.234,5');
  assert.equal(formatNumber(1234.5, 'en'), '1,234.5');
  assert.equal(formatNumber(2, 'vi', 1), '2,0');
  assert.equal(formatPercent(86.4, 'vi'), '86,4%');
  assert.equal(formatPercent(100, 'vi'), '100%');
  assert.equal(formatPercent(86.44, 'en'), '86.4%');
});

const typed: [text: string, number: number | undefined][] = [
  ['100.000', 100_000],
  [' 1 000 000 ', 1_000_000],
  ['100000', 100_000],
  ['2,5', 2.5],
  ['-3', -3],
  ['2.5', undefined],
  ['1.00', undefined],
  ['1.000.00', undefined],
  ['12,', undefined],
  ['1e5', undefined],
  ['', undefined],
];
for (const [text, number] of typed) test(`“${text}” is read as ${number}`, () => assert.equal(parseTypedNumber(text), number));

test('a number shown in Vietnamese is read back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (tenths) =>
      assert.equal(parseTypedNumber(formatNumber(tenths / 10, 'vi')), tenths / 10),
    ),
  );
});
