import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decided } from '#tests/vietnam-calendar.ts';
import { asDay, isDay, weekdayOf, yearOf } from './day.ts';
import { holidaysOf, spanningYears, throughYear } from './holidays.ts';
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

test('from 2018 to 2035 the lunar new year and Hùng Kings’ day are those of the almanac', () => {
  // biome-ignore format: a table
  const almanac: [year: number, newYear: string, kings: string][] = [
    [2018, '02-16', '04-25'], [2019, '02-05', '04-14'], [2020, '01-25', '04-02'], [2021, '02-12', '04-21'], [2022, '02-01', '04-10'],
    [2023, '01-22', '04-29'], [2024, '02-10', '04-18'], [2025, '01-29', '04-07'], [2026, '02-17', '04-26'], [2027, '02-06', '04-16'],
    [2028, '01-26', '04-04'], [2029, '02-13', '04-23'], [2030, '02-02', '04-12'], [2031, '01-23', '04-01'], [2032, '02-11', '04-19'],
    [2033, '01-31', '04-09'], [2034, '02-19', '04-28'], [2035, '02-08', '04-17'],
  ];
  for (const [year, newYear, kings] of almanac) {
    assert.deepEqual([lunarDay(year, 1, 1), lunarDay(year, 3, 10)], [`${year}-${newYear}`, `${year}-${kings}`]);
  }
});

test('computed years stand before and after the decided ones, each marked as provisional', () => {
  const facts = spanningYears(decided, 2016, 2028);
  assert.deepEqual(
    facts.years.filter(({ provisional }) => provisional).map(({ year }) => year),
    [2016, 2017, 2027, 2028],
  );
  assert.ok(facts.days.some(({ day }) => day === '2017-01-28'));
  assert.deepEqual(
    facts.days.map(({ day }) => day),
    facts.days.map(({ day }) => day).toSorted(),
  );
});

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
