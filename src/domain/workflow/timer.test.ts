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
  ['a day that does not exist is none', '2018-02-30', undefined],
  ['nor is an hour that does not', '2018-02-20T25:00', undefined],
];
for (const [what, value, due] of moments) {
  test(what, () => assert.deepEqual(timerDueAt({ kind: 'date', value }, set), due && instantOf(due)));
}
