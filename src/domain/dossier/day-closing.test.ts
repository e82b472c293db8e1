import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { asDay } from '#domain/calendar/day.ts';
import { closeDay, type DayClosing, firstBrokenClosing, monthsOf } from './day-closing.ts';

const days = ['2018-05-14', '2018-05-15', '2018-05-16'].map(asDay);
const heads = [['a', 'b'], [], ['c']].map((letters) => letters.map((letter) => letter.repeat(64)));
const closings: DayClosing[] = [];
for (const [i, day] of days.entries()) closings.push(closeDay(closings.at(-1), day, heads[i] ?? []));

test('a day is closed with how many dossiers moved on it, and holds the hash of the day before', () => {
  assert.deepEqual(
    closings.map(({ day, size }) => [day, size]),
    days.map((day, i) => [day, [2, 0, 1][i]]),
  );
  let before = '0'.repeat(64);
  for (const { day, size, root, hash } of closings) {
    assert.equal(hash, createHash('sha256').update(`${before} ${day} ${size} ${root}`).digest('hex'));
    before = hash;
  }
});

test('days that nobody touched hold, from the first or from any after it', () => {
  assert.equal(firstBrokenClosing(closings), undefined);
  assert.equal(firstBrokenClosing(closings.slice(1), closings[0]?.hash), undefined);
  assert.equal(firstBrokenClosing([]), undefined);
});

test('a day whose number of dossiers, root or place was changed is the first that does not hold', () => {
  const [first, second, third] = closings;
  assert.ok(first && second && third);
  assert.equal(firstBrokenClosing([first, { ...second, size: 1 }, third])?.day, second.day);
  assert.equal(firstBrokenClosing([first, { ...second, root: first.root }, third])?.day, second.day);
  assert.equal(firstBrokenClosing([{ ...first, hash: third.hash }, second, third])?.day, first.day);
  assert.equal(firstBrokenClosing([first, third])?.day, third.day);
  assert.equal(firstBrokenClosing([second, third])?.day, second.day);
});

test('a long time is read a month at a time, to its last day and no further', () => {
  const months = (first: string, last: string) => monthsOf(asDay(first), asDay(last)).map((span) => span.join(' to '));
  assert.deepEqual(months('2018-05-01', '2018-05-31'), ['2018-05-01 to 2018-05-31']);
  assert.deepEqual(months('2018-05-01', '2018-06-01'), ['2018-05-01 to 2018-05-31', '2018-06-01 to 2018-06-01']);
  assert.deepEqual(months('2018-05-01', '2018-05-30'), ['2018-05-01 to 2018-05-30']);
  assert.deepEqual(months('2018-05-02', '2018-05-01'), []);
});
