import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decided } from '#tests/vietnam-calendar.ts';
import { addDays, asDay } from './day.ts';
import { throughYear } from './holidays.ts';
import { readIcalendar, writeIcalendar } from './icalendar.ts';
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

test('a file says of each day what a calendar program asks for, and nothing of what it does not know', () => {
  const facts: CalendarFacts = {
    years: [2026, 2027, 2028].map((year) => ({ year, provisional: year > 2026 })),
    days: [
      { day: asDay('2027-01-01'), kind: 'off', name: 'Tết Dương lịch', source: '' },
      { day: asDay('2027-02-28'), kind: 'work', name: 'Làm bù', source: 'Quyết định 1, khoản 2' },
    ],
  };
  const written = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Mot Cua//motcua//VI',
    'X-WR-TIMEZONE:Asia/Ho_Chi_Minh',
    'X-MOTCUA-YEARS:2026-2028',
    'X-MOTCUA-PROVISIONAL-YEARS:2027,2028',
    'BEGIN:VEVENT',
    'UID:2027-01-01@motcua',
    'DTSTAMP:20180502T024000Z',
    'DTSTART;VALUE=DATE:20270101',
    'DTEND;VALUE=DATE:20270102',
    'SUMMARY:Tết Dương lịch',
    'CATEGORIES:HOLIDAY',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:2027-02-28@motcua',
    'DTSTAMP:20180502T024000Z',
    'DTSTART;VALUE=DATE:20270228',
    'DTEND;VALUE=DATE:20270301',
    'SUMMARY:Làm bù',
    'DESCRIPTION:Quyết định 1\\, khoản 2',
    'CATEGORIES:WORKING DAY',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  assert.equal(writeIcalendar(facts, new Date('2018-05-02T02:40:00.123Z')), written.join('\r\n'));
  const decidedYears = { ...facts, years: facts.years.map(({ year }) => ({ year, provisional: false })) };
  assert.ok(!writeIcalendar(decidedYears, writtenAt).includes('PROVISIONAL'));
});

test('a line of 75 octets stays whole, the 76th goes to the next, and no letter is cut', () => {
  const linesFor = (name: string) => {
    const facts = { years: [], days: [{ day: asDay('2018-05-15'), kind: 'off' as const, name, source: '' }] };
    const lines = writeIcalendar(facts, writtenAt).split('\r\n');
    return lines.slice(lines.indexOf('DTEND;VALUE=DATE:20180516') + 1, lines.indexOf('CATEGORIES:HOLIDAY'));
  };
  const n = (letters: number) => 'n'.repeat(letters);
  assert.deepEqual(linesFor(n(67)), [`SUMMARY:${n(67)}`]);
  assert.deepEqual(linesFor(n(68)), [`SUMMARY:${n(67)}`, ' n']);
  assert.deepEqual(linesFor(n(67 + 74 + 1)), [`SUMMARY:${n(67)}`, ` ${n(74)}`, ' n']);
  assert.deepEqual(linesFor(`${n(66)}ế`), [`SUMMARY:${n(66)}`, ' ế']);
});

test('spaces around what stands in a file, ends of lines without a return and a line break in either case mean the same', () => {
  const text = calendar(
    ['DTSTART;VALUE=DATE: 20180214 ', 'DTEND;VALUE=DATE: 20180215 ', 'SUMMARY: Tết ', 'DESCRIPTION:một\\Nhai\\nba'],
    ['DTSTART;VALUE=DATE:20180505', 'SUMMARY:x', 'CATEGORIES:a, work'],
  );
  const facts = {
    years: [{ year: 2018, provisional: false }],
    days: [
      { day: '2018-02-14', kind: 'off', name: 'Tết', source: 'một\nhai\nba' },
      { day: '2018-05-05', kind: 'work', name: 'x', source: '' },
    ],
  };
  assert.deepEqual(readIcalendar(text), { facts });
  assert.deepEqual(readIcalendar(`${text.replaceAll('\r', '').replace('VCALENDAR', ' VCALENDAR ')}\n`), { facts });
});

test('what only speaks of work is no day that is worked', () => {
  const read = readIcalendar(calendar(['DTSTART;VALUE=DATE:20180501', 'SUMMARY:Quốc tế lao động, no work']));
  assert.deepEqual('facts' in read ? read.facts.days.map(({ kind }) => kind) : [], ['off']);
});

test('an event lasts a year and a day at the most', () => {
  const lasting = (end: string) => readIcalendar(calendar(['DTSTART;VALUE=DATE:20180101', `DTEND;VALUE=DATE:${end}`]));
  const whole = lasting('20190102');
  assert.equal('facts' in whole ? whole.facts.days.length : 0, 366);
  assert.deepEqual(lasting('20190103'), { faults: [{ place: '20180101', fault: 'no-such-day' }] });
});

test('years that a file declares count only when they are a span of years', () => {
  const declaring = (years: string) => {
    const read = readIcalendar(calendar(['DTSTART;VALUE=DATE:20180101']).replace('VERSION:2.0', `X-MOTCUA-YEARS:${years}`));
    return 'facts' in read ? read.facts.years.map(({ year }) => year) : [];
  };
  assert.deepEqual(declaring(' 2017-2019 '), [2017, 2018, 2019]);
  for (const none of ['12017-2019', '2017-20199', '2017', '']) assert.deepEqual(declaring(none), [2018], none);
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
  ['an event whose end is its beginning', calendar(['DTSTART;VALUE=DATE:20180214', 'DTEND;VALUE=DATE:20180214']), '20180214', 'no-such-day'],
  ['an event whose end is no day', calendar(['DTSTART;VALUE=DATE:20180214', 'DTEND;VALUE=DATE:']), '20180214', 'no-such-day'],
  ['a day with a figure too many', calendar(['DTSTART;VALUE=DATE:120180214']), '120180214', 'no-such-day'],
  ['a day with a figure too many at its end', calendar(['DTSTART;VALUE=DATE:201802140']), '201802140', 'no-such-day'],
  ['a day that only looks like an hour', calendar(['DTSTART:120180214T080000Z']), '120180214T080000Z', 'no-such-day'],
  ['an event of nothing but a number', calendar(['UID:5@motcua']), '5@motcua', 'no-such-day'],
  ['an event of nothing at all', calendar([]), 'VEVENT', 'no-such-day'],
  ['nothing', '', 'VCALENDAR', 'not-a-calendar'],
  ['an event on more days than one that are listed', calendar(['DTSTART;VALUE=DATE:20180214', 'RDATE;VALUE=DATE:20180301']), '20180214', 'repeats'],
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
