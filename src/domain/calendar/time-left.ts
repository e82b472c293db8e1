import { wallMinute } from './day.ts';
import { minutesPerWorkingDay, type WorkingCalendar, workingMinutesBetween } from './working-calendar.ts';

/**
 * Working time until a due time, or since it: `workingMinutes` in all, and the same as days of 8 hours, hours and minutes.
 * Overdue can be by no working minute, between a closing and the next opening.
 */
export type TimeLeft = {
  readonly overdue: boolean;
  readonly workingMinutes: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
};

/**
 * How much working time is left, or how much there is too much; both moments to the minute, so that the due minute itself is in time.
 *
 * @example Wednesday 09:40, due Friday 17:30: 2 days, 5 hours, 50 minutes are left
 */
export function timeLeft(now: Date, dueAt: Date, calendar: WorkingCalendar): TimeLeft {
  const overdue = wallMinute(now) > wallMinute(dueAt);
  const workingMinutes = overdue ? workingMinutesBetween(dueAt, now, calendar) : workingMinutesBetween(now, dueAt, calendar);
  return { overdue, workingMinutes, ...splitWorkingMinutes(workingMinutes) };
}

/** Working minutes as days of 8 hours, hours and minutes. */
export function splitWorkingMinutes(workingMinutes: number): { readonly days: number; readonly hours: number; readonly minutes: number } {
  return {
    days: Math.floor(workingMinutes / minutesPerWorkingDay),
    hours: Math.floor((workingMinutes % minutesPerWorkingDay) / 60),
    minutes: workingMinutes % 60,
  };
}
