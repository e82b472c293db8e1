import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#domain/calendar/day.ts';
import { timerDueAt } from './timer.ts';

const set = instantOf('2018-01-31T09:00');

const spans: [what: string, value: string, due: string | undefined][] = [
  ['days are calendar days, at the same time of day', 'P2D', '2018-02-02T09:00'],
  ['a month ends with the shorter month', 'P1M', '2018-02-28T09:00'],
  ['a year and a week', 'P1Y1W', '2019-02-07T09:00'],
  ['hours and minutes run on the clock', 'PT20H30M', '2018-02-01T05:30'],
  ['days and hours together', 'P1DT1H', '2018-02-01T10:00'],
  ['seconds are counted too', 'PT1M30S', '2018-01-31T09:01:30'],
  ['years, months, weeks and days of any number of figures', 'P1Y10M10W10D', '2020-02-18T09:00'],
  ['hours, minutes and seconds of any number of figures', 'PT10H10M10S', '2018-01-31T19:10:10'],
  ['ten years are the longest', 'P3660D', '2028-02-08T09:00'],
  ['a second more is a mistake', 'P3660DT1S', undefined],
  ['nine years and more days than the tenth has as well', 'P118M2D', '2027-12-02T09:00'],
  ['months count as the longest', 'P118M3D', undefined],
  ['what stands before a span is no span', 'xP2D', undefined],
  ['nor what stands behind it', 'P2Dx', undefined],
  ['a sign of hours without any is none', 'P1DT', undefined],
  ['nothing is no span', 'PT0S', undefined],
  ['only a sign is none', 'P', undefined],
  ['words are none', '2 days', undefined],
  ['a span of a lifetime is a mistake', 'P90Y', undefined],
];
for (const [what, value, due] of spans) {
  test(what, () => assert.deepEqual(timerDueAt({ kind: 'duration', value }, set), due && instantOf(due)));
}

const moments: [what: string, value: string, due: string | undefined][] = [
  ['a day begins at midnight', '2018-05-14', '2018-05-14T00:00'],
  ['a moment is on the wall clock here', '2018-05-14T17:30', '2018-05-14T17:30'],
  ['unless it names its zone', '2018-05-14T10:30:00Z', '2018-05-14T17:30'],
  ['seconds and their parts may stand there', '2018-05-14T17:30:15.5', '2018-05-14T17:30:15.500'],
  ['another zone is another moment', '2018-05-14T17:30+09:00', '2018-05-14T15:30'],
  ['what stands before a moment is none', 'x2018-05-14T17:30', undefined],
  ['nor what stands behind it', '2018-05-14T17:30x', undefined],
  ['a part of a second has three figures at most', '2018-05-14T17:30:15.5000', undefined],
  ['a day that does not exist has no moment', '2018-02-30T10:00', undefined],
  ['a day that does not exist is none', '2018-02-30', undefined],
  ['nor is an hour that does not', '2018-02-20T25:00', undefined],
];
for (const [what, value, due] of moments) {
  test(what, () => assert.deepEqual(timerDueAt({ kind: 'date', value }, set), due && instantOf(due)));
}

test('a span keeps the seconds of the moment it is set at', () => {
  const at = instantOf('2018-01-31T09:00:20');
  assert.deepEqual(timerDueAt({ kind: 'duration', value: 'P1D' }, at), instantOf('2018-02-01T09:00:20'));
});
