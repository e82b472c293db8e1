import type { Wait } from '#domain/calendar/due.ts';
import { type WorkingCalendar, workingMinutesBetween } from '#domain/calendar/working-calendar.ts';

/** A step as it was done once, and all that its dossier ever waited for. */
export type StepTime = {
  readonly agencyId: string;
  readonly openedAt: Date;
  readonly doneAt: Date;
  readonly waits: readonly Wait[];
};

/** Fewer say nothing of what is usual, and too much of those few. */
const fewest = 5;

/**
 * How long a step usually takes: the median of its working time, without what was waited for applicants.
 *
 * @returns working minutes; null when it was done fewer than five times
 */
export function usualMinutes(times: readonly StepTime[], calendarOf: (agencyId: string) => WorkingCalendar): number | null {
  if (times.length < fewest) return null;
  const minutes = times.map((time) => minutesOf(time, calendarOf(time.agencyId))).toSorted((a, b) => a - b);
  const upper = minutes[Math.floor(minutes.length / 2)] ?? 0;
  const lower = minutes[Math.ceil(minutes.length / 2) - 1] ?? 0;
  return Math.round((lower + upper) / 2);
}

function minutesOf({ openedAt, doneAt, waits }: StepTime, calendar: WorkingCalendar): number {
  const waited = waits.map(({ fromAt, untilAt }) =>
    workingMinutesBetween(latest(fromAt, openedAt), earliest(untilAt ?? doneAt, doneAt), calendar),
  );
  return workingMinutesBetween(openedAt, doneAt, calendar) - waited.reduce((sum, some) => sum + some, 0);
}

function latest(one: Date, other: Date): Date {
  return one > other ? one : other;
}

function earliest(one: Date, other: Date): Date {
  return one < other ? one : other;
}
