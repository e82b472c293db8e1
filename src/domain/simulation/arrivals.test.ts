import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, asDay, dayOf, instantAt, minuteOfDay, weekdayOf } from '#domain/calendar/day.ts';
import { isOpen } from '#domain/calendar/working-calendar.ts';
import { vietnam } from '#tests/vietnam-calendar.ts';
import { arrivalsIn, season } from './arrivals.ts';
import { seedOf } from './chance.ts';

const year = { from: asDay('2019-01-01'), until: instantAt(asDay('2020-01-01'), 0) };

test('nobody comes to a counter that is closed, everybody within the span, in the order of time', () => {
  const { at, online } = arrivalsIn(year, 4000, vietnam, seedOf('a'));
  assert.equal(at.length, 4000);
  at.forEach((moment, no) => {
    assert.ok(moment >= instantAt(year.from, 0).getTime() && moment < year.until.getTime());
    assert.ok(no === 0 || moment >= (at[no - 1] ?? 0));
    if (online[no] === 0) assert.ok(isOpen(new Date(moment), vietnam), new Date(moment).toISOString());
  });
});

test('Monday mornings are the fullest, and more come before Tết than after it', () => {
  const { at, online } = arrivalsIn(year, 20_000, vietnam, seedOf('b'));
  const atCounter = [...at].filter((_, no) => online[no] === 0).map((moment) => new Date(moment));
  const mornings = [1, 2, 3, 4, 5].map(
    (weekday) => atCounter.filter((on) => weekdayOf(dayOf(on)) === weekday && minuteOfDay(on) < 690).length,
  );
  assert.deepEqual(mornings.toSorted((one, other) => other - one)[0], mornings[0]);

  // 5 February 2019 was the first day of the lunar year.
  const within = (from: string, days: number) => {
    const [first, end] = [instantAt(asDay(from), 0), instantAt(addDays(asDay(from), days), 0)];
    return atCounter.filter((on) => on >= first && on < end).length;
  };
  assert.ok(within('2019-01-21', 5) > 1.5 * within('2019-02-11', 5));
  assert.equal(within('2019-02-04', 5), 0);
  assert.ok(season(asDay('2019-01-25'), vietnam) > 1 && season(asDay('2019-02-12'), vietnam) < 1);
});

test('the same seed has the same people come; another has others', () => {
  const of = (seed: string) => [...arrivalsIn(year, 300, vietnam, seedOf(seed)).at];
  assert.deepEqual(of('c'), of('c'));
  assert.notDeepEqual(of('c'), of('d'));
});
