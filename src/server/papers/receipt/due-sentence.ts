import { type Day, dayOf, dayOfMonth, minuteOfDay, monthOf } from '#domain/calendar/day.ts';
import type { PromisedTime } from '#domain/calendar/due.ts';
import type { Arrival, Due, DueStep } from '#domain/calendar/explain.ts';
import type { DueSaid } from './content.ts';

/**
 * Why it is owed when it is, in a few short sentences: what was counted, what was left out, what waits added.
 *
 * @param unit of the promise, which says what kind of days were counted
 * @example Ngày nhận 14/5 không tính. Tính 3 ngày làm việc: 15/5, 16/5 và 17/5.
 */
export function dueInWords({ steps, provisional }: Due, unit: PromisedTime['unit']): DueSaid {
  const inLanguage = (words: Language) =>
    [
      ...arrivalSaid(steps, words),
      ...countSaid(steps, unit, words),
      ...afterwardsSaid(steps, words),
      ...(provisional ? [words.provisional] : []),
    ].join(' ');
  return { vietnamese: inLanguage(vietnamese), english: inLanguage(english) };
}

type Step<Type extends DueStep['type']> = Extract<DueStep, { type: Type }>;

/** One language's way to say each step; days and times come in its words. */
type Language = {
  readonly day: (day: Day) => string;
  readonly moment: (at: Date) => string;
  readonly time: (minutes: number) => string;
  readonly and: string;
  readonly late: { readonly [When in Exclude<Arrival['when'], 'working time'>]: (from: string) => string };
  readonly dayOfReceipt: (day: string) => string;
  readonly anew: (from: string) => string;
  readonly workingDays: (count: number, days: string) => string;
  readonly calendarDays: (count: number, first: string, last: string) => string;
  readonly workingTime: (time: string, from: string, days: string) => string;
  readonly timeOnDay: (time: string, day: string) => string;
  readonly fromTo: (first: string, last: string) => string;
  readonly sameDay: (cutOff: string, day: string) => string;
  readonly nextDay: (cutOff: string, day: string) => string;
  readonly skipped: (days: string) => string;
  readonly weekend: string;
  readonly weekends: (count: number) => string;
  readonly movedOn: (from: string, to: string) => string;
  readonly waits: (time: string, to: string) => string;
  readonly endOfDay: (day: string) => string;
  readonly provisional: string;
};

const vietnamese: Language = {
  day: (day) => `${two(dayOfMonth(day))}/${monthOf(day) < 3 ? two(monthOf(day)) : monthOf(day)}`,
  moment: (at) => `${clock(minuteOfDay(at))} ngày ${vietnamese.day(dayOf(at))}`,
  time: (minutes) =>
    spanSaid(
      minutes,
      (count) => `${count} giờ`,
      (count) => `${count} phút`,
    ),
  and: 'và',
  late: {
    'before opening': (from) => `Nhận trước giờ mở cửa nên tính từ ${from}.`,
    'after closing': (from) => `Nhận sau giờ làm việc nên tính như nhận lúc ${from}.`,
    'day off': (from) => `Nhận vào ngày nghỉ nên tính như nhận lúc ${from}.`,
  },
  dayOfReceipt: (day) => `Ngày nhận ${day} không tính.`,
  anew: (from) => `Sau khi chờ, thời gian được tính lại từ đầu, từ ${from}.`,
  workingDays: (count, days) => `Tính ${count} ngày làm việc: ${days}.`,
  calendarDays: (count, first, last) => `Tính ${count} ngày liên tục, kể cả ngày nghỉ, từ ${first} đến ${last}.`,
  workingTime: (time, from, days) => `Tính ${time} làm việc kể từ ${from}: ${days}.`,
  timeOnDay: (time, day) => `${time} ngày ${day}`,
  fromTo: (first, last) => `từ ${first} đến ${last}`,
  sameDay: (cutOff, day) => `Nhận chậm nhất ${cutOff} nên trả trong ngày ${day}.`,
  nextDay: (cutOff, day) => `Nhận sau ${cutOff} nên trả trong ngày làm việc tiếp theo, ${day}.`,
  skipped: (days) => `Không tính ${days}.`,
  weekend: 'cuối tuần',
  weekends: (count) => `${count} ngày cuối tuần`,
  movedOn: (from, to) => `Ngày cuối ${from} là ngày nghỉ nên lấy ngày làm việc tiếp theo, ${to}.`,
  waits: (time, to) => `Cộng thêm ${time} làm việc là thời gian chờ, đến ${to}.`,
  endOfDay: (day) => `Hẹn trả lấy đến hết ngày ${day}.`,
  provisional: 'Lịch nghỉ của năm có liên quan chưa có quyết định nên hẹn trả là tạm tính.',
};

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

const english: Language = {
  day: (day) => `${dayOfMonth(day)} ${months[monthOf(day) - 1]}`,
  moment: (at) => `${clock(minuteOfDay(at))} on ${english.day(dayOf(at))}`,
  time: (minutes) =>
    spanSaid(
      minutes,
      (count) => many(count, 'hour'),
      (count) => many(count, 'minute'),
    ),
  and: 'and',
  late: {
    'before opening': (from) => `Received before opening, so counted from ${from}.`,
    'after closing': (from) => `Received after hours, so counted as received at ${from}.`,
    'day off': (from) => `Received on a day off, so counted as received at ${from}.`,
  },
  dayOfReceipt: (day) => `The day of receipt, ${day}, does not count.`,
  anew: (from) => `After the wait the whole time begins again, from ${from}.`,
  workingDays: (count, days) => `Counted: ${many(count, 'working day')}, ${days}.`,
  calendarDays: (count, first, last) => `Counted: ${many(count, 'day')} on the calendar, days off included, from ${first} to ${last}.`,
  workingTime: (time, from, days) => `Counted: ${time} of working time since ${from}, ${days}.`,
  timeOnDay: (time, day) => `${time} on ${day}`,
  fromTo: (first, last) => `from ${first} to ${last}`,
  sameDay: (cutOff, day) => `Received by ${cutOff}, so returned the same day, ${day}.`,
  nextDay: (cutOff, day) => `Received after ${cutOff}, so returned the next working day, ${day}.`,
  skipped: (days) => `Not counted: ${days}.`,
  weekend: 'weekend',
  weekends: (count) => `${many(count, 'day')} of weekends`,
  movedOn: (from, to) => `The last day, ${from}, is a day off, so the next working day is taken, ${to}.`,
  waits: (time, to) => `Added: ${time} of working time spent waiting, until ${to}.`,
  endOfDay: (day) => `Due by the end of ${day}.`,
  provisional: 'The days off of a year it touches are not decided yet, so this due time is provisional.',
};

/** From when it counts. What begins anew is told from there: how it first came in no longer matters. */
function arrivalSaid(steps: readonly DueStep[], words: Language): string[] {
  const [anew] = ofType(steps, 'started anew');
  const [received] = ofType(steps, 'received');
  const start = anew ?? received;
  if (!start) return [];

  const late = start.when === 'working time' ? [] : [words.late[start.when](words.moment(start.countedAt))];
  const from = anew ? [words.anew(words.moment(anew.countedAt))] : late;
  return ofType(steps, 'counted day').length > 0 ? [...from, words.dayOfReceipt(words.day(start.on))] : from;
}

/** What was counted, and the days off that lie between. */
function countSaid(steps: readonly DueStep[], unit: PromisedTime['unit'], words: Language): string[] {
  const days = ofType(steps, 'counted day').map(({ day }) => words.day(day));
  const [first, last] = [days[0], days.at(-1)];
  const daysSaid = unit === 'day' ? words.calendarDays : (count: number) => words.workingDays(count, listed(days, words));
  return [
    ...(first && last ? [daysSaid(days.length, first, last)] : []),
    ...timeSaid(steps, words),
    ...ofType(steps, 'same day').map(({ afterCutOff, cutOffMinute, day }) =>
      (afterCutOff ? words.nextDay : words.sameDay)(clock(cutOffMinute), words.day(day)),
    ),
    ...skippedSaid(steps, words),
    ...ofType(steps, 'moved to working day').map(({ from, to }) => words.movedOn(words.day(from), words.day(to))),
  ];
}

function timeSaid(steps: readonly DueStep[], words: Language): string[] {
  const start = ofType(steps, 'started anew')[0] ?? ofType(steps, 'received')[0];
  const counted = ofType(steps, 'counted time');
  const [first, last] = [counted[0], counted.at(-1)];
  if (!start || !first || !last) return [];

  const each = counted.map(({ minutes, day }) => words.timeOnDay(words.time(minutes), words.day(day)));
  const days = counted.length > 6 ? words.fromTo(words.day(first.day), words.day(last.day)) : listed(each, words);
  return [words.workingTime(words.time(counted.reduce((sum, { minutes }) => sum + minutes, 0)), words.moment(start.countedAt), days)];
}

/** Weekends first, then each holiday by its name. */
function skippedSaid(steps: readonly DueStep[], words: Language): string[] {
  const skipped = ofType(steps, 'skipped');
  const daysOf = (name: string | null) => skipped.filter((step) => step.name === name).map(({ day }) => words.day(day));
  const weekend = daysOf(null);
  const names = [...new Set(skipped.flatMap(({ name }) => name ?? []))];
  const said = [
    ...(weekend.length > 6 ? [words.weekends(weekend.length)] : weekend.length > 0 ? [`${listed(weekend, words)} (${words.weekend})`] : []),
    ...names.map((name) => `${listed(daysOf(name), words)} (${name})`),
  ];
  return said.length > 0 ? [words.skipped(said.join('; '))] : [];
}

function afterwardsSaid(steps: readonly DueStep[], words: Language): string[] {
  return [
    ...ofType(steps, 'waits added').map(({ minutes, toAt }) => words.waits(words.time(minutes), words.moment(toAt))),
    ...ofType(steps, 'end of day').map(({ fromAt }) => words.endOfDay(words.day(dayOf(fromAt)))),
  ];
}

function ofType<Type extends DueStep['type']>(steps: readonly DueStep[], type: Type): Step<Type>[] {
  return steps.filter((step): step is Step<Type> => step.type === type);
}

/** `15/5, 16/5 và 17/5`; a long list by its beginning and end. */
function listed(all: readonly string[], words: Language): string {
  const [first, last] = [all[0] ?? '', all.at(-1) ?? ''];
  if (all.length > 12) return words.fromTo(first, last);
  return all.length < 2 ? last : `${all.slice(0, -1).join(', ')} ${words.and} ${last}`;
}

function spanSaid(minutes: number, hours: (count: number) => string, rest: (count: number) => string): string {
  const [whole, left] = [Math.floor(minutes / 60), minutes % 60];
  return [...(whole > 0 ? [hours(whole)] : []), ...(left > 0 || whole === 0 ? [rest(left)] : [])].join(' ');
}

function clock(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
