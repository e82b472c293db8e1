import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decided, vietnam } from '#tests/vietnam-calendar.ts';
import { addDays, asDay, instantOf as at, type Day, dayOf, minuteOfDay, weekdayOf } from './day.ts';
import { splitWorkingMinutes, timeLeft } from './time-left.ts';
import {
  addWorkingDays,
  addWorkingMinutes,
  compileCalendar,
  dayOffName,
  defaultHours,
  hoursOf,
  isOpen,
  isWorkingDay,
  nextOpening,
  touchesProvisional,
  type WorkingHours,
  workingMinutesBetween,
} from './working-calendar.ts';

const saturdayMorning: WorkingHours = { ...defaultHours, 6: [[450, 690]] };
const oddHours: WorkingHours = {
  ...defaultHours,
  2: [[480, 1000]],
  3: [],
  5: [
    [0, 60],
    [61, 600],
    [1200, 1440],
  ],
  7: [[450, 690]],
};
const specialDays = new Map(decided.days.map(({ day, kind }) => [day, kind]));
const agencies = [defaultHours, saturdayMorning, oddHours].map((hours) => ({ hours, calendar: compileCalendar(decided, hours) }));

test('hours are 07:30 to 11:30 and 13:30 to 17:30 on weekdays', () => {
  const open = ['07:29', '07:30', '11:29', '11:30', '13:29', '13:30', '17:29', '17:30'].filter((time) =>
    isOpen(at(`2018-05-14T${time}`), vietnam),
  );
  assert.deepEqual(open, ['07:30', '11:29', '13:30', '17:29']);
  assert.deepEqual(hoursOf(asDay('2018-05-14'), vietnam), { opensAt: at('2018-05-14T07:30'), closesAt: at('2018-05-14T17:30') });
  assert.equal(hoursOf(asDay('2018-05-19'), vietnam), undefined);
});

const openings: [what: string, from: string, opens: string][] = [
  ['in working time at once', '2018-05-14T10:00:30', '2018-05-14T10:00:30'],
  ['before opening', '2018-05-14T06:00', '2018-05-14T07:30'],
  ['at noon', '2018-05-14T11:30', '2018-05-14T13:30'],
  ['at closing, the next morning', '2018-05-14T17:30', '2018-05-15T07:30'],
  ['at the weekend', '2018-05-18T17:30', '2018-05-21T07:30'],
  ['over Tết', '2018-02-13T17:30', '2018-02-21T07:30'],
  ['over New Year', '2018-12-28T18:00', '2019-01-02T07:30'],
];
for (const [what, from, opens] of openings)
  test(`the next opening ${what}`, () => assert.deepEqual(nextOpening(at(from), vietnam), at(opens)));

test('a Saturday that was swapped is worked at weekday hours, also where Saturdays are mornings', () => {
  for (const { calendar } of agencies.slice(0, 2)) {
    assert.equal(workingMinutesBetween(at('2019-01-05T00:00'), at('2019-01-06T00:00'), calendar), 480);
  }
  assert.equal(workingMinutesBetween(at('2019-01-12T00:00'), at('2019-01-13T00:00'), agencyAt(1).calendar), 240);
});

test('a day off says why', () => {
  assert.equal(dayOffName(asDay('2018-04-25'), vietnam), 'Giỗ Tổ Hùng Vương');
  assert.equal(dayOffName(asDay('2018-04-28'), vietnam), undefined);
  assert.equal(dayOffName(asDay('2019-01-05'), vietnam), undefined);
  assert.equal(isWorkingDay(asDay('2018-04-25'), vietnam), false);
  assert.equal(isWorkingDay(asDay('2018-04-28'), vietnam), false);
  assert.equal(isWorkingDay(asDay('2019-01-05'), vietnam), true);
});

const additions: [what: string, from: string, minutes: number, until: string][] = [
  ['to a closing stays at that closing', '2018-05-14T13:30', 240, '2018-05-14T17:30'],
  ['to noon stays at noon', '2018-05-14T07:30', 240, '2018-05-14T11:30'],
  ['over noon', '2018-05-14T11:00', 60, '2018-05-14T14:00'],
  ['from outside working time begins at the opening', '2018-05-12T20:00', 1, '2018-05-14T07:31'],
  ['of nothing is the same minute', '2018-05-12T20:00', 0, '2018-05-12T20:00'],
  ['over the holidays of April', '2018-04-27T17:00', 31, '2018-05-02T07:31'],
];
for (const [what, from, minutes, until] of additions) {
  test(`adding ${minutes} working minutes ${what}`, () => assert.deepEqual(addWorkingMinutes(at(from), minutes, vietnam), at(until)));
}

test('working days are counted forwards and backwards', () => {
  const days = (day: string, count: number) => addWorkingDays(asDay(day), count, vietnam);
  assert.equal(days('2018-04-27', 1), '2018-05-02');
  assert.equal(days('2018-04-28', 1), '2018-05-02');
  assert.equal(days('2018-04-28', 0), '2018-05-02');
  assert.equal(days('2018-04-27', 0), '2018-04-27');
  assert.equal(days('2018-05-02', -1), '2018-04-27');
  assert.equal(days('2018-04-29', -1), '2018-04-27');
  assert.equal(days('2018-04-27', 10), '2018-05-15');
});

test('a moment outside the years is refused with words', () => {
  const outside = { name: 'RangeError', message: /lies outside the calendar of 2018 to 2027/ };
  assert.throws(() => isOpen(at('2017-12-31T10:00'), vietnam), outside);
  assert.throws(() => workingMinutesBetween(at('2018-01-02T10:00'), at('2028-01-01T10:00'), vietnam), outside);
  assert.throws(() => addWorkingMinutes(at('2027-12-31T10:00'), 480, vietnam), outside);
  assert.throws(() => addWorkingDays(asDay('2027-12-31'), 1, vietnam), outside);
  assert.throws(() => nextOpening(at('2027-12-31T18:00'), vietnam), outside);
  assert.throws(() => nextOpening(new Date(Number.NaN), vietnam), outside);
});

test('data in disorder are refused with words', () => {
  const years = [2018, 2020].map((year) => ({ year, provisional: false }));
  assert.throws(() => compileCalendar({ years, days: [] }), /do not follow each other: 2018, 2020/);
  assert.throws(() => compileCalendar({ years: [], days: [] }), /without years/);
  for (const spans of [
    [[690, 450]],
    [
      [450, 690],
      [600, 700],
    ],
    [[450, 1441]],
  ] as const) {
    assert.throws(() => compileCalendar(decided, { ...defaultHours, 1: spans }), /in disorder/);
  }
  assert.throws(() => addWorkingMinutes(at('2018-05-14T10:00'), -1, vietnam), RangeError);
  assert.throws(() => addWorkingMinutes(at('2018-05-14T10:00'), 1.5, vietnam), RangeError);
  assert.throws(() => addWorkingDays(asDay('2018-05-14'), 0.5, vietnam), RangeError);
});

test('what touches a year without a decision is provisional', () => {
  assert.equal(touchesProvisional(asDay('2026-12-30'), asDay('2026-12-31'), vietnam), false);
  assert.equal(touchesProvisional(asDay('2026-12-30'), asDay('2027-01-04'), vietnam), true);
});

test('time left is working time, in days of 8 hours; the due minute itself is in time', () => {
  const due = at('2018-05-04T17:30');
  assert.deepEqual(timeLeft(at('2018-05-02T09:40'), due, vietnam), {
    overdue: false,
    workingMinutes: 1310,
    days: 2,
    hours: 5,
    minutes: 50,
  });
  assert.deepEqual(timeLeft(at('2018-05-04T17:30:59'), due, vietnam), { overdue: false, workingMinutes: 0, days: 0, hours: 0, minutes: 0 });
  assert.deepEqual(timeLeft(at('2018-05-05T10:00'), due, vietnam), { overdue: true, workingMinutes: 0, days: 0, hours: 0, minutes: 0 });
  assert.deepEqual(timeLeft(at('2018-05-07T10:40'), due, vietnam), { overdue: true, workingMinutes: 190, days: 0, hours: 3, minutes: 10 });
  assert.deepEqual(splitWorkingMinutes(1310), { days: 2, hours: 5, minutes: 50 });
});

const agency = fc.constantFrom(0, 1, 2);
/** Any second from 2018 to the spring of 2026. */
const instants = fc
  .integer({ min: at('2018-01-01T00:00').getTime() / 1000, max: at('2026-04-01T00:00').getTime() / 1000 })
  .map((second) => new Date(second * 1000));

test('what was added is what is measured', () => {
  fc.assert(
    fc.property(agency, instants, fc.integer({ min: 0, max: 30_000 }), (which, from, minutes) => {
      const { calendar } = agencyAt(which);
      assert.equal(workingMinutesBetween(from, addWorkingMinutes(from, minutes, calendar), calendar), minutes);
    }),
    { numRuns: 2000 },
  );
});

test('adding twice is adding the sum', () => {
  const minutes = fc.integer({ min: 0, max: 5000 });
  fc.assert(
    fc.property(agency, instants, minutes, minutes, (which, from, one, other) => {
      const { calendar } = agencyAt(which);
      const twice = addWorkingMinutes(addWorkingMinutes(from, one, calendar), other, calendar);
      if (one + other > 0) assert.deepEqual(twice, addWorkingMinutes(from, one + other, calendar));
    }),
    { numRuns: 1000 },
  );
});

test('measuring over a moment between is measuring both sides of it', () => {
  fc.assert(
    fc.property(agency, fc.tuple(instants, instants, instants), (which, moments) => {
      const { calendar } = agencyAt(which);
      const [first, second, third] = moments.toSorted((one, other) => one.getTime() - other.getTime());
      if (!first || !second || !third) return;
      const whole = workingMinutesBetween(first, third, calendar);
      assert.equal(workingMinutesBetween(first, second, calendar) + workingMinutesBetween(second, third, calendar), whole);
      assert.equal(workingMinutesBetween(third, first, calendar), 0);
    }),
  );
});

test('searching gives what walking minute by minute gives', () => {
  const minutes = fc.integer({ min: 0, max: 2500 });
  fc.assert(
    fc.property(agency, instants, minutes, (which, from, count) => {
      const { hours, calendar } = agencyAt(which);
      const until = walk(from, count, hours);
      assert.deepEqual(addWorkingMinutes(from, count, calendar), until);
      assert.equal(workingMinutesBetween(from, until, calendar), count);
      assert.equal(isOpen(from, calendar), isWorked(from, hours));
    }),
    { numRuns: 60 },
  );
});

test('counting working days gives what walking day by day gives', () => {
  fc.assert(
    fc.property(agency, instants, fc.integer({ min: -60, max: 60 }), (which, from, count) => {
      const { hours, calendar } = agencyAt(which);
      const day = addDays(dayOf(from), 100);
      let [walked, left] = [day, count === 0 ? (isWorkday(day, hours) ? 0 : 1) : Math.abs(count)];
      while (left > 0) {
        walked = addDays(walked, Math.sign(count) || 1);
        if (isWorkday(walked, hours)) left--;
      }
      assert.equal(addWorkingDays(day, count, calendar), walked);
    }),
    { numRuns: 500 },
  );
});

/** The minute that begins when so many worked minutes have passed, found by looking at every one. */
function walk(from: Date, minutes: number, hours: WorkingHours): Date {
  let minute = new Date(Math.floor(from.getTime() / 60_000) * 60_000);
  for (let left = minutes; left > 0; minute = new Date(minute.getTime() + 60_000)) if (isWorked(minute, hours)) left--;
  return minute;
}

function agencyAt(which: number) {
  return agencies[which] ?? assert.fail();
}

function isWorked(moment: Date, hours: WorkingHours): boolean {
  const minute = minuteOfDay(moment);
  return spansOn(dayOf(moment), hours).some(([open, close]) => minute >= open && minute < close);
}

function isWorkday(day: Day, hours: WorkingHours): boolean {
  return spansOn(day, hours).length > 0;
}

function spansOn(day: Day, hours: WorkingHours): WorkingHours[1] {
  const special = specialDays.get(day);
  if (special === 'off') return [];
  return special === 'work' ? hours[1] : hours[weekdayOf(day)];
}
