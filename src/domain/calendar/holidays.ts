import { addDays, asDay, type Day, weekdayOf, yearOf } from './day.ts';
import { lunarDay } from './lunar.ts';
import type { CalendarDay, CalendarFacts } from './working-calendar.ts';

const source = 'Bộ luật Lao động, Điều 112; tính trước theo luật và âm lịch, chưa có quyết định của năm';

/**
 * The holidays of a year that has no decision yet, as law and moon give them: what a decision may still swap is left out.
 *
 * Fixed days, five of lunar new year, Hùng Kings' day, 2 September with one day beside it from 2021, 24 November from 2026.
 * Where a decision would choose, the choice of the years decided so far is made: new year's eve and four days when
 * the lunar year begins on a Tuesday, else two days before and three; beside 2 September the day that makes one rest of it.
 * A holiday on a weekend gives the next working day, in the order of the holidays.
 */
export function holidaysOf(year: number): readonly CalendarDay[] {
  const holidays = statutoryDays(year).map(({ day, name }): CalendarDay => ({ day, kind: 'off', name, source }));
  const taken = new Set(holidays.map(({ day }) => day));
  const inLieu = holidays
    .filter(({ day }) => isWeekend(day))
    .map(({ day, name }): CalendarDay => {
      let next = addDays(day, 1);
      while (isWeekend(next) || taken.has(next)) next = addDays(next, 1);
      taken.add(next);
      return { day: next, kind: 'off', name: `${name} (nghỉ bù)`, source };
    });
  return [...holidays, ...inLieu].toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/** The decided years, and after them computed ones, marked as provisional, through a year. */
export function throughYear(facts: CalendarFacts, year: number): CalendarFacts {
  return spanningYears(facts, facts.years[0]?.year ?? year, year);
}

/** The decided years, with computed ones, marked as provisional, before and after them, from a year through another. */
export function spanningYears(facts: CalendarFacts, first: number, last: number): CalendarFacts {
  const decidedFrom = facts.years[0]?.year ?? last + 1;
  const decidedThrough = facts.years.at(-1)?.year ?? last;
  const before = computedYears(first, decidedFrom - 1);
  const after = computedYears(decidedThrough + 1, last);
  return {
    years: [...before.years, ...facts.years, ...after.years],
    days: [...before.days, ...facts.days, ...after.days],
  };
}

function computedYears(first: number, last: number): CalendarFacts {
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  return {
    years: years.map((year) => ({ year, provisional: true })),
    days: years.flatMap(holidaysOf).filter(({ day }) => yearOf(day) >= first && yearOf(day) <= last),
  };
}

function statutoryDays(year: number): { readonly day: Day; readonly name: string }[] {
  const newYear = lunarDay(year, 1, 1);
  const eve = addDays(newYear, weekdayOf(newYear) === 2 ? -1 : -2);
  const on = (monthAndDate: string) => asDay(`${year}-${monthAndDate}`);
  return [
    { day: on('01-01'), name: 'Tết Dương lịch' },
    ...[0, 1, 2, 3, 4].map((days) => ({ day: addDays(eve, days), name: 'Tết Nguyên đán' })),
    { day: lunarDay(year, 3, 10), name: 'Giỗ Tổ Hùng Vương' },
    { day: on('04-30'), name: 'Ngày Chiến thắng' },
    { day: on('05-01'), name: 'Ngày Quốc tế Lao động' },
    { day: on('09-02'), name: 'Quốc khánh' },
    ...(year >= 2021 ? [{ day: besideNationalDay(on('09-02')), name: 'Quốc khánh (ngày liền kề)' }] : []),
    ...(year >= 2026 ? [{ day: on('11-24'), name: 'Ngày Văn hóa Việt Nam' }] : []),
  ];
}

/** The day after on Sunday, Monday and Thursday, the day before otherwise: so the rest is in one piece. */
function besideNationalDay(nationalDay: Day): Day {
  return addDays(nationalDay, [1, 4, 7].includes(weekdayOf(nationalDay)) ? 1 : -1);
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) > 5;
}
