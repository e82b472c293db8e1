import { dayOf } from '#domain/calendar/day.ts';
import type { Arrival, DueStep } from '#domain/calendar/explain.ts';
import { type CountedDue, causeSaid, stepsOf } from './due-said.ts';
import type { Words } from './words.ts';

/**
 * Why it is owed when it is, in a few short sentences: what was counted, what was left out, what waits added.
 *
 * @example Ngày nhận 14/5 không tính. Tính 3 ngày làm việc: 15/5, 16/5 và 17/5.
 */
export function dueSentences({ due: { steps, provisional }, unit }: CountedDue, words: Words): string {
  return [
    ...arrivalSaid(steps, words),
    ...countSaid(steps, unit, words),
    ...waitsSaid(steps, words),
    ...(provisional ? [words.dueSentence.provisional] : []),
  ].join(' ');
}

/** From when it counts. What begins anew is told from there: how it first came in no longer matters. */
function arrivalSaid(steps: readonly DueStep[], words: Words): string[] {
  const said = words.dueSentence;
  const [anew] = stepsOf(steps, 'started anew');
  const [received] = stepsOf(steps, 'received');
  const start = anew ?? received;
  if (!start) return [];

  const from = anew
    ? [said.anew({ cause: causeSaid(anew.cause, words), until: momentIn(anew.untilAt, words), from: momentIn(anew.countedAt, words) })]
    : lateSaid(start, words);
  return stepsOf(steps, 'counted day').length > 0 ? [...from, said.dayOfReceipt({ day: words.dayShort(start.on) })] : from;
}

function lateSaid({ when, countedAt }: Arrival, words: Words): string[] {
  return when === 'working time' ? [] : [words.dueSentence[when]({ from: momentIn(countedAt, words) })];
}

/** What was counted, and the days off that lie between. */
function countSaid(steps: readonly DueStep[], unit: CountedDue['unit'], words: Words): string[] {
  const said = words.dueSentence;
  const days = stepsOf(steps, 'counted day').map(({ day }) => words.dayShort(day));
  const [first, last, count] = [days[0], days.at(-1), days.length];
  const counted =
    first && last && (unit === 'day' ? said.days({ count, first, last }) : said.workingDays({ count, days: listed(days, words) }));
  return [
    ...(counted ? [counted] : []),
    ...timeSaid(steps, words),
    ...stepsOf(steps, 'same day').map(({ afterCutOff, cutOffMinute, day }) =>
      (afterCutOff ? said.nextDay : said.sameDay)({ cutOff: words.clock(cutOffMinute), day: words.dayShort(day) }),
    ),
    ...skippedSaid(steps, words),
    ...stepsOf(steps, 'moved to working day').map(({ from, to }) => said.movedOn({ from: words.dayShort(from), to: words.dayShort(to) })),
  ];
}

function timeSaid(steps: readonly DueStep[], words: Words): string[] {
  const said = words.dueSentence;
  const start = stepsOf(steps, 'started anew')[0] ?? stepsOf(steps, 'received')[0];
  const counted = stepsOf(steps, 'counted time');
  const [first, last] = [counted[0], counted.at(-1)];
  if (!start || !first || !last) return [];

  const each = counted.map(({ minutes, day }) => said.timeOnDay({ time: words.hours(minutes), day: words.dayShort(day) }));
  const days = counted.length > 6 ? said.fromTo({ first: words.dayShort(first.day), last: words.dayShort(last.day) }) : listed(each, words);
  const time = words.hours(counted.reduce((sum, { minutes }) => sum + minutes, 0));
  return [said.workingTime({ time, from: momentIn(start.countedAt, words), days })];
}

/** Weekends first, then each holiday by its name. */
function skippedSaid(steps: readonly DueStep[], words: Words): string[] {
  const said = words.dueSentence;
  const skipped = stepsOf(steps, 'skipped');
  const daysOf = (name: string | null) => skipped.filter((step) => step.name === name).map(({ day }) => words.dayShort(day));
  const weekend = daysOf(null);
  const names = [...new Set(skipped.flatMap(({ name }) => name ?? []))];
  const weekendSaid = weekend.length > 6 ? said.weekends({ count: weekend.length }) : said.weekend({ days: listed(weekend, words) });
  const parts = [
    ...(weekend.length > 0 ? [weekendSaid] : []),
    ...names.map((name) => said.daysOffOf({ days: listed(daysOf(name), words), name })),
  ];
  return parts.length > 0 ? [said.skipped({ days: parts.join('; ') })] : [];
}

function waitsSaid(steps: readonly DueStep[], words: Words): string[] {
  const said = words.dueSentence;
  return [
    ...stepsOf(steps, 'waited').map(({ cause, fromAt, untilAt }) => {
      const facts = { cause: causeSaid(cause, words), from: momentIn(fromAt, words) };
      return untilAt ? said.waited({ ...facts, to: momentIn(untilAt, words) }) : said.waiting(facts);
    }),
    ...stepsOf(steps, 'waits added').map(({ minutes, toAt }) => said.added({ time: words.hours(minutes), to: momentIn(toAt, words) })),
    ...stepsOf(steps, 'end of day').map(({ fromAt }) => said.endOfDay({ day: words.dayShort(dayOf(fromAt)) })),
  ];
}

/** `15/5, 16/5 và 17/5`; a long list by its beginning and end. */
function listed(all: readonly string[], words: Words): string {
  return all.length > 12 ? words.dueSentence.fromTo({ first: all[0] ?? '', last: all.at(-1) ?? '' }) : words.listed(all);
}

function momentIn(at: Date, words: Words): string {
  return words.dueSentence.moment({ time: words.time(at), day: words.dayShort(at) });
}
