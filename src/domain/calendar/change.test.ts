import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decided } from '#tests/vietnam-calendar.ts';
import { changeCalendar, mergeCalendars, undecidedYears, yearOfCalendar } from './change.ts';
import { asDay } from './day.ts';
import { throughYear } from './holidays.ts';
import type { CalendarFacts } from './working-calendar.ts';

const festival = { day: asDay('2026-12-18'), kind: 'off' as const, name: 'Ngày hội', source: 'Quyết định 1' };

test('a day that is set stands in its place; set again it is another, cleared it is ordinary', () => {
  const set = factsOf(changeCalendar(decided, { type: 'day set', day: festival }));
  assert.deepEqual(set, { ...decided, days: [...decided.days, festival] });
  const again = factsOf(changeCalendar(set, { type: 'day set', day: { ...festival, kind: 'work' } }));
  assert.deepEqual(again.days.at(-1), { ...festival, kind: 'work' });
  assert.deepEqual(factsOf(changeCalendar(again, { type: 'day cleared', day: festival.day })), decided);
});

test('a year beyond begins with its computed days, and so do those between, all provisional until they are decided', () => {
  const facts = factsOf(changeCalendar(decided, { type: 'day set', day: { ...festival, day: asDay('2028-12-18') } }));
  const computed = throughYear(decided, 2028);
  assert.deepEqual(facts.years, computed.years);
  assert.equal(facts.days.length, computed.days.length + 1);
  const settled = factsOf(changeCalendar(facts, { type: 'year decided', year: 2027, provisional: false }));
  assert.deepEqual(
    settled.years.slice(-2).map(({ provisional }) => provisional),
    [false, true],
  );
});

test('a year before the first known one cannot be changed', () => {
  const answer = changeCalendar(decided, { type: 'day set', day: { ...festival, day: asDay('2017-12-18') } });
  assert.deepEqual(answer, { faults: [{ place: '2017-12-18', fault: 'day-outside-years' }] });
});

test('years that are brought take the place of the same years, and leave no hole', () => {
  const brought: CalendarFacts = { years: [{ year: 2026, provisional: false }], days: [festival] };
  const merged = factsOf(mergeCalendars(decided, brought));
  assert.deepEqual(yearOfCalendar(merged, 2026), brought);
  assert.deepEqual(yearOfCalendar(merged, 2025), yearOfCalendar(decided, 2025));
  const far = { years: [{ year: 2029, provisional: false }], days: [{ ...festival, day: asDay('2029-01-01') }] };
  assert.deepEqual(mergeCalendars(decided, far), {
    faults: [
      { place: '2027', fault: 'year-missing' },
      { place: '2028', fault: 'year-missing' },
    ],
  });
});

test('a calendar that comes along brings the years that are unknown or provisional, and leaves the decided ones as they are', () => {
  const stored = throughYear({ years: [{ year: 2025, provisional: false }], days: [{ ...festival, day: asDay('2025-12-18') }] }, 2026);
  const brought = undecidedYears(stored, decided);
  assert.deepEqual(
    brought.years.map(({ year }) => year),
    [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2026],
  );
  assert.deepEqual(
    brought.days,
    decided.days.filter(({ day }) => !day.startsWith('2025')),
  );
});

function factsOf(answer: ReturnType<typeof changeCalendar>): CalendarFacts {
  assert.ok('facts' in answer, JSON.stringify(answer));
  return answer.facts;
}
