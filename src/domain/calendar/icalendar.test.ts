import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decided } from '#tests/vietnam-calendar.ts';
import { addDays, asDay } from './day.ts';
import { throughYear } from './holidays.ts';
import { readIcalendar, writeIcalendar } from './icalendar.ts';
import { readCalendar } from './read-calendar.ts';
import type { CalendarFacts } from './working-calendar.ts';

const writtenAt = new Date('2018-05-02T02:40:00Z');

function calendar(...events: readonly string[][]): string {
  const lines = events.flatMap((event) => ['BEGIN:VEVENT', ...event, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
}

test('what is written is read again, with what each day came from and which years are provisional', () => {
  const facts = throughYear(decided, 2027);
  assert.deepEqual(readIcalendar(writeIcalendar(facts, writtenAt)), { facts });
});

test('any name and source survive, and no line is longer than 75 octets', () => {
  const text = fc.string({ unit: 'binary', maxLength: 120 }).map((any) => any.replaceAll('\r', ' ').trim());
  fc.assert(
    fc.property(text, text, fc.constantFrom('off' as const, 'work' as const), (name, source, kind) => {
      fc.pre(kind === 'work' || !/^(WORK|LÀM BÙ)/i.test(name));
      const facts: CalendarFacts = {
        years: [{ year: 2018, provisional: false }],
        days: [{ day: asDay('2018-05-15'), kind, name, source }],
      };
      const written = writeIcalendar(facts, writtenAt);
      assert.deepEqual(readIcalendar(written), { facts });
      assert.ok(written.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
    }),
  );
});

test('other programs’ files are read: days of several, without an end, folded, in letters of any case', () => {
  const read = readIcalendar(
    calendar(
      [
        'DTSTART;VALUE=DATE:20180214',
        'DTEND;VALUE=DATE:20180221',
        'SUMMARY:Tết Nguyên',
        ' \u0020đán',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'END:VALARM',
      ],
      ['dtstart;value="DATE":20180505', 'SUMMARY;LANGUAGE="vi:VN":Làm bù cho 30/4', 'DESCRIPTION:Công văn 1\\, dòng 1\\ndòng 2'],
    ).replace('BEGIN:VCALENDAR', '\uFEFFbegin:vcalendar'),
  );
  assert.ok('facts' in read);
  assert.deepEqual(
    read.facts.days.map(({ day }) => day),
    [...Array.from({ length: 7 }, (_, i) => addDays(asDay('2018-02-14'), i)), '2018-05-05'],
  );
  assert.deepEqual(read.facts.days.at(-1), {
    day: '2018-05-05',
    kind: 'work',
    name: 'Làm bù cho 30/4',
    source: 'Công văn 1, dòng 1\ndòng 2',
  });
  assert.equal(read.facts.days[0]?.name, 'Tết Nguyên đán');
  assert.deepEqual(read.facts.years, [{ year: 2018, provisional: false }]);
});

// biome-ignore format: a table
const faulty: [what: string, text: string, place: string, fault: string][] = [
  ['what is no calendar', 'Hello', 'VCALENDAR', 'not-a-calendar'],
  ['a file that was cut off', calendar(['DTSTART:20180214']).slice(0, -8), 'VCALENDAR', 'not-a-calendar'],
  ['a day that does not exist', calendar(['DTSTART;VALUE=DATE:20180230']), '20180230', 'no-such-day'],
  ['an event without a day', calendar(['SUMMARY:Tết']), 'Tết', 'no-such-day'],
  ['an event that ends before it begins', calendar(['DTSTART;VALUE=DATE:20180214', 'DTEND;VALUE=DATE:20180213']), '20180214', 'no-such-day'],
  ['an event at an hour', calendar(['DTSTART:20180214T080000Z']), '20180214T080000Z', 'not-all-day'],
  ['an event that repeats', calendar(['DTSTART;VALUE=DATE:20180214', 'RRULE:FREQ=YEARLY']), '20180214', 'repeats'],
  ['events that overlap', calendar(['DTSTART;VALUE=DATE:20180214', 'DTEND;VALUE=DATE:20180217'], ['DTSTART;VALUE=DATE:20180216']), '2018-02-16', 'day-twice'],
  ['events that contradict each other', calendar(['DTSTART;VALUE=DATE:20180217'], ['DTSTART;VALUE=DATE:20180217', 'CATEGORIES:WORKING DAY']), '2018-02-17', 'day-contradicts-itself'],
  ['a year that is missing', calendar(['DTSTART;VALUE=DATE:20180214'], ['DTSTART;VALUE=DATE:20200214']), '2019', 'year-without-days'],
  ['a calendar without days', calendar(), 'years', 'no-years'],
];
for (const [what, text, place, fault] of faulty) {
  test(`refused with the place and the reason: ${what}`, () => {
    const read = readIcalendar(text);
    assert.deepEqual('faults' in read ? read.faults : [], [{ place, fault }]);
  });
}

const day = (date: string, kind = 'off') => ({ date, kind, name: 'x', source: 'y' });
// biome-ignore format: a table
const wrongJson: [what: string, written: unknown, place: string, fault: string][] = [
  ['what is no calendar', [], 'days', 'not-a-calendar'],
  ['years that are none', { years: 'soon', days: [] }, 'years', 'not-a-calendar'],
  ['a row that is none', { years: '2018', days: [5] }, 'days[0]', 'not-a-calendar'],
  ['another time zone', { timezone: 'Europe/Paris', days: [] }, 'Europe/Paris', 'other-time-zone'],
  ['a day that does not exist', { years: '2018', days: [day('2018-02-30')] }, 'days[0]', 'no-such-day'],
  ['a kind that is none', { years: '2018', days: [day('2018-02-14', 'half')] }, '2018-02-14', 'kind-unknown'],
  ['a year that is missing', { years: [2018, 2020], days: [] }, '2019', 'year-missing'],
  ['a year that stands there twice', { years: [2018, 2018], days: [] }, '2018', 'year-twice'],
  ['a year without days between others', { years: '2018-2020', days: [day('2018-01-01'), day('2020-01-01')] }, '2019', 'year-without-days'],
  ['a day outside the years', { years: '2018', days: [day('2019-01-01')] }, '2019-01-01', 'day-outside-years'],
  ['a day twice', { years: '2018', days: [day('2018-01-01'), day('2018-05-01'), day('2018-01-01')] }, '2018-01-01', 'day-twice'],
  ['a day that is off and worked', { years: '2018', days: [day('2018-01-06'), day('2018-01-06', 'working')] }, '2018-01-06', 'day-contradicts-itself'],
  ['no year at all', { days: [] }, 'years', 'no-years'],
];
for (const [what, written, place, fault] of wrongJson) {
  test(`JSON refused with the place and the reason: ${what}`, () => {
    const read = readCalendar(written);
    assert.deepEqual('faults' in read ? read.faults : [], [{ place, fault }]);
  });
}

test('both ways of writing a calendar in JSON are read', () => {
  const facts = {
    years: [2018, 2019].map((year) => ({ year, provisional: false })),
    days: [{ day: '2019-01-05', kind: 'work', name: 'x', source: 'y' }],
  };
  assert.deepEqual(
    readCalendar({ years: '2018-2019', weekend: ['T7', 'CN'], days: [{ ...day('2019-01-05', 'working'), weekday: 'T7' }] }),
    { facts },
  );
  assert.deepEqual(readCalendar(facts), { facts });
  assert.deepEqual(readCalendar(decided), { facts: decided });
});
