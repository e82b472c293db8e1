import { addDays, type Day, dayNumber, instantAt, monthOf, type Weekday, weekdayOf } from '#domain/calendar/day.ts';
import { dayOffName, hoursOf, isWorkingDay, nextOpening, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { type Chance, chanceOfOne, type Seed } from './chance.ts';

/** From the first moment of a day up to a moment: nothing happens before or after. */
export type Span = { readonly from: Day; readonly until: Date };

/** When each one comes, in order, in milliseconds since 1970; those over the net are marked. */
export type Arrivals = { readonly at: Float64Array; readonly online: Uint8Array };

/** Of a hundred, so many apply online. */
const onlineShare = 0.38;

/** Weekend's callers save it for Monday. */
const byWeekday: Readonly<Record<Weekday, number>> = { 1: 1.4, 2: 1.1, 3: 1, 4: 0.95, 5: 0.8, 6: 0.5, 7: 0.5 };

/** How many come to a counter in each half hour of the day, from 07:30 and from 13:30. */
const atCounter: readonly (readonly [minute: number, weight: number])[] = [
  ...[8, 12, 14, 12, 10, 8, 5, 2].map((weight, i) => [450 + 30 * i, weight] as const),
  ...[6, 9, 10, 9, 6, 4, 2, 1].map((weight, i) => [810 + 30 * i, weight] as const),
];

/** How many apply online in each half hour from 06:00: before noon, and once more in the evening. */
const overTheNet: readonly (readonly [minute: number, weight: number])[] = [
  1, 2, 3, 5, 7, 8, 8, 7, 6, 5, 5, 4, 4, 4, 5, 6, 7, 6, 6, 5, 5, 4, 4, 4, 5, 6, 7, 8, 7, 5, 3, 2,
].map((weight, i) => [360 + 30 * i, weight] as const);

/** Who comes to a counter later than so long before the end may still wait then. */
const atCounterMs = 3 * 3_600_000;

/** On Monday the morning is fuller still. */
const mondayMorning = 1.5;

/**
 * When so many people come: by weekday and hour, more before Tết and in the summer, few just after Tết, none to a counter that is closed.
 *
 * @returns fewer than asked for only where the span has no day
 */
export function arrivalsIn({ from, until }: Span, count: number, calendar: WorkingCalendar, seed: Seed): Arrivals {
  const chance = chanceOfOne(seed, -1);
  const days = daysFrom(from, until);
  const counter = lotOver(days, (day) => (isWorkingDay(day, calendar) ? byWeekday[weekdayOf(day)] * season(day, calendar) : 0));
  const net = lotOver(days, (day) => byWeekday[weekdayOf(day)] * season(day, calendar) * (dayOffName(day, calendar) ? 0.2 : 1));
  const [morning, week, evening] = [lotOver(atCounter, onMonday), lotOver(atCounter, weightOf), lotOver(overTheNet, weightOf)];

  const all: (readonly [at: number, online: boolean])[] = [];
  for (let tries = 0; all.length < count && tries < 3 * count; tries++) {
    const online = chance.happens(onlineShare);
    const day = draw(online ? net : counter, chance);
    if (!day) continue;
    const half = draw(online ? evening : weekdayOf(day) === 1 ? morning : week, chance);
    const minute = (half?.[0] ?? 0) + chance.between(0, 29);
    const at = online ? instantAt(day, minute) : atOpenCounter(day, minute, chance, calendar);
    if (at.getTime() + (online ? 0 : atCounterMs) < until.getTime()) all.push([at.getTime() + chance.between(0, 59) * 1000, online]);
  }
  all.sort(([one], [other]) => one - other);
  return { at: Float64Array.from(all, ([at]) => at), online: Uint8Array.from(all, ([, online]) => Number(online)) };
}

/** Who finds the counter closed at noon comes when it opens again; who comes too late, on the last minutes of the day. */
function atOpenCounter(day: Day, minute: number, chance: Chance, calendar: WorkingCalendar): Date {
  const closesAt = hoursOf(day, calendar)?.closesAt ?? instantAt(day, minute);
  const at = nextOpening(instantAt(day, minute), calendar);
  return at < closesAt ? at : new Date(closesAt.getTime() - chance.between(5, 90) * 60_000);
}

/**
 * How many come on a day beside an ordinary one: up to half as many more in the four weeks before Tết, when everyone wants to be done,
 * fewer on its last days and in the first ones of the new year, more while schools enrol, and when the year ends.
 */
export function season(day: Day, calendar: WorkingCalendar): number {
  const until = daysToTet(day, 1, 28, calendar);
  if (until !== undefined) return until <= 3 ? 0.8 : 1 + 0.5 * (1 - until / 28);
  if (daysToTet(day, -1, 10, calendar) !== undefined) return 0.6;
  const month = monthOf(day);
  return month >= 6 && month <= 8 ? 1.12 : month === 12 ? 1.1 : 1;
}

/** How far Tết is, before or behind; `undefined` when it is farther. */
function daysToTet(day: Day, step: 1 | -1, most: number, calendar: WorkingCalendar): number | undefined {
  for (let days = 0; days <= most; days++) {
    if (isInYears(addDays(day, step * days), calendar) && dayOffName(addDays(day, step * days), calendar)?.startsWith('Tết Nguyên đán'))
      return days;
  }
  return undefined;
}

function isInYears(day: Day, { firstDay, dayCount }: WorkingCalendar): boolean {
  return dayNumber(day) >= firstDay && dayNumber(day) < firstDay + dayCount;
}

function daysFrom(from: Day, until: Date): Day[] {
  const days: Day[] = [];
  for (let day = from; instantAt(day, 0) < until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Things to be drawn by their weights. */
export type Lot<Thing> = { readonly things: readonly Thing[]; readonly upTo: Float64Array };

export function lotOver<Thing>(things: readonly Thing[], weightOf: (thing: Thing) => number): Lot<Thing> {
  let sum = 0;
  return { things, upTo: Float64Array.from(things, (thing) => (sum += weightOf(thing))) };
}

/** `undefined` when none has any weight. */
export function draw<Thing>({ things, upTo }: Lot<Thing>, chance: Chance): Thing | undefined {
  const wanted = chance.part() * (upTo.at(-1) ?? 0);
  let [low, high] = [0, upTo.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return things[low];
}

function weightOf([, weight]: readonly [number, number]): number {
  return weight;
}

function onMonday([minute, weight]: readonly [number, number]): number {
  return minute < 690 ? weight * mondayMorning : weight;
}
