import { addDays, type Day, dayFrom, daysBetween } from './day.ts';
import { type CalendarFault, checkCalendar, type ReadCalendar, yearsBetween, yearsOf } from './read-calendar.ts';
import type { CalendarDay, CalendarFacts, CalendarYear } from './working-calendar.ts';

/*
 * Calendars as other programs exchange them: RFC 5545, one all-day event for each day that differs from its weekday.
 * SUMMARY is the day's name, DESCRIPTION what it came from, CATEGORIES whether it is off or worked.
 */

const lineOctets = 75;
const marks = { off: 'HOLIDAY', work: 'WORKING DAY' } as const;
const saysWork = /^(WORK|LÀM BÙ)/i;
/** Years that the calendar covers, also where a day of them is not named. */
const yearsProperty = 'X-MOTCUA-YEARS';
const provisionalProperty = 'X-MOTCUA-PROVISIONAL-YEARS';

/**
 * @param writtenAt when it is written: the standard wants to know
 * @returns a file of type `text/calendar`
 */
export function writeIcalendar({ years, days }: CalendarFacts, writtenAt: Date): string {
  const stamp = writtenAt.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const provisional = years.filter((year) => year.provisional).map(({ year }) => year);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mot Cua//motcua//VI',
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    `${yearsProperty}:${years[0]?.year}-${years.at(-1)?.year}`,
    ...(provisional.length > 0 ? [`${provisionalProperty}:${provisional.join(',')}`] : []),
    ...days.flatMap(({ day, kind, name, source }) => [
      'BEGIN:VEVENT',
      `UID:${day}@motcua`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
      `SUMMARY:${escaped(name)}`,
      ...(source ? [`DESCRIPTION:${escaped(source)}`] : []),
      `CATEGORIES:${marks[kind]}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.flatMap(folded).join('\r\n').concat('\r\n');
}

/**
 * The all-day events of a file; each day of a longer one is a day of its own.
 * What is worked says so, by its category or its name (`WORKING DAY`, `Làm bù …`); all else is off.
 *
 * @returns the faults `not-a-calendar`, `no-such-day`, `not-all-day` for an event at an hour, `repeats` for one with a rule,
 *   or what is wrong with the days together
 */
export function readIcalendar(text: string): ReadCalendar {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(asProperty);
  const isBracket = (line: Property | undefined, name: string) => line?.name === name && line.value.trim().toUpperCase() === 'VCALENDAR';
  if (!isBracket(lines[0], 'BEGIN') || !isBracket(lines.at(-1), 'END'))
    return { faults: [{ place: 'VCALENDAR', fault: 'not-a-calendar' }] };

  const faults: CalendarFault[] = [];
  const days: CalendarDay[] = [];
  let event: Property[] | null = null;
  for (const line of lines) {
    const isEvent = line.value.trim().toUpperCase() === 'VEVENT';
    if (line.name === 'BEGIN' && isEvent) event = [];
    else if (line.name === 'END' && isEvent && event) {
      days.push(...daysOfEvent(event, faults));
      event = null;
    } else event?.push(line);
  }
  return faults.length > 0 ? { faults } : checkCalendar({ years: declaredYears(lines) ?? yearsOf(days), days });
}

type Property = { readonly name: string; readonly value: string };

/** `DTSTART;VALUE=DATE:20180214`: the name, and what stands after the first colon outside of quotes. */
function asProperty(line: string): Property {
  const colon = line.replaceAll(/"[^"]*"/g, (quoted) => '_'.repeat(quoted.length)).indexOf(':');
  const [name = ''] = line.slice(0, Math.max(0, colon)).split(';');
  return { name: name.toUpperCase(), value: line.slice(colon + 1) };
}

function daysOfEvent(event: readonly Property[], faults: CalendarFault[]): CalendarDay[] {
  const valueIn = (name: string) => event.find((property) => property.name === name)?.value;
  const start = valueIn('DTSTART')?.trim() ?? '';
  const name = unescaped(valueIn('SUMMARY') ?? '');
  const place = start || name || valueIn('UID') || 'VEVENT';
  const first = asDay(start);
  const beyond = valueIn('DTEND') === undefined ? first && addDays(first, 1) : asDay(valueIn('DTEND')?.trim() ?? '');
  if (event.some((property) => property.name === 'RRULE' || property.name === 'RDATE')) faults.push({ place, fault: 'repeats' });
  else if (/^\d{8}T/.test(start)) faults.push({ place, fault: 'not-all-day' });
  else if (!first || !beyond || beyond <= first || daysBetween(first, beyond) > 366) faults.push({ place, fault: 'no-such-day' });
  else {
    const isWorked = [...(valueIn('CATEGORIES') ?? '').split(','), name].some((said) => saysWork.test(said.trim()));
    const day = { kind: isWorked ? ('work' as const) : ('off' as const), name, source: unescaped(valueIn('DESCRIPTION') ?? '') };
    return Array.from({ length: daysBetween(first, beyond) }, (_, i) => ({ day: addDays(first, i), ...day }));
  }
  return [];
}

function declaredYears(lines: readonly Property[]): readonly CalendarYear[] | undefined {
  const span = /^(\d{4})-(\d{4})$/.exec(lines.find(({ name }) => name === yearsProperty)?.value.trim() ?? '');
  if (!span) return undefined;
  const provisional = (lines.find(({ name }) => name === provisionalProperty)?.value ?? '').split(',').map(Number);
  return yearsBetween(Number(span[1]), Number(span[2])).map(({ year }) => ({ year, provisional: provisional.includes(year) }));
}

function asDay(text: string): Day | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  return found ? dayFrom(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}

function compact(day: Day): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n?|\n/g, '\\n');
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\\;,nN])/g, (_, letter: string) => (letter === 'n' || letter === 'N' ? '\n' : letter)).trim();
}

/** No line is longer than 75 octets; a letter is never cut. */
function folded(line: string): string[] {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > lineOctets) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part];
}
