import type { Weekday } from '#domain/calendar/day.ts';
import type { WorkingHours } from '#domain/calendar/working-calendar.ts';
import type { Locale } from './say.ts';
import { clockWords, weekdayName } from './times.ts';

/** An agency's hours in one line: `thứ Hai đến thứ Sáu, 07:30–11:30 và 13:30–17:30; thứ Bảy, 07:30–11:30`. */
export function hoursSaid(hours: WorkingHours, locale: Locale): string {
  const and = locale === 'vi' ? 'và' : 'and';
  const to = locale === 'vi' ? 'đến' : 'to';

  return stretches(hours)
    .map(({ first, last }) => {
      const days = first === last ? weekdayName(first, locale) : `${weekdayName(first, locale)} ${to} ${weekdayName(last, locale)}`;
      const spans = hours[first].map(([open, close]) => `${clockWords(open)}–${clockWords(close)}`);
      return `${days}, ${spans.join(` ${and} `)}`;
    })
    .join('; ');
}

/** Weekdays that follow each other with the same hours; days off are left out. */
function stretches(hours: WorkingHours): { first: Weekday; last: Weekday }[] {
  const found: { first: Weekday; last: Weekday }[] = [];
  for (const day of weekdays.filter((day) => hours[day].length > 0)) {
    const before = found.at(-1);
    if (before && before.last === day - 1 && String(hours[before.last]) === String(hours[day])) before.last = day;
    else found.push({ first: day, last: day });
  }
  return found;
}

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
