import { addDays, type Day, dayFrom, dayOf, dayOfMonth, instantAt, isDay, minuteOfDay, monthOf, yearOf } from '#domain/calendar/day.ts';
import type { Timer } from './workflow.ts';

/** Longer waits are a mistake in writing. */
const mostDays = 3660;

/**
 * When a timer that is set now comes due.
 *
 * A span is counted on the wall calendar: `P2D` is the same time of day two days later, working days or not, `P1M` the same day of the
 * next month or its last one, `PT4H` four hours on the clock. A moment is `2018-05-14` (when that day begins) or `2018-05-14T17:30`,
 * on the wall clock here unless it names its zone; one that is past comes due at once.
 *
 * @returns `undefined` when it cannot be read, is nothing, or is longer than ten years
 * @example `P1M` set on 31 January at 09:00 is due on 28 February at 09:00
 */
export function timerDueAt({ kind, value }: Timer, from: Date): Date | undefined {
  return kind === 'date' ? momentOf(value) : afterSpan(value, from);
}

function momentOf(value: string): Date | undefined {
  if (isDay(value)) return instantAt(value, 0);
  const found = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?$/.exec(value);
  if (!found || !isDay(found[1] ?? '')) return undefined;
  const at = new Date(found[4] ? value : `${value}+07:00`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

function afterSpan(value: string, from: Date): Date | undefined {
  const found = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(value);
  if (!found) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  const count = { months: (years ?? 0) * 12 + (months ?? 0), days: (weeks ?? 0) * 7 + (days ?? 0) };
  const ms = ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
  if (count.months * 31 + count.days + ms / 86_400_000 > mostDays) return undefined;
  const day = addDays(addMonths(dayOf(from), count.months), count.days);
  const withinMinute = from.getTime() - instantAt(dayOf(from), minuteOfDay(from)).getTime();
  const at = new Date(instantAt(day, minuteOfDay(from)).getTime() + withinMinute + ms);
  return at > from ? at : undefined;
}

function addMonths(day: Day, months: number): Day {
  const month = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1];
  let date = dayOfMonth(day);
  let found = dayFrom(year, inYear, date);
  while (!found) found = dayFrom(year, inYear, --date);
  return found;
}
