import { addDays, type Day, dayOf, daysBetween, weekdayOf } from '#domain/calendar/day.ts';
import type { DueStep } from '#domain/calendar/explain.ts';
import { type CountedDue, causeSaid } from '#lib/words/due-said.ts';
import type { Words } from '#lib/words/words.ts';

/** A day on the calendar that shows the count: what it is, its sign, and a word below. */
export type Cell = {
  readonly day: Day;
  readonly kind: 'start' | 'counted' | 'off' | 'wait' | 'due' | 'none';
  readonly isToday: boolean;
  readonly sign: string;
  /** A sign longer than a number is set smaller. */
  readonly small: boolean;
  readonly note: string;
};

/** The count of a due time laid out in weeks, Monday first, from the day of receipt to the day it is owed. */
export function dueWeeks({ due: { dueAt, steps } }: CountedDue, today: Day, words: Words): readonly (readonly Cell[])[] {
  const received = steps.find((step) => step.type === 'received');
  const first = received ? dayOf(received.receivedAt) : dayOf(dueAt);
  const last = dayOf(dueAt);
  const monday = addDays(first, 1 - weekdayOf(first));
  const weeks = Math.ceil((daysBetween(monday, last) + 1) / 7);

  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, i): Cell => {
      const day = addDays(monday, week * 7 + i);
      const cell = day < first || day > last ? emptyCell : cellOf(day, { steps, dueAt, words });
      const isToday = day === today && day >= first && day <= last;
      return { ...cell, day, isToday, note: isToday && cell.note === '' ? words.due.today : cell.note };
    }),
  );
}

type CellContent = Omit<Cell, 'day' | 'isToday'>;

const emptyCell: CellContent = { kind: 'none', sign: '', small: false, note: '' };

type Count = { readonly steps: readonly DueStep[]; readonly dueAt: Date; readonly words: Words };

/** The last thing that a day is wins: owed, made up, waited, counted, off, received. */
function cellOf(day: Day, { steps, dueAt, words }: Count): CellContent {
  const { due } = words;
  if (day === dayOf(dueAt)) return { kind: 'due', sign: words.time(dueAt), small: true, note: due.owed };

  const waited = steps.find((step) => step.type === 'waited' && day >= dayOf(step.fromAt) && day <= dayOf(step.untilAt ?? step.fromAt));
  const note = waited?.type === 'waited' ? waitNote(day, waited, words) : '';
  let cell = emptyCell;
  for (const step of steps) {
    if (step.type === 'received' && step.on === day) cell = { kind: 'start', sign: '–', small: false, note: due.dayOfReceipt };
    if (step.type === 'received' && dayOf(step.receivedAt) === day)
      cell = { kind: 'start', sign: due.start, small: true, note: due.notCounted };
    if (step.type === 'started anew' && day >= dayOf(step.fromAt) && day <= dayOf(step.untilAt))
      cell = { kind: 'wait', sign: '–', small: false, note: waitNote(day, step, words) };
    if (step.type === 'started anew' && step.on === day) cell = { kind: 'start', sign: '–', small: false, note: due.dayOfReceipt };
    if (step.type === 'counted day' && step.day === day)
      cell = { kind: note ? 'wait' : 'counted', sign: String(step.no), small: false, note };
    if (step.type === 'counted time' && step.day === day)
      cell = { kind: note ? 'wait' : 'counted', sign: words.hoursTight(step.minutes), small: true, note };
    if (step.type === 'made up' && step.day === day)
      cell = { kind: 'wait', sign: `+${words.hoursTight(step.minutes)}`, small: true, note: due.madeUp };
    if (step.type === 'skipped' && step.day === day) cell = { kind: 'off', sign: '–', small: false, note: step.name ?? due.weekend };
  }
  return cell;
}

function waitNote(day: Day, { cause, fromAt, untilAt }: Extract<DueStep, { type: 'waited' | 'started anew' }>, words: Words): string {
  if (day === dayOf(fromAt)) return words.due.waitFrom({ time: words.time(fromAt) });
  if (untilAt && day === dayOf(untilAt)) return words.due.waitUntil({ time: words.time(untilAt) });
  return causeSaid(cause, words);
}
