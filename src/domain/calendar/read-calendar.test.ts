import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decided } from '#tests/vietnam-calendar.ts';
import { readCalendar } from './read-calendar.ts';

const day = (date: string, kind = 'off') => ({ date, kind, name: 'x', source: 'y' });
// biome-ignore format: a table
const wrongJson: [what: string, written: unknown, place: string, fault: string][] = [
  ['what is no calendar', [], 'days', 'not-a-calendar'],
  ['years that are none', { years: 'soon', days: [] }, 'years', 'not-a-calendar'],
  ['a row that is none', { years: '2018', days: [5] }, 'days[0]', 'not-a-calendar'],
  ['days that are none', { years: '2018', days: 'all' }, 'days', 'not-a-calendar'],
  ['nothing', null, 'days', 'not-a-calendar'],
  ['years as a number', { years: 2018, days: [] }, 'years', 'not-a-calendar'],
  ['a year with a figure too many', { years: '12018', days: [] }, 'years', 'not-a-calendar'],
  ['a span with a figure too many', { years: '2018-20199', days: [] }, 'years', 'not-a-calendar'],
  ['a year that is half', { years: [2018.5], days: [] }, 'years', 'not-a-calendar'],
  ['a year in words', { years: [2018, '2019'], days: [] }, 'years', 'not-a-calendar'],
  ['a year before all counting', { years: [0], days: [] }, 'years', 'not-a-calendar'],
  ['a year beyond four figures', { years: [10000], days: [] }, 'years', 'not-a-calendar'],
  ['a span that runs back', { years: '2019-2018', days: [] }, 'years', 'no-years'],
  ['a day that is no text', { years: '2018', days: [{ ...day('2018-01-01'), date: 20180101 }] }, 'days[0]', 'no-such-day'],
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

const yearsRead = (years: unknown) => {
  const read = readCalendar({ timezone: 'Asia/Ho_Chi_Minh', years, days: [] });
  return 'facts' in read ? read.facts.years.map(({ year, provisional }) => `${year}${provisional ? '?' : ''}`).join(' ') : '';
};

test('years are a year, a span with any dash, or a list in any order, each decided unless it says that it is not', () => {
  assert.equal(yearsRead(' 2018 '), '2018');
  assert.equal(yearsRead('2018 – 2019'), '2018 2019');
  assert.equal(yearsRead([2020, { year: 2018, provisional: true }, { year: 2019, provisional: 'yes' }]), '2018? 2019 2020');
  assert.equal(yearsRead([1]), '1');
  assert.equal(yearsRead([9999]), '9999');
});

test('days come into their order, their words without spaces around and in one spelling; what is no word is none', () => {
  const said = { name: ' Tết '.normalize('NFD'), source: 5 };
  const read = readCalendar({ days: ['2018-05-01', '2018-01-01', '2018-09-02'].map((date) => ({ date, kind: 'off', ...said })) });
  const days = ['2018-01-01', '2018-05-01', '2018-09-02'].map((date) => ({ day: date, kind: 'off', name: 'Tết', source: '' }));
  assert.deepEqual(read, { facts: { years: [{ year: 2018, provisional: false }], days } });
});

test('the first and the last year may be without days, and every year that is missing is named', () => {
  assert.ok('facts' in readCalendar({ years: '2018-2020', days: [day('2019-01-01')] }));
  const read = readCalendar({ years: [2018, 2021], days: [] });
  assert.deepEqual('faults' in read ? read.faults.map(({ place }) => place) : [], ['2019', '2020']);
});
