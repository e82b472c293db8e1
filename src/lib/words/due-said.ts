import { addDays, type Day, monthOf } from '#domain/calendar/day.ts';
import type { PromisedTime } from '#domain/calendar/due.ts';
import type { DayMinutes, Due, DueStep } from '#domain/calendar/explain.ts';
import { capital } from './figures.ts';
import type { Words } from './words.ts';

/** One line of the sum that leads to a due time: what was counted, and where that leads. */
export type SumLine = { readonly what: string; readonly comes: string };

export type StepOf<Type extends DueStep['type']> = Extract<DueStep, { type: Type }>;

/** The steps of one kind, in the order of the count. */
export function stepsOf<Type extends DueStep['type']>(steps: readonly DueStep[], type: Type): StepOf<Type>[] {
  return steps.filter((step): step is StepOf<Type> => step.type === type);
}

/** A due time with the promise it was counted from. */
export type CountedDue = { readonly due: Due; readonly unit: PromisedTime['unit'] };

/** The sum in words: each step of the count on a line, days off together. */
export function dueSum({ due: { steps }, unit }: CountedDue, words: Words): readonly SumLine[] {
  const ofType = <Type extends DueStep['type']>(type: Type) => stepsOf(steps, type);
  const [received] = ofType('received');
  const countedTime = ofType('counted time');
  const sameDays = ofType('same day');

  return [
    ...(received ? [receivedLine(received, countedTime.length === 0 && sameDays.length === 0, words)] : []),
    ...ofType('started anew').map((step) => startedAnewLine(step, words)),
    ...countedLine(ofType('counted day'), unit, words),
    ...timeLine(countedTime, words),
    ...sameDays.map((step) => sameDayLine(step, words)),
    ...skippedLine(ofType('skipped'), words),
    ...ofType('moved to working day').map(({ from, to }) => ({
      what: words.due.movedOn({ from: words.dayShort(from) }),
      comes: words.due.until({ day: words.dayShort(to) }),
    })),
    ...ofType('waited').map((step) => waitedLine(step, words)),
    ...addedLine(ofType('waits added')[0], ofType('end of day')[0], words),
  ];
}

function receivedLine({ receivedAt, countedAt, when }: StepOf<'received'>, countsDays: boolean, words: Words): SumLine {
  const { due } = words;
  const moment = momentIn(receivedAt, words);
  const from = momentIn(countedAt, words);
  const late = { 'before opening': due.beforeOpening, 'after closing': due.afterClosing, 'day off': due.onDayOff } as const;
  if (when === 'working time')
    return { what: countsDays ? due.receivedDayNotCounted({ moment }) : due.received({ moment }), comes: countsDays ? due.zero : '' };

  const what = late[when]({ moment, from });
  return { what: countsDays ? `${what} ${due.dayOfReceiptNotCounted}` : what, comes: countsDays ? due.zero : '' };
}

function startedAnewLine({ cause, untilAt, countedAt }: StepOf<'started anew'>, words: Words): SumLine {
  const facts = { cause: causeSaid(cause, words), moment: momentIn(untilAt, words), from: momentIn(countedAt, words) };
  return { what: words.due.startedAnew(facts), comes: words.due.zero };
}

/** Working days are named one by one; of days on the calendar the first and the last. */
function countedLine(counted: readonly StepOf<'counted day'>[], unit: PromisedTime['unit'], words: Words): SumLine[] {
  const [first, last] = [counted[0], counted.at(-1)];
  if (!first || !last) return [];

  const days = counted.map(({ day }) => day);
  const what =
    unit === 'day'
      ? words.due.days({ count: counted.length, first: words.dayShort(first.day), last: words.dayShort(last.day) })
      : words.due.workingDays({ count: counted.length, days: listDays(days, words) });
  return [{ what, comes: words.due.until({ day: words.dayShort(last.day) }) }];
}

function timeLine(counted: readonly StepOf<'counted time'>[], words: Words): SumLine[] {
  const last = counted.at(-1);
  if (!last) return [];
  return [
    {
      what: words.due.time({ time: words.hours(total(counted)), days: minutesByDay(counted, words) }),
      comes: words.due.until({ day: words.dayShort(last.day) }),
    },
  ];
}

function sameDayLine({ day, cutOffMinute, afterCutOff }: StepOf<'same day'>, words: Words): SumLine {
  const cutOff = words.clock(cutOffMinute);
  return {
    what: afterCutOff ? words.due.nextDay({ cutOff }) : words.due.sameDay({ cutOff }),
    comes: words.due.until({ day: words.dayShort(day) }),
  };
}

/** Weekends first, then each holiday by its name. */
function skippedLine(skipped: readonly StepOf<'skipped'>[], words: Words): SumLine[] {
  if (skipped.length === 0) return [];

  const weekend = skipped.filter(({ name }) => name === null).map(({ day }) => day);
  const names = [...new Set(skipped.map(({ name }) => name))].filter((name) => name !== null);
  const named = names.map((name) => {
    const days = skipped.filter((step) => step.name === name).map(({ day }) => day);
    return words.due.daysOffOf({ days: listDays(days, words), name });
  });
  const parts = [...(weekend.length > 0 ? [words.due.weekendOf({ days: listDays(weekend, words) })] : []), ...named];
  return [{ what: words.due.skipped({ days: parts.join('; ') }), comes: words.due.daysOff({ count: skipped.length }) }];
}

function waitedLine({ cause, fromAt, untilAt, minutes, days }: StepOf<'waited'>, words: Words): SumLine {
  const said = causeSaid(cause, words);
  const from = momentIn(fromAt, words);
  if (!untilAt) return { what: words.due.waiting({ cause: said, from }), comes: words.due.stillWaiting };

  const facts = { cause: said, from, to: momentIn(untilAt, words) };
  const what = days.length > 1 ? words.due.waitedInParts({ ...facts, days: minutesByDay(days, words) }) : words.due.waited(facts);
  return { what, comes: minutes > 0 ? words.hours(minutes) : words.due.noMinutes };
}

function addedLine(added: StepOf<'waits added'> | undefined, end: StepOf<'end of day'> | undefined, words: Words): SumLine[] {
  if (!added && !end) return [];

  const comes = words.due.untilMoment({ moment: momentIn((end ?? added)?.toAt ?? new Date(0), words) });
  if (!added) return end ? [{ what: words.due.endOfDay({ from: momentIn(end.fromAt, words) }), comes }] : [];

  const facts = { from: momentIn(added.fromAt, words), time: words.hours(added.minutes), to: momentIn(added.toAt, words) };
  return [{ what: end ? words.due.addedToEnd(facts) : words.due.added(facts), comes }];
}

/** What was waited for, in words; a cause that has none of its own is said as it is written. */
export function causeSaid(cause: string, words: Words): string {
  const known: Readonly<Record<string, string>> = words.wait;
  return known[cause] ?? capital(cause);
}

/** `17–20, 26/4 và 02/5`: days that follow each other together, the month said once. */
function listDays(days: readonly Day[], words: Words): string {
  const runs: { from: Day; to: Day }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && addDays(last.to, 1) === day) last.to = day;
    else runs.push({ from: day, to: day });
  }
  const said = runs.map(({ from, to }, i) => {
    const after = runs[i + 1]?.from;
    const end = after && monthOf(after) === monthOf(to) ? words.dayAlone(to) : words.dayShort(to);
    const start = monthOf(from) === monthOf(to) ? words.dayAlone(from) : words.dayShort(from);
    return from === to ? end : `${start}–${end}`;
  });
  return words.listed(said);
}

function minutesByDay(days: readonly DayMinutes[], words: Words): string {
  return days.map(({ day, minutes }) => words.due.onDay({ day: words.dayShort(day), time: words.hours(minutes) })).join(', ');
}

function momentIn(at: Date, words: Words): string {
  return words.due.at({ day: words.dayShort(at), time: words.time(at) });
}

function total(days: readonly DayMinutes[]): number {
  return days.reduce((sum, { minutes }) => sum + minutes, 0);
}
