import { addDays, type Day, dayNumber, dayOf, minuteOfDay, weekdayOf } from '#domain/calendar/day.ts';
import { dayOffName, isWorkingDay, type WorkingCalendar, workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { type Dossier, isClosed } from '#domain/dossier/dossier.ts';
import type { Span } from '#domain/simulation/arrivals.ts';

/** Who came on a day, and what day it was. */
export type DayTally = { readonly day: Day; readonly isOff: boolean; readonly name: string | undefined; counter: number; online: number };

/** How many results were ready in a week, and how many of them late. */
export type WeekTally = { ready: number; late: number };

/** What is counted of a simulated year, to be drawn. */
export type Tally = {
  readonly from: Day;
  readonly until: Day;
  readonly days: readonly DayTally[];
  readonly weeks: readonly WeekTally[];
  /** By weekday from Monday, and hour. */
  readonly hours: readonly number[][];
  /** By the part of the promised time that was used, in tenths; what was late stands from the tenth on, all that took twice as long and more in the last. */
  readonly used: readonly number[];
  count(dossier: Dossier): void;
  readonly dossiers: () => number;
  readonly open: () => number;
  readonly ready: () => number;
  readonly late: () => number;
};

export function newTally({ from, until }: Span, calendar: WorkingCalendar): Tally {
  const length = dayNumber(dayOf(until)) - dayNumber(from) + 1;
  const days = Array.from({ length }, (_, no) => newDay(addDays(from, no), calendar));
  const weeks = Array.from({ length: Math.ceil(length / 7) }, () => ({ ready: 0, late: 0 }));
  const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  const used = Array.from({ length: 21 }, () => 0);
  let [dossiers, open] = [0, 0];
  const total = (key: keyof WeekTally) => weeks.reduce((sum, week) => sum + week[key], 0);

  const countArrival = ({ submittedAt, channel }: Dossier) => {
    const day = dayOf(submittedAt);
    const tally = days[dayNumber(day) - dayNumber(from)];
    if (tally) tally[channel]++;
    add(hours[weekdayOf(day) - 1], Math.floor(minuteOfDay(submittedAt) / 60));
  };
  const countResult = ({ readyAt, receivedAt, dueAt, outcome }: Dossier) => {
    if (!readyAt || !receivedAt || !dueAt) return;
    const week = weeks[Math.floor((dayNumber(dayOf(readyAt)) - dayNumber(from)) / 7)];
    if (week) week.ready++;
    if (week && outcome === 'late') week.late++;
    const promised = workingMinutesBetween(receivedAt, dueAt, calendar);
    const tenth = Math.floor((10 * workingMinutesBetween(receivedAt, readyAt, calendar)) / Math.max(1, promised));
    add(used, outcome === 'late' ? Math.max(10, Math.min(20, tenth)) : Math.min(9, tenth));
  };
  return {
    from,
    until: dayOf(until),
    days,
    weeks,
    hours,
    used,
    count(dossier) {
      dossiers++;
      if (!isClosed(dossier)) open++;
      countArrival(dossier);
      countResult(dossier);
    },
    dossiers: () => dossiers,
    open: () => open,
    ready: () => total('ready'),
    late: () => total('late'),
  };
}

function newDay(day: Day, calendar: WorkingCalendar): DayTally {
  return { day, isOff: !isWorkingDay(day, calendar), name: dayOffName(day, calendar), counter: 0, online: 0 };
}

function add(counts: number[] | undefined, at: number): void {
  if (counts) counts[at] = (counts[at] ?? 0) + 1;
}
