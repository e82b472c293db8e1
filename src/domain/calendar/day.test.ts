import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, asDay, dayFrom, dayOf, daysBetween, instantAt, instantOf, isDay, minuteOfDay, weekdayOf } from './day.ts';
import { parseTyped, parseTypedClock, parseTypedMoment } from './typed.ts';

test('a day begins at midnight on the wall, not in Greenwich', () => {
  assert.equal(dayOf(new Date('2018-05-13T16:59:59.999Z')), '2018-05-13');
  assert.equal(dayOf(new Date('2018-05-13T17:00Z')), '2018-05-14');
  assert.equal(minuteOfDay(new Date('2018-05-14T03:00:59Z')), 600);
  assert.deepEqual(instantAt(asDay('2018-05-14'), 600), new Date('2018-05-14T03:00Z'));
});

test('Monday is the first day of the week', () => {
  assert.deepEqual(
    ['2018-05-14', '2018-05-19', '2018-05-20', '1969-12-31'].map((day) => weekdayOf(asDay(day))),
    [1, 6, 7, 3],
  );
});

test('a day that does not exist is none', () => {
  for (const text of ['2018-02-29', '2018-13-01', '2018-5-14', '14/5/2018', '2018-05-14T00:00', '']) assert.equal(isDay(text), false, text);
  assert.equal(isDay('2020-02-29'), true);
  assert.equal(dayFrom(2018, 4, 31), undefined);
  assert.throws(() => asDay('2018-02-30'), RangeError);
  assert.throws(() => instantOf('2018-02-30T10:00'), RangeError);
  assert.throws(() => instantOf('2018-02-20 lúc mười giờ'), RangeError);
});

const instants = fc.integer({ min: -1e9, max: 4e9 }).map((minutes) => new Date(minutes * 1000));

test('an instant is found again by its day and its minute', () => {
  fc.assert(
    fc.property(instants, (at) => {
      const found = instantAt(dayOf(at), minuteOfDay(at));
      assert.ok(at >= found && at.getTime() - found.getTime() < 60_000);
    }),
  );
});

test('days are added and counted alike, and each has the next weekday', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -4000, max: 4000 }), (at, days) => {
      const day = dayOf(at);
      assert.equal(daysBetween(day, addDays(day, days)), days);
      assert.equal(weekdayOf(addDays(day, 1)), (weekdayOf(day) % 7) + 1);
    }),
  );
});

const typedDays: [typed: string, day: string | undefined][] = [
  ['09/5/2018', '2018-05-09'],
  [' 9/5/2018 ', '2018-05-09'],
  ['9.5.2018', '2018-05-09'],
  ['9-5-2018', '2018-05-09'],
  ['09 05 2018', '2018-05-09'],
  ['09052018', '2018-05-09'],
  ['ngày 9 tháng 5 năm 2018', '2018-05-09'],
  ['9 tháng 5 năm 2018'.normalize('NFD'), '2018-05-09'],
  ['2018-05-09', '2018-05-09'],
  ['09 / 05 / 2018', '2018-05-09'],
  ['Ngày  19  tháng  12  năm  2018', '2018-12-19'],
  ['29/2/2020', '2020-02-29'],
  ['29/2/2018', undefined],
  ['5/13/2018', undefined],
  ['9/5/18', undefined],
  ['9/5', undefined],
  ['119/5/2018', undefined],
  ['9/5/20188', undefined],
  ['109052018', undefined],
  ['090520188', undefined],
  ['ngày 119 tháng 5 năm 2018', undefined],
  ['ngày 9 tháng 5 năm 2018 sau', undefined],
  ['hôm nay', undefined],
  ['', undefined],
];
for (const [typed, day] of typedDays) test(`a day typed as “${typed}” is ${day}`, () => assert.equal(parseTyped(typed), day));

const typedClocks: [typed: string, minute: number | undefined][] = [
  ['7:30', 450],
  ['07.30', 450],
  ['7h30', 450],
  ['7 giờ 30', 450],
  ['7 giờ 30 phút', 450],
  ['7h', 420],
  [' 7 giờ ', 420],
  ['19 : 30', 1170],
  ['7h30p', 450],
  ['7 giờ 30  phút', 450],
  ['0:00', 0],
  ['24:00', undefined],
  ['7:60', undefined],
  ['117:30', undefined],
  ['7:300', undefined],
  ['7', undefined],
  ['sáng', undefined],
];
for (const [typed, minute] of typedClocks)
  test(`a time typed as “${typed}” is minute ${minute}`, () => assert.equal(parseTypedClock(typed), minute));

test('a moment needs a day and a time', () => {
  assert.deepEqual(parseTypedMoment('09/5/2018', '10:30'), instantOf('2018-05-09T10:30'));
  assert.equal(parseTypedMoment('09/5/2018', ''), undefined);
  assert.equal(parseTypedMoment('31/4/2018', '10:30'), undefined);
});

test('what shows no day or no time on the wall is refused by its words', () => {
  assert.throws(() => asDay('14/05/2018'), { name: 'RangeError', message: 'No day: 14/05/2018' });
  assert.throws(() => asDay('12018-05-14'), RangeError);
  assert.throws(() => instantOf('2018-05-14T25:00'), { name: 'RangeError', message: 'No time on the wall: 2018-05-14T25:00' });
});
