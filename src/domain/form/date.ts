import { dayFrom, isDay } from '#domain/calendar/day.ts';
import { parseTyped } from '#domain/calendar/typed.ts';

/** A date as it is asked for: three boxes, each as it was typed. */
export type DateBoxes = { readonly day: string; readonly month: string; readonly year: string };

/** Why three boxes are no date, so that a page can say what to do. */
export type DateFault =
  | {
      readonly wrong:
        | 'day-missing'
        | 'month-missing'
        | 'year-missing'
        | 'not-figures'
        | 'no-such-month'
        | 'no-such-day'
        | 'year-not-four-figures';
    }
  | { readonly wrong: 'month-too-short'; readonly month: number; readonly days: number };

/**
 * The answer that is kept for three boxes: `2018-04-27` when they make a date, else the three with slashes between,
 * as they were typed. A whole date typed into the first box is taken as meant.
 */
export function joinDate({ day, month, year }: DateBoxes): string {
  const boxes = [day.trim(), month.trim(), year.trim()];
  if (boxes.every((box) => box === '')) return '';
  const whole = boxes[1] === '' && boxes[2] === '' ? (boxes[0] ?? '') : boxes.join('/');
  return parseTyped(whole) ?? boxes.join('/');
}

/** The three boxes for an answer that was kept, so that what was typed comes back. */
export function splitDate(answer: string): DateBoxes {
  if (isDay(answer)) {
    const [year = '', month = '', day = ''] = answer.split('-');
    return { day: withoutZero(day), month: withoutZero(month), year };
  }
  const [day = '', month = '', ...rest] = answer.split('/');
  return { day, month, year: rest.join('/') };
}

/**
 * What is wrong with a date, or `undefined` when nothing is.
 *
 * @example 31, 4, 2018 is `month-too-short`: month 4 has 30 days
 */
export function faultOfDate(answer: string): DateFault | undefined {
  if (isDay(answer)) return undefined;
  const { day, month, year } = splitDate(answer);
  if (day === '') return { wrong: 'day-missing' };
  if (month === '') return { wrong: 'month-missing' };
  if (year === '') return { wrong: 'year-missing' };
  if (![day, month, year].every((box) => /^\d{1,9}$/.test(box))) return { wrong: 'not-figures' };
  if (year.length !== 4) return { wrong: 'year-not-four-figures' };
  if (Number(month) < 1 || Number(month) > 12) return { wrong: 'no-such-month' };

  const days = daysIn(Number(year), Number(month));
  return Number(day) > days && Number(day) <= 31 ? { wrong: 'month-too-short', month: Number(month), days } : { wrong: 'no-such-day' };
}

function daysIn(year: number, month: number): number {
  return [31, 30, 29].find((days) => dayFrom(year, month, days)) ?? 28;
}

function withoutZero(figures: string): string {
  return figures.replace(/^0/, '');
}
