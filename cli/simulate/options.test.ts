import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asDay } from '#domain/calendar/day.ts';
import { readOptions } from './options.ts';

const now = new Date('2019-03-14T10:20+07:00');
const firstDay = asDay('2018-01-01');

function options(...args: string[]) {
  return readOptions(args, now, firstDay);
}

test('without options it is the last year, up to now', () => {
  const { wanted, show, anyway } = options();
  assert.deepEqual(wanted, { dossiers: 10_000, seed: '1', span: { from: '2018-03-14', until: now } });
  assert.deepEqual([show, anyway], [undefined, false]);
});

test('a year that the calendar does not reach is as long as it does', () => {
  assert.equal(options('--until', '2018-05-02').wanted.span.from, '2018-01-01');
  assert.throws(() => options('--from', '2017-12-31'), /before the calendar, which begins on 2018-01-01/);
});

test('a day that is over ends at midnight, today now', () => {
  assert.deepEqual(options('--until', '2019-03-13').wanted.span.until, new Date('2019-03-14T00:00+07:00'));
  assert.deepEqual(options('--until', '2019-03-14').wanted.span.until, now);
});

test('a picture goes to a file, or without one to the standard output', () => {
  assert.equal(options('--show', 'year.svg', '--seed', '7').show, 'year.svg');
  assert.equal(options('--show').show, '-');
  const { show, wanted } = options('--show', '--dossiers', '20');
  assert.deepEqual([show, wanted.dossiers], ['-', 20]);
});

test('what is no number, no day or no span is told, and so is what it does not know', () => {
  for (const [args, said] of [
    [['--dossiers', '1.5'], /whole number/],
    [['--dossiers', '0'], /whole number/],
    [['--from', '2018-02-30'], /no day/],
    [['--from', '2019-03-15'], /not before/],
    [['--fast'], /motcua simulate/],
    [['200'], /motcua simulate/],
  ] as const)
    assert.throws(() => options(...args), said);
});
