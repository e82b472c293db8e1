import { dayAt, instantAt, isDay, type Weekday } from '#domain/calendar/day.ts';
import type { DueQuestion, DueRule, PromisedTime, Wait } from '#domain/calendar/due.ts';
import type { OpenSpan, WorkingHours } from '#domain/calendar/working-calendar.ts';
import { CannotRun } from './cannot-run.ts';

/** What is asked, in the words of the command line or of one line of JSON. */
export type Asked = {
  readonly received?: unknown;
  readonly time?: unknown;
  readonly rule?: unknown;
  readonly waits?: unknown;
  readonly cutOff?: unknown;
};

/** What is null is not said. @throws CannotRun with one line that says what is wrong */
export function readQuestion({ received, time, rule, waits, cutOff }: Asked): DueQuestion {
  if (received === undefined || received === null) throw new CannotRun('"received" is missing, such as 2018-02-12T10:00.');
  if (time === undefined || time === null) throw new CannotRun('"time" is missing, such as "5 working-day".');
  const waited = waits ?? [];
  if (!Array.isArray(waited)) throw new CannotRun(`"waits" is no list of pairs: ${shown(waits)}.`);
  return {
    receivedAt: readInstant(received, 'received'),
    time: readTime(time),
    rule: readRule(rule ?? 'end-of-day'),
    waits: waited.map(readWait),
    ...(cutOff !== undefined && cutOff !== null && { sameDayCutOffMinute: readClock(cutOff) }),
  };
}

const instantForm = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(Z|[+-]\d{2}(?::?\d{2})?)?$/i;

/** An instant as ISO 8601 has it; without an offset it is that of the clock on the wall here. */
export function readInstant(written: unknown, what: string): Date {
  const found = typeof written === 'string' ? instantForm.exec(written.trim()) : null;
  const [, day = '', hours, minutes, seconds = '0', offset = '+07:00'] = found ?? [];
  if (!isDay(day)) throw new CannotRun(`"${what}" is no time such as 2018-02-12T10:00: ${shown(written)}.`);
  const [hour, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (hour > 23 || minute > 59 || second > 59) throw new CannotRun(`"${what}" shows no time of a clock: ${shown(written)}.`);
  const here = instantAt(day, hour * 60 + minute).getTime() + second * 1000;
  return new Date(here - (readOffset(offset, what) - 7 * 60) * 60_000);
}

function readOffset(offset: string, what: string): number {
  if (offset === 'Z' || offset === 'z') return 0;
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(3).replace(':', '') || 0)];
  if (hours > 14 || minutes > 59) throw new CannotRun(`"${what}" has no such offset: ${offset}.`);
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

const units: ReadonlyMap<string, PromisedTime['unit']> = new Map([
  ['working-day', 'working-day'],
  ['working-days', 'working-day'],
  ['working-hour', 'working-hour'],
  ['working-hours', 'working-hour'],
  ['calendar-day', 'day'],
  ['calendar-days', 'day'],
  ['same-day', 'same-day'],
]);

function readTime(written: unknown): PromisedTime {
  const said = isRecord(written) ? `${written.value ?? ''} ${written.unit}` : written;
  const found = typeof said === 'string' ? /^(?:(\d+(?:\.\d+)?)\s+)?([a-z-]+)$/.exec(said.trim()) : null;
  const unit = units.get(found?.[2] ?? '');
  const value = Number(found?.[1] ?? (unit === 'same-day' ? 1 : Number.NaN));
  if (!unit || Number.isNaN(value))
    throw new CannotRun(`"time" is a number and working-day, working-hour or calendar-day, or same-day: ${shown(written)}.`);
  if (value * (unit === 'working-hour' ? 60 : 480) < 0.5) throw new CannotRun(`"time" is more than nothing: ${shown(written)}.`);
  if (unit === 'day' && !Number.isInteger(value)) throw new CannotRun(`"time" in calendar days is whole: ${shown(written)}.`);
  return { value, unit };
}

function readRule(written: unknown): DueRule {
  if (written === 'end-of-day' || written === 'to-the-hour') return written;
  throw new CannotRun(`"rule" is end-of-day or to-the-hour: ${shown(written)}.`);
}

/** A pair of instants, the second null while the wait lasts; with `anew` the time begins again after it. */
function readWait(written: unknown): Wait {
  const [from, until, ...more]: readonly unknown[] = Array.isArray(written) ? written : isRecord(written) ? [written.from, written.to] : [];
  const isAnew = more.length === 1 && more[0] === 'anew';
  if (from === undefined || until === undefined || (more.length > 0 && !isAnew))
    throw new CannotRun(`a wait is a pair of times, from and to: ${shown(written)}.`);
  const fromAt = readInstant(from, 'wait');
  const untilAt = until === null || until === '' ? null : readInstant(until, 'wait');
  if (untilAt && untilAt < fromAt) throw new CannotRun(`a wait ends before it begins: ${shown(written)}.`);
  return { cause: 'wait', fromAt, untilAt, ...(isAnew && { anew: true }) };
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `{"mon-fri": [["07:30","11:30"],["13:30","17:30"]], "sat": [["07:30","11:30"]]}`; a day that is not named is off. */
export function readHours(written: unknown): WorkingHours {
  if (!isRecord(written)) throw new CannotRun(`"hours" is an object such as {"mon-fri": [["07:30","11:30"]]}: ${shown(written)}.`);
  const found = new Map<number, readonly OpenSpan[]>();
  for (const [name, spans] of Object.entries(written)) {
    for (const day of readDays(name)) {
      if (found.has(day)) throw new CannotRun(`"hours" names ${dayNames[day]} twice.`);
      found.set(day, readSpans(name, spans));
    }
  }
  if ([...found.values()].every((spans) => spans.length === 0)) throw new CannotRun('"hours" has no working time at all.');
  const of = (weekday: Weekday) => found.get(weekday - 1) ?? [];
  return { 1: of(1), 2: of(2), 3: of(3), 4: of(4), 5: of(5), 6: of(6), 7: of(7) };
}

/** `mon-fri`, `sat`, `mon,wed,fri`, as days from Monday. */
function readDays(name: string): number[] {
  return name.split(',').flatMap((part) => {
    const [first, last] = part.split('-').map((day) => dayNames.indexOf(day.trim().toLowerCase().slice(0, 3)));
    const end = last ?? first;
    if (first === undefined || end === undefined || first < 0 || end < first) throw new CannotRun(`"hours" names no days: ${shown(name)}.`);
    return Array.from({ length: end - first + 1 }, (_, i) => first + i);
  });
}

function readSpans(name: string, written: unknown): readonly OpenSpan[] {
  if (!Array.isArray(written)) throw new CannotRun(`"hours" of ${name} are a list of pairs: ${shown(written)}.`);
  const spans = written.map((pair: unknown): OpenSpan => {
    if (!Array.isArray(pair) || pair.length !== 2)
      throw new CannotRun(`"hours" of ${name} are pairs of opening and closing: ${shown(pair)}.`);
    const [open, close] = [readClock(pair[0]), readClock(pair[1])];
    if (open >= close) throw new CannotRun(`"hours" of ${name} close before they open: ${shown(pair)}.`);
    return [open, close];
  });
  const inOrder = spans.toSorted(([one], [other]) => one - other);
  if (inOrder.some(([open], i) => open < (inOrder[i - 1]?.[1] ?? 0))) throw new CannotRun(`"hours" of ${name} overlap: ${shown(written)}.`);
  return inOrder;
}

/** `07:30` as minutes since midnight; `24:00` is the end of the day. */
function readClock(written: unknown): number {
  const found = typeof written === 'string' ? /^(\d{1,2}):(\d{2})(?::00)?$/.exec(written.trim()) : null;
  const minute = Number(found?.[1]) * 60 + Number(found?.[2]);
  if (!found || Number(found[2]) > 59 || minute > 1440) throw new CannotRun(`no time of a clock such as 07:30: ${shown(written)}.`);
  return minute;
}

/** `2018-02-26T17:30:00+07:00`: the calendar and clock on the wall here. */
export function wallText(at: Date): string {
  const ms = at.getTime() + 7 * 3_600_000;
  const dayNumber = Math.floor(ms / 86_400_000);
  const second = Math.floor((ms - dayNumber * 86_400_000) / 1000);
  const two = (number: number) => (number < 10 ? `0${number}` : String(number));
  return `${dayAt(dayNumber)}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}+07:00`;
}

/** What was written, short enough for one line. */
function shown(written: unknown): string {
  const text = asJson(written);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** What lies too deep in itself to be written is not shown. */
function asJson(written: unknown): string {
  try {
    return JSON.stringify(written) ?? 'nothing';
  } catch {
    return 'what is too deep to be read';
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
