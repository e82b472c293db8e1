import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addDays, type Day, dayOf, instantAt, instantOf, weekdayOf } from '#domain/calendar/day.ts';
import { type DueRule, type DueTerms, dueInstant, dueMs } from '#domain/calendar/due.ts';
import { throughYear } from '#domain/calendar/holidays.ts';
import { type CalendarFacts, compileCalendar, defaultHours, type OpenSpan } from '#domain/calendar/working-calendar.ts';
import { tell } from './ground.ts';

/**
 * Due times a second, 30 working days over Tết, instants in and instants out, on one core, beside a plain walk from day to day
 * with `Date` in the same run.
 */
export async function run(): Promise<number> {
  const file = path.join(import.meta.dirname, '../data/calendar/vietnam-2018-2026.json');
  const facts = throughYear(JSON.parse(readFileSync(file, 'utf8')), 2027);
  for (const rule of ['end-of-day', 'to-the-hour'] as const) measure(rule, facts);
  return 0;
}

const workingDays = 30;
const seconds = 3;

function measure(rule: DueRule, facts: CalendarFacts): void {
  const calendar = compileCalendar(facts);
  const terms: DueTerms = { time: { value: workingDays, unit: 'working-day' }, rule };
  const received = receivedBeforeTet();
  const walk = walker(rule, facts);
  for (const at of received.slice(0, 500)) {
    if (dueMs(at, terms, calendar) !== walk(at)) throw new Error(`${rule}: both count otherwise from ${new Date(at).toISOString()}`);
  }

  const peerValue = perSecond(received.slice(0, 500), walk);
  const report = (as: string, value: number) =>
    tell({
      bench: 'due',
      case: `${workingDays} working days over Tết, ${rule}, ${as}`,
      value,
      unit: '1/s',
      peer: 'a walk from day to day with Date',
      peer_value: peerValue,
    });
  const { time } = terms;
  report(
    'milliseconds in and out',
    perSecond(received, (at) => dueMs(at, terms, calendar)),
  );
  report(
    'Date in and out',
    perSecond(received, (at) => dueInstant({ receivedAt: new Date(at), time, rule }, calendar).getTime()),
  );
}

/** Each second differs: any second of the four weeks before each Tết of the decided years. */
function receivedBeforeTet(): Float64Array {
  const fourWeeks = 28 * 86_400;
  const tets = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map((year) => instantOf(`${year}-01-12T00:00`).getTime());
  return Float64Array.from({ length: 100_000 }, (_, i) => (tets[i % tets.length] ?? 0) + ((i * 7919) % fourWeeks) * 1000);
}

/** How often in a second of one core, by the time that the core was ours; the sum keeps the work from being left out. */
function perSecond(received: Float64Array, due: (at: number) => number): number {
  let count = 0;
  let sum = 0;
  const until = performance.now() + seconds * 1000;
  const before = process.cpuUsage();
  while (performance.now() < until) {
    for (const at of received) sum += due(at);
    count += received.length;
  }
  const { user, system } = process.cpuUsage(before);
  if (!Number.isFinite(sum)) throw new Error('a due time was no number');
  return (count * 1_000_000) / (user + system);
}

/** How one writes it at first: a set of days, and a step from each day to the next. */
function walker(rule: DueRule, { days }: CalendarFacts): (at: number) => number {
  const special = new Map(days.map(({ day, kind }) => [day, kind]));
  const spansOf = (day: Day): readonly OpenSpan[] => {
    const kind = special.get(day);
    return kind === 'off' ? [] : kind === 'work' ? defaultHours[1] : defaultHours[weekdayOf(day)];
  };
  return rule === 'end-of-day' ? (at) => walkDays(new Date(at), spansOf) : (at) => walkMinutes(new Date(at), spansOf);
}

function walkDays(at: Date, spansOf: (day: Day) => readonly OpenSpan[]): number {
  let day = dayOf(at);
  const closes = spansOf(day).at(-1)?.[1];
  if (closes === undefined || at >= instantAt(day, closes))
    do day = addDays(day, 1);
    while (spansOf(day).length === 0);
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    if (spansOf(day).length > 0) left--;
  }
  return instantAt(day, spansOf(day).at(-1)?.[1] ?? 0).getTime();
}

function walkMinutes(at: Date, spansOf: (day: Day) => readonly OpenSpan[]): number {
  const from = Math.floor(at.getTime() / 60_000) * 60_000;
  let left = workingDays * 480 * 60_000;
  for (let day = dayOf(at); ; day = addDays(day, 1)) {
    for (const [open, close] of spansOf(day)) {
      const start = Math.max(from, instantAt(day, open).getTime());
      const lasts = instantAt(day, close).getTime() - start;
      if (lasts > 0 && lasts >= left) return start + left;
      left -= Math.max(0, lasts);
    }
  }
}
