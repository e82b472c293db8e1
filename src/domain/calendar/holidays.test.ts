import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decided } from '#tests/vietnam-calendar.ts';
import { asDay, isDay, weekdayOf, yearOf } from './day.ts';
import { holidaysOf, throughYear } from './holidays.ts';
import { lunarDay } from './lunar.ts';

const decidedYears = decided.years.map(({ year }) => year);

/** Where Viet Nam's new year was another day than China's, and around leap months. */
const newYears: [year: number, day: string][] = [
  [1968, '1968-01-29'],
  [1985, '1985-01-21'],
  [2007, '2007-02-17'],
  [2023, '2023-01-22'],
  [2030, '2030-02-02'],
  [2033, '2033-01-31'],
  [2034, '2034-02-19'],
  [2053, '2053-02-18'],
];
for (const [year, day] of newYears) test(`the lunar year ${year} begins on ${day}`, () => assert.equal(lunarDay(year, 1, 1), day));

test('the months after a leap month keep their number: the 8th month’s full moon and the kitchen gods’ day', () => {
  assert.equal(lunarDay(2023, 8, 15), '2023-09-29');
  assert.equal(lunarDay(2025, 8, 15), '2025-10-06');
  assert.equal(lunarDay(2025, 12, 23), '2026-02-10');
  assert.equal(lunarDay(2018, 12, 23), '2019-01-28');
});

for (const year of decidedYears) {
  const off = decided.days.filter(({ day, kind }) => kind === 'off' && yearOf(day) === year);
  const computed = holidaysOf(year);

  test(`${year}: computed Hùng Kings’ day is the decided one, and the lunar new year lies in its days off`, () => {
    assert.deepEqual(
      [lunarDay(year, 3, 10)],
      off.filter(({ name }) => name === 'Giỗ Tổ Hùng Vương').map(({ day }) => day),
    );
    assert.ok(off.some(({ day, name }) => day === lunarDay(year, 1, 1) && name === 'Tết Nguyên đán'));
  });

  test(`${year}: what is computed was decided so, but for swapped days`, () => {
    const isWeekday = ({ day }: { day: string }) => weekdayOf(asDay(day)) <= 5;
    const wanted = off.filter((day) => isWeekday(day) && day.name !== 'Nghỉ hoán đổi').map(({ day }) => day);
    assert.deepEqual(
      computed.filter(isWeekday).map(({ day }) => day),
      wanted,
    );
  });
}

test('2027 without a decision: Tết from 4 to 10 February with days in lieu, and all is marked as provisional', () => {
  const facts = throughYear(decided, 2027);
  const tet = facts.days.filter(({ day, name }) => yearOf(day) === 2027 && name.startsWith('Tết Nguyên đán')).map(({ day }) => day);
  assert.deepEqual(
    tet,
    ['04', '05', '06', '07', '08', '09', '10'].map((date) => `2027-02-${date}`),
  );
  assert.deepEqual(facts.years.slice(-2), [
    { year: 2026, provisional: false },
    { year: 2027, provisional: true },
  ]);
});

test('a calendar that reaches far enough gets no computed year', () => {
  assert.deepEqual(throughYear(decided, 2026), decided);
});

test('no year to come has a holiday twice, and each weekend’s is given back on a working day', () => {
  for (let year = 2027; year < 2060; year++) {
    const days = holidaysOf(year);
    assert.equal(new Set(days.map(({ day }) => day)).size, days.length, String(year));
    const atWeekend = days.filter(({ day }) => weekdayOf(day) > 5);
    const inLieu = days.filter(({ name }) => name.endsWith('(nghỉ bù)'));
    assert.equal(inLieu.length, atWeekend.length, String(year));
    assert.ok(
      inLieu.every(({ day }) => weekdayOf(day) <= 5),
      String(year),
    );
  }
});

test('each decided day is a real day, once, in order, with a name and where it was decided', () => {
  const days = decided.days.map(({ day }) => day);
  assert.equal(days.length, 135);
  assert.ok(days.every(isDay));
  assert.deepEqual(days, [...new Set(days)].sort());
  assert.ok(decided.days.every(({ name, source }) => name !== '' && source !== ''));
  assert.ok(decided.days.every(({ day, kind }) => kind === 'off' || weekdayOf(day) > 5));
});
