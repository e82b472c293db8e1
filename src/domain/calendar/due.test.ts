import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decided, vietnam } from '#tests/vietnam-calendar.ts';
import { asDay, instantOf as at } from './day.ts';
import { type DueRule, dueInstant, type PromisedTime, type Wait } from './due.ts';
import { type DayMinutes, type DueStep, explain } from './explain.ts';
import { compileCalendar, defaultHours } from './working-calendar.ts';

const workingDays = (value: number): PromisedTime => ({ value, unit: 'working-day' });
const workingHours = (value: number): PromisedTime => ({ value, unit: 'working-hour' });
const calendarDays = (value: number): PromisedTime => ({ value, unit: 'day' });
const sameDay: PromisedTime = { value: 1, unit: 'same-day' };
const wait = (fromAt: string, untilAt: string | null, cause = 'supplement'): Wait => ({
  cause,
  fromAt: at(fromAt),
  untilAt: untilAt === null ? null : at(untilAt),
});

// biome-ignore format: a table
const cases: [what: string, received: string, time: PromisedTime, rule: DueRule, owed: string][] = [
  ['the day of receipt does not count', '2018-05-14T10:00', workingDays(3), 'end-of-day', '2018-05-17T17:30'],
  ['to the hour it is 3 times 8 hours', '2018-05-14T10:00', workingDays(3), 'to-the-hour', '2018-05-17T10:00'],
  ['a weekend does not count', '2018-05-11T10:00', workingDays(1), 'end-of-day', '2018-05-14T17:30'],
  ['a minute before closing is still that day', '2018-05-11T17:29', workingDays(1), 'end-of-day', '2018-05-14T17:30'],
  ['at closing, it counts as received at the next opening', '2018-05-11T17:30', workingDays(1), 'end-of-day', '2018-05-15T17:30'],
  ['on a day off, it counts as received at the next opening', '2018-05-12T09:00', workingDays(1), 'end-of-day', '2018-05-15T17:30'],
  ['before opening it is received that day', '2018-05-14T06:00', workingDays(1), 'end-of-day', '2018-05-15T17:30'],
  ['at noon it is received that day', '2018-05-14T12:00', workingDays(1), 'end-of-day', '2018-05-15T17:30'],
  ['holidays do not count', '2018-04-16T09:12', workingDays(9), 'end-of-day', '2018-05-02T17:30'],
  ['Tết does not count', '2018-02-12T10:00', workingDays(2), 'end-of-day', '2018-02-21T17:30'],
  ['a swapped Saturday counts', '2019-01-04T10:00', workingDays(1), 'end-of-day', '2019-01-05T17:30'],
  ['to the hour, received after closing, it ends at a closing', '2018-05-11T18:00', workingDays(1), 'to-the-hour', '2018-05-14T17:30'],
  ['to the hour, received at noon, the afternoon begins it', '2018-05-14T12:00', workingDays(1), 'to-the-hour', '2018-05-15T11:30'],
  ['half days run to the minute, whatever the rule', '2018-05-02T09:44', workingDays(2.5), 'end-of-day', '2018-05-04T15:44'],
  ['half a day is 4 hours', '2018-05-14T16:00', workingDays(0.5), 'to-the-hour', '2018-05-15T10:00'],
  ['hours run to the minute', '2018-05-14T10:07', workingHours(8), 'end-of-day', '2018-05-15T10:07'],
  ['hours that end at noon are owed at noon', '2018-05-14T07:30', workingHours(4), 'end-of-day', '2018-05-14T11:30'],
  ['hours that end at a closing are owed at that closing', '2018-05-14T13:30', workingHours(4), 'to-the-hour', '2018-05-14T17:30'],
  ['seconds do not count', '2018-05-14T10:07:59', workingHours(1), 'end-of-day', '2018-05-14T11:07'],
  ['calendar days count weekends', '2018-05-17T10:00', calendarDays(5), 'end-of-day', '2018-05-22T17:30'],
  ['a last calendar day off moves to the next working day', '2018-05-14T10:00', calendarDays(5), 'end-of-day', '2018-05-21T17:30'],
  ['a last calendar day off moves over holidays', '2018-04-24T10:00', calendarDays(4), 'end-of-day', '2018-05-02T17:30'],
  ['calendar days from a day off begin after the next opening’s day', '2018-05-12T10:00', calendarDays(3), 'end-of-day', '2018-05-17T17:30'],
  ['calendar days end with the day also where hours count', '2018-05-14T10:00', calendarDays(3), 'to-the-hour', '2018-05-17T17:30'],
  ['same day before the cut-off', '2018-05-14T14:59', sameDay, 'end-of-day', '2018-05-14T17:30'],
  ['15:00 sharp is still in time', '2018-05-14T15:00:59', sameDay, 'end-of-day', '2018-05-14T17:30'],
  ['after the cut-off it is the next working day', '2018-05-11T15:01', sameDay, 'end-of-day', '2018-05-14T17:30'],
  ['same day received on a day off is the next working day', '2018-05-12T16:00', sameDay, 'end-of-day', '2018-05-14T17:30'],
  ['same day received after closing is the next working day', '2018-05-11T18:00', sameDay, 'end-of-day', '2018-05-14T17:30'],
];
for (const [what, received, time, rule, owed] of cases) {
  test(what, () => assert.deepEqual(dueInstant({ receivedAt: at(received), time, rule }, vietnam), at(owed)));
}

test('a procedure may have a cut-off of its own', () => {
  const question = { receivedAt: at('2018-05-14T10:31'), time: sameDay, rule: 'end-of-day', sameDayCutOffMinute: 630 } as const;
  assert.deepEqual(dueInstant(question, vietnam), at('2018-05-15T17:30'));
});

test('where Saturday morning is worked, it counts and ends at noon', () => {
  const calendar = compileCalendar(decided, { ...defaultHours, 6: [[450, 690]] });
  const owed = (receivedAt: string, time: PromisedTime) => dueInstant({ receivedAt: at(receivedAt), time, rule: 'end-of-day' }, calendar);
  assert.deepEqual(owed('2018-05-11T10:00', workingDays(1)), at('2018-05-12T11:30'));
  assert.deepEqual(owed('2018-05-12T10:00', sameDay), at('2018-05-12T11:30'));
  assert.deepEqual(owed('2018-05-12T11:30', workingDays(1)), at('2018-05-15T17:30'));
  assert.deepEqual(owed('2018-05-07T10:00', calendarDays(5)), at('2018-05-12T11:30'));
});

const received = '2018-05-14T10:00';
// biome-ignore format: a table
const waits: [what: string, time: PromisedTime, rule: DueRule, waits: Wait[], owed: string][] = [
  ['a wait of an hour moves to the end of the next day', workingDays(3), 'end-of-day', [wait('2018-05-15T09:00', '2018-05-15T10:00')], '2018-05-18T17:30'],
  ['a wait of a whole day moves by a day', workingDays(3), 'end-of-day', [wait('2018-05-15T00:00', '2018-05-16T00:00')], '2018-05-18T17:30'],
  ['two waits of half a day move by a day', workingDays(3), 'end-of-day', [wait('2018-05-15T07:30', '2018-05-15T11:30'), wait('2018-05-16T13:30', '2018-05-16T17:30')], '2018-05-18T17:30'],
  ['to the hour a wait of an hour moves by an hour', workingDays(3), 'to-the-hour', [wait('2018-05-15T09:00', '2018-05-15T10:00')], '2018-05-17T11:00'],
  ['hours stay hours when they wait', workingHours(8), 'end-of-day', [wait('2018-05-14T14:00', '2018-05-14T15:30')], '2018-05-15T11:30'],
  ['half days stay to the minute when they wait', workingDays(1.5), 'end-of-day', [wait('2018-05-14T14:00', '2018-05-14T14:30')], '2018-05-15T16:30'],
  ['a wait outside working time moves nothing', workingDays(3), 'end-of-day', [wait('2018-05-14T17:30', '2018-05-15T07:30')], '2018-05-17T17:30'],
  ['a wait over a weekend moves by its working time', workingDays(5), 'end-of-day', [wait('2018-05-18T16:30', '2018-05-21T08:30')], '2018-05-22T17:30'],
  ['calendar days move to the end of a day', calendarDays(3), 'end-of-day', [wait('2018-05-15T09:00', '2018-05-15T10:00')], '2018-05-18T17:30'],
  ['same day moves to the end of a day', sameDay, 'end-of-day', [wait('2018-05-14T11:00', '2018-05-14T14:00')], '2018-05-15T17:30'],
  ['what two waits share moves once', workingDays(3), 'to-the-hour', [wait('2018-05-15T09:00', '2018-05-15T11:00'), wait('2018-05-15T08:00', '2018-05-15T10:00')], '2018-05-17T15:00'],
  ['a wait inside another moves nothing more', workingDays(3), 'to-the-hour', [wait('2018-05-15T08:00', '2018-05-15T11:00'), wait('2018-05-15T09:00', '2018-05-15T10:00')], '2018-05-17T15:00'],
  ['a wait before receipt moves nothing', workingDays(3), 'to-the-hour', [wait('2018-05-14T08:00', '2018-05-14T10:30')], '2018-05-17T10:30'],
  ['a wait that still lasts moves nothing yet', workingDays(3), 'end-of-day', [wait('2018-05-15T09:00', null)], '2018-05-17T17:30'],
];
for (const [what, time, rule, waited, owed] of waits) {
  test(what, () => {
    const question = { receivedAt: at(received), time, rule, waits: waited };
    assert.deepEqual(dueInstant(question, vietnam), at(owed));
    assert.deepEqual(explain(question, vietnam).dueAt, at(owed));
  });
}

const anew = (fromAt: string, untilAt: string | null): Wait => ({ ...wait(fromAt, untilAt), anew: true });
// biome-ignore format: a table
const begunAnew: [what: string, time: PromisedTime, rule: DueRule, waits: Wait[], owed: string][] = [
  ['the end of the wait counts as receipt', workingDays(3), 'end-of-day', [anew('2018-05-15T09:00', '2018-05-16T10:00')], '2018-05-21T17:30'],
  ['to the hour it runs from the end of the wait', workingDays(3), 'to-the-hour', [anew('2018-05-15T09:00', '2018-05-16T10:00')], '2018-05-21T10:00'],
  ['a wait that ends after closing begins the next working day', workingDays(3), 'end-of-day', [anew('2018-05-15T09:00', '2018-05-18T17:30')], '2018-05-24T17:30'],
  ['waits before it count no more', workingDays(3), 'to-the-hour', [wait('2018-05-14T13:30', '2018-05-14T17:30'), anew('2018-05-15T09:00', '2018-05-16T10:00')], '2018-05-21T10:00'],
  ['waits after it move the due time', workingDays(3), 'to-the-hour', [anew('2018-05-15T09:00', '2018-05-16T10:00'), wait('2018-05-17T08:00', '2018-05-17T09:00')], '2018-05-21T11:00'],
  ['a wait that begins inside it moves by what is left of it', workingDays(3), 'to-the-hour', [anew('2018-05-15T09:00', '2018-05-16T10:00'), wait('2018-05-16T08:00', '2018-05-16T11:00')], '2018-05-21T11:00'],
  ['of two the last one counts', workingDays(3), 'end-of-day', [anew('2018-05-17T09:00', '2018-05-17T10:00'), anew('2018-05-15T09:00', '2018-05-16T10:00')], '2018-05-22T17:30'],
  ['one that was over before receipt changes nothing', workingDays(3), 'end-of-day', [anew('2018-05-10T09:00', '2018-05-14T10:00')], '2018-05-17T17:30'],
  ['one that still lasts changes nothing yet', workingDays(3), 'end-of-day', [anew('2018-05-15T09:00', null)], '2018-05-17T17:30'],
];
for (const [what, time, rule, waited, owed] of begunAnew) {
  test(`where the time begins anew, ${what}`, () => {
    const question = { receivedAt: at(received), time, rule, waits: waited };
    assert.deepEqual(dueInstant(question, vietnam), at(owed));
    assert.deepEqual(explain(question, vietnam).dueAt, at(owed));
  });
}

test('a wait that still lasts is said', () => {
  const question = { receivedAt: at(received), time: workingDays(3), rule: 'end-of-day' } as const;
  assert.equal(explain({ ...question, waits: [wait('2018-05-15T09:00', null)] }, vietnam).waiting, true);
  assert.equal(explain({ ...question, waits: [wait('2018-05-15T09:00', '2018-05-15T10:00')] }, vietnam).waiting, false);
});

test('a due time is provisional when it touches a year without a decision', () => {
  const provisional = (receivedAt: string) =>
    explain({ receivedAt: at(receivedAt), time: workingDays(3), rule: 'end-of-day' }, vietnam).provisional;
  assert.equal(provisional('2026-12-28T10:00'), false);
  assert.equal(provisional('2026-12-29T10:00'), true);
  assert.equal(provisional('2027-03-01T10:00'), true);
});

test('a promise that is none is a fault of the catalogue', () => {
  const none: PromisedTime[] = [
    workingDays(0),
    workingDays(-1),
    workingDays(Number.NaN),
    workingHours(0),
    calendarDays(0),
    calendarDays(2.5),
  ];
  for (const time of none) {
    assert.throws(() => dueInstant({ receivedAt: at(received), time, rule: 'end-of-day' }, vietnam), /Promised time/, JSON.stringify(time));
  }
});

test('a count that leaves the calendar is refused with words', () => {
  const question = { receivedAt: at('2027-12-30T10:00'), time: workingDays(3), rule: 'end-of-day' } as const;
  assert.throws(() => explain(question, vietnam), /outside the calendar of 2018 to 2027/);
});

test('nine working days with a wait are explained day by day', () => {
  const waited = wait('2018-04-23T15:00', '2018-04-26T10:00', 'payment');
  const due = explain({ receivedAt: at('2018-04-16T09:12'), time: workingDays(9), rule: 'end-of-day', waits: [waited] }, vietnam);
  assert.deepEqual(due.dueAt, at('2018-05-04T17:30'));
  assert.deepEqual(due.steps[0], {
    type: 'received',
    receivedAt: at('2018-04-16T09:12'),
    countedAt: at('2018-04-16T09:12'),
    on: '2018-04-16',
    when: 'working time',
    dayOffName: null,
  });
  assert.deepEqual(told(due.steps), [
    ...['1 17/4', '2 18/4', '3 19/4', '4 20/4', '– 21/4', '– 22/4', '5 23/4', '6 24/4', '– 25/4 Giỗ Tổ Hùng Vương', '7 26/4', '8 27/4'],
    ...['– 28/4', '– 29/4', '– 30/4 Ngày Chiến thắng', '– 1/5 Ngày Quốc tế Lao động', '9 2/5', '+480 3/5', '+300 4/5'],
  ]);
  const ends: DueStep[] = [
    { type: 'promised', at: at('2018-05-02T17:30') },
    {
      type: 'waited',
      ...waited,
      minutes: 780,
      days: [minutesOn('2018-04-23', 150), minutesOn('2018-04-24', 480), minutesOn('2018-04-26', 150)],
    },
    { type: 'waits added', fromAt: at('2018-05-02T17:30'), minutes: 780, toAt: at('2018-05-04T14:30') },
    { type: 'end of day', fromAt: at('2018-05-04T14:30'), toAt: at('2018-05-04T17:30') },
  ];
  assert.deepEqual(
    due.steps.slice(1).filter((step) => !('day' in step)),
    ends,
  );
});

test('two and a half days are explained by the hours of each day', () => {
  const due = explain({ receivedAt: at('2018-05-02T09:44'), time: workingDays(2.5), rule: 'end-of-day' }, vietnam);
  assert.deepEqual(told(due.steps), ['=346 2/5', '=480 3/5', '=374 4/5']);
});

test('a time that began anew is explained from there', () => {
  const waits = [wait('2018-05-14T13:30', '2018-05-14T17:30', 'payment'), anew('2018-05-15T09:00', '2018-05-18T18:00')];
  const { steps } = explain({ receivedAt: at(received), time: workingDays(3), rule: 'end-of-day', waits }, vietnam);
  assert.deepEqual(told(steps), ['– 19/5', '– 20/5', '1 22/5', '2 23/5', '3 24/5']);
  assert.deepEqual(steps[1], {
    type: 'started anew',
    cause: 'supplement',
    fromAt: at('2018-05-15T09:00'),
    untilAt: at('2018-05-18T18:00'),
    countedAt: at('2018-05-21T07:30'),
    on: '2018-05-21',
    when: 'after closing',
    dayOffName: null,
  });
  assert.deepEqual(
    steps.filter(({ type }) => type === 'waited'),
    [],
  );
});

const arrivals: [what: string, received: string, when: string, counted: string, name: string | null, told: string[]][] = [
  ['before opening', '2018-05-14T06:00', 'before opening', '2018-05-14T07:30', null, ['1 15/5']],
  ['after closing on Friday', '2018-05-11T18:00', 'after closing', '2018-05-14T07:30', null, ['– 12/5', '– 13/5', '1 15/5']],
  ['on Saturday', '2018-05-12T09:00', 'day off', '2018-05-14T07:30', null, ['– 13/5', '1 15/5']],
  ['on a holiday', '2018-05-01T09:00', 'day off', '2018-05-02T07:30', 'Ngày Quốc tế Lao động', ['1 3/5']],
];
for (const [what, receivedAt, when, counted, dayOffName, days] of arrivals) {
  test(`what arrives ${what} is told from when it counts`, () => {
    const { steps } = explain({ receivedAt: at(receivedAt), time: workingDays(1), rule: 'end-of-day' }, vietnam);
    const on = counted.slice(0, 10);
    assert.deepEqual(steps[0], { type: 'received', receivedAt: at(receivedAt), countedAt: at(counted), on, when, dayOffName });
    assert.deepEqual(told(steps), days);
  });
}

test('calendar days are explained with the days they move over', () => {
  const { steps } = explain({ receivedAt: at('2018-04-24T10:00'), time: calendarDays(4), rule: 'end-of-day' }, vietnam);
  assert.deepEqual(told(steps), [
    '1 25/4',
    '2 26/4',
    '3 27/4',
    '4 28/4',
    '– 29/4',
    '– 30/4 Ngày Chiến thắng',
    '– 1/5 Ngày Quốc tế Lao động',
  ]);
  assert.deepEqual(steps.at(-2), { type: 'moved to working day', from: '2018-04-28', to: '2018-05-02' });
});

test('the same day is explained with its cut-off', () => {
  const last = (receivedAt: string) => explain({ receivedAt: at(receivedAt), time: sameDay, rule: 'end-of-day' }, vietnam).steps.at(-2);
  assert.deepEqual(last('2018-05-14T15:00'), { type: 'same day', day: '2018-05-14', cutOffMinute: 900, afterCutOff: false });
  assert.deepEqual(last('2018-05-11T15:01'), { type: 'same day', day: '2018-05-14', cutOffMinute: 900, afterCutOff: true });
  assert.deepEqual(last('2018-05-12T16:00'), { type: 'same day', day: '2018-05-14', cutOffMinute: 900, afterCutOff: false });
});

/** The days of an explanation in short: `1 17/4` counted, `=346 2/5` minutes counted, `+480 3/5` made up, `– 25/4 name` skipped. */
function told(steps: readonly DueStep[]): string[] {
  return steps.flatMap((step) => {
    switch (step.type) {
      case 'counted day':
        return [`${step.no} ${short(step.day)}`];
      case 'counted time':
        return [`=${step.minutes} ${short(step.day)}`];
      case 'made up':
        return [`+${step.minutes} ${short(step.day)}`];
      case 'skipped':
        return [`– ${short(step.day)}${step.name === null ? '' : ` ${step.name}`}`];
      default:
        return [];
    }
  });
}

function minutesOn(day: string, minutes: number): DayMinutes {
  return { day: asDay(day), minutes };
}

function short(day: string): string {
  return `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`;
}
