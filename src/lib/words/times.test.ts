import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asDay, instantOf } from '#domain/calendar/day.ts';
import { defaultHours } from '#domain/calendar/working-calendar.ts';
import { hoursSaid } from './hours.ts';
import { wordsFor } from './words.ts';

const vi = wordsFor('vi');
const en = wordsFor('en');
const friday = instantOf('2018-05-04T17:30');

const said: [what: string, said: string, expected: string][] = [
  ['a day has two figures, a month two only up to February', vi.day(asDay('2018-05-02')), '02/5/2018'],
  ['January is 01', vi.day(asDay('2018-01-09')), '09/01/2018'],
  ['October is 10', vi.dayShort(asDay('2018-10-31')), '31/10'],
  ['a moment has its weekday', vi.moment(friday), 'thứ Sáu 04/5/2018, 17:30'],
  ['a moment in a history is short', vi.momentShort(friday), '04/5, 17:30'],
  ['a moment of another year in a history says its year', vi.momentShort(friday, new Date('2017-12-29T09:00+07:00')), '04/5/2018, 17:30'],
  ['a moment in a list is tight', vi.momentTight(friday), 'T6 04/5 17:30'],
  ['a moment of another year in a list says its year', vi.momentTight(friday, new Date('2017-12-29T09:00+07:00')), 'T6 04/5/2018 17:30'],
  ['Sunday has its own name', vi.weekday(asDay('2018-05-06')), 'Chủ nhật'],
  ['a moment in English', en.moment(friday), 'Friday 4 May 2018, 17:30'],
  ['midnight is 00:00', vi.time(instantOf('2018-05-04T00:00')), '00:00'],
  ['working time in days of eight hours', vi.workingTime(2 * 480 + 350), '2 ngày 5 giờ 50 phút'],
  ['what is none is left out', vi.workingTime(480 + 5), '1 ngày 5 phút'],
  ['no working time is no minutes', vi.workingTime(0), '0 phút'],
  ['in a list the minutes need no word', vi.workingTimeTight(2 * 480 + 350), '2 ngày 5 giờ 50'],
  ['but alone they do', vi.workingTimeTight(45), '45 phút'],
  ['hours are not made into days', vi.hours(1200), '20 giờ'],
  ['one and many in English', en.workingTime(480 + 120), '1 day 2 hours'],
  ['money in đồng', vi.money(2_100_000), '2.100.000 đồng'],
  ['a share with a comma', vi.percent(0.864), '86,4%'],
  ['all of it without one', vi.percent(1), '100%'],
  ['what is only nearly whole with one', vi.percent(310 / 323), '96,0%'],
  ['a size in megabytes', vi.fileSize(2_140_000), '2,1 MB'],
  ['a small size in kilobytes, never none', vi.fileSize(1), '1 kB'],
  ['hours in one line', hoursSaid(defaultHours, 'vi'), 'thứ Hai đến thứ Sáu, 07:30–11:30 và 13:30–17:30'],
];
for (const [what, is, expected] of said) test(what, () => assert.equal(is, expected));

test('a Saturday morning is said apart', () => {
  const hours = { ...defaultHours, 6: [[450, 690]] as const };
  assert.equal(hoursSaid(hours, 'en'), 'Monday to Friday, 07:30–11:30 and 13:30–17:30; Saturday, 07:30–11:30');
});
