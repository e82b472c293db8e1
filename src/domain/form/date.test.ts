import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DateFault, faultOfDate, joinDate, splitDate } from './date.ts';

const dates: [day: string, month: string, year: string, kept: string, wrong?: DateFault][] = [
  ['27', '4', '2018', '2018-04-27'],
  ['07', '04', '2018', '2018-04-07'],
  ['27/4/2018', '', '', '2018-04-27'],
  ['', '', '', '', { wrong: 'day-missing' }],
  ['27', '', '2018', '27//2018', { wrong: 'month-missing' }],
  ['27', '4', '', '27/4/', { wrong: 'year-missing' }],
  ['31', '4', '2018', '31/4/2018', { wrong: 'month-too-short', month: 4, days: 30 }],
  ['29', '2', '2018', '29/2/2018', { wrong: 'month-too-short', month: 2, days: 28 }],
  ['30', '2', '2016', '30/2/2016', { wrong: 'month-too-short', month: 2, days: 29 }],
  ['40', '4', '2018', '40/4/2018', { wrong: 'no-such-day' }],
  ['1', '13', '2018', '1/13/2018', { wrong: 'no-such-month' }],
  ['1', '4', '18', '1/4/18', { wrong: 'year-not-four-figures' }],
  ['một', '4', '2018', 'một/4/2018', { wrong: 'not-figures' }],
];
for (const [day, month, year, kept, wrong] of dates) {
  test(`${day} | ${month} | ${year} is kept as ${kept || 'nothing'}${wrong ? `: ${wrong.wrong}` : ''}`, () => {
    assert.equal(joinDate({ day, month, year }), kept);
    assert.deepEqual(faultOfDate(kept), wrong);
  });
}

test('what was typed into three boxes comes back as it was typed', () => {
  const box = fc.string().map((text) => text.replaceAll('/', '').trim());
  fc.assert(
    fc.property(box, box, box, (day, month, year) => {
      const kept = joinDate({ day, month, year });
      fc.pre(faultOfDate(kept) !== undefined);
      assert.deepEqual(splitDate(kept), { day, month, year });
    }),
  );
});

test('every day that exists is kept and shown again as that day', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1850-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      assert.equal(joinDate(splitDate(day)), day);
    }),
  );
});
