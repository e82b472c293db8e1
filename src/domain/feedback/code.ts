import type { Day } from '#domain/calendar/day.ts';

/**
 * A feedback's code: the day it was given and the running number of that day.
 *
 * @param number running number of the day, 1 or more
 * @example PA-180426-0001
 */
export function feedbackCode(day: Day, number: number): string {
  return `PA-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
}
