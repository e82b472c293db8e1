import { type CronItem, parseCronItems } from 'graphile-worker';
import type { House } from '#server/house.ts';
import { closeDays } from '#server/usecases/close-days.ts';
import { closeUnanswered } from '#server/usecases/close-unanswered.ts';
import { fireTimers } from '#server/usecases/fire-timers.ts';
import { remindOfDue } from '#server/usecases/remind-of-due.ts';
import { settleTalks } from '#server/usecases/settle-talks.ts';
import { sweepFiles } from '#server/usecases/sweep-files.ts';

type Timed = {
  readonly act: (house: House) => Promise<unknown>;
  /** Minute, hour, day, month, weekday in UTC: 19 is two in the morning here. */
  readonly when: string;
  /** Whether it is done at the start too: what was missed while nothing ran is made up for, however long that was. */
  readonly madeUp: boolean;
};

/** What time alone sets off, by the name of its job. Each may be done at any time, and twice. */
export const timetable: Readonly<Record<string, Timed>> = {
  'close days': { act: closeDays, when: '15 17 * * *', madeUp: true },
  'fire timers': { act: fireTimers, when: '* * * * *', madeUp: true },
  'close unanswered': { act: closeUnanswered, when: '20 * * * *', madeUp: true },
  'remind of due': { act: remindOfDue, when: '*/10 * * * *', madeUp: false },
  'sweep files': { act: sweepFiles, when: '0 19 * * *', madeUp: true },
  'settle talks': { act: settleTalks, when: '*/5 * * * *', madeUp: false },
};

/** The jobs that a start sets off. */
export const atStart = Object.keys(timetable).filter((task) => timetable[task]?.madeUp);

export const cronItems = parseCronItems(
  Object.entries(timetable).map(([task, { when }]): CronItem => {
    return { task, match: when, identifier: task, options: { backfillPeriod: 0, jobKey: task, maxAttempts: 5 } };
  }),
);
