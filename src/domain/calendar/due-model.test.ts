import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, asDay, type Day, daysBetween, isDay, weekdayOf } from './day.ts';
import { type DueQuestion, dueInstant, dueMs, type PromisedTime, type Wait } from './due.ts';
import { type DueStep, explain } from './explain.ts';
import { type CalendarDay, type CalendarFacts, compileCalendar, hoursOf, type OpenSpan, type WorkingHours } from './working-calendar.ts';

/*
 * A second clock, as slow and as plain as can be: it knows each minute of two years, worked or not, and walks from one to the next.
 * It shares no code with the calendar but the names of days.
 */

const firstDay = asDay('2018-01-01');
const years = [2018, 2019].map((year) => ({ year, provisional: false }));
const dayCount = 730;
const midnight = Date.UTC(2018, 0, 1) - 7 * 3_600_000;
const minuteMs = 60_000;

/** For each minute of the two years, 1 when it is worked. */
type Minutes = Uint8Array;

function minutesOf({ days }: CalendarFacts, hours: WorkingHours): Minutes {
  const minutes = new Uint8Array(dayCount * 1440);
  for (let number = 0; number < dayCount; number++) {
    const day = addDays(firstDay, number);
    const special = days.find((differs) => differs.day === day)?.kind;
    const weekday = weekdayOf(day);
    const likeAWeekday = ([1, 2, 3, 4, 5] as const).find((other) => hours[other].length > 0) ?? weekday;
    const spans = special === 'off' ? [] : hours[special === 'work' && weekday > 5 ? likeAWeekday : weekday];
    for (const [open, close] of spans) minutes.fill(1, number * 1440 + open, number * 1440 + close);
  }
  return minutes;
}

const isDayOff = (day: number, minutes: Minutes) => !minutes.subarray(day * 1440, (day + 1) * 1440).includes(1);
const closing = (day: number, minutes: Minutes) => minutes.lastIndexOf(1, (day + 1) * 1440 - 1) + 1;
const workingDayFrom = (day: number, minutes: Minutes) => {
  let found = day;
  while (isDayOff(found, minutes)) found++;
  return found;
};

/** Due, in minutes since the beginning, walked. */
function walked({ receivedAt, time, rule, waits = [], sameDayCutOffMinute = 900 }: DueQuestion, minutes: Minutes): number {
  const minuteAt = (at: Date) => Math.floor((at.getTime() - midnight) / minuteMs);
  const began = waits.filter(({ anew, untilAt }) => anew && untilAt && untilAt > receivedAt).flatMap(({ untilAt }) => untilAt ?? []);
  const received = minuteAt(new Date(Math.max(receivedAt.getTime(), ...began.map((at) => at.getTime()))));

  const inHours = time.unit === 'working-hour' || (time.unit === 'working-day' && time.value % 1 !== 0);
  let due: number;
  if (inHours || (time.unit === 'working-day' && rule === 'to-the-hour')) {
    due = walk(received, time.value * (time.unit === 'working-hour' ? 60 : 480), minutes);
  } else {
    const arrival = Math.floor(received / 1440);
    const isOver = isDayOff(arrival, minutes) || received >= closing(arrival, minutes);
    let day = isOver ? workingDayFrom(arrival + 1, minutes) : arrival;
    if (time.unit === 'working-day') for (let left = time.value; left > 0; left--) day = workingDayFrom(day + 1, minutes);
    if (time.unit === 'day') day = workingDayFrom(day + time.value, minutes);
    if (time.unit === 'same-day' && !isOver && received > day * 1440 + sameDayCutOffMinute) day = workingDayFrom(day + 1, minutes);
    due = closing(day, minutes);
  }

  const last = Math.max(0, ...waits.map(({ untilAt }) => (untilAt ? minuteAt(untilAt) : 0)));
  let waited = 0;
  for (let minute = received; minute < last; minute++) {
    const excused = waits.some(({ fromAt, untilAt }) => untilAt && minuteAt(fromAt) <= minute && minute < minuteAt(untilAt));
    if (excused && minutes[minute]) waited++;
  }
  if (waited === 0) return due;
  const moved = walk(due, waited, minutes);
  return inHours || rule === 'to-the-hour' ? moved : closing(Math.floor((moved - 1) / 1440), minutes);
}

/** The minute at which so many worked minutes are over. */
function walk(from: number, count: number, minutes: Minutes): number {
  let minute = from;
  for (let left = count; left > 0; minute++) if (minutes[minute]) left--;
  return minute;
}

const spans: fc.Arbitrary<readonly OpenSpan[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 0, maxLength: 6 })
  .map((quarters) => quarters.toSorted((one, other) => one - other).map((quarter) => quarter * 15))
  .map((edges) => edges.flatMap((edge, i): OpenSpan[] => (i % 2 === 1 ? [[edges[i - 1] ?? 0, edge]] : [])));
const ordinaryDay: readonly OpenSpan[] = [
  [450, 690],
  [810, 1050],
];
const aDay = fc.oneof({ weight: 2, arbitrary: spans }, { weight: 3, arbitrary: fc.constant(ordinaryDay) });
/** There is always a day that is worked. */
const hoursOfWeek: fc.Arbitrary<WorkingHours> = fc
  .tuple(aDay, aDay, aDay, aDay, spans, spans)
  .map(([monday, tuesday, wednesday, friday, saturday, sunday]) => ({
    1: monday,
    2: tuesday,
    3: wednesday,
    4: ordinaryDay,
    5: friday,
    6: saturday,
    7: sunday,
  }));

const differences: fc.Arbitrary<CalendarFacts> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.constantFrom('off' as const, 'off' as const, 'work' as const)), {
    maxLength: 60,
    selector: ([day]) => day,
  })
  .map((days) => ({
    years,
    days: days
      .toSorted(([one], [other]) => one - other)
      .map(([day, kind]): CalendarDay => ({ day: addDays(firstDay, day), kind, name: kind, source: 'made up' })),
  }));

const promises: fc.Arbitrary<PromisedTime> = fc.oneof(
  fc.record({ unit: fc.constant('working-day' as const), value: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ unit: fc.constant('working-day' as const), value: fc.integer({ min: 0, max: 10 }).map((days) => days + 0.5) }),
  fc.record({ unit: fc.constant('working-hour' as const), value: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ unit: fc.constant('day' as const), value: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ unit: fc.constant('same-day' as const), value: fc.constant(1) }),
);
/** Mostly on the quarters of an hour, where hours begin and end. */
const moments = fc
  .oneof(
    fc.integer({ min: 0, max: 100 * 96 }).map((quarter) => quarter * 900),
    fc.integer({ min: 0, max: 100 * 86_400 }),
  )
  .map((second) => new Date(midnight + second * 1000));
const quarters = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15);
const waits: fc.Arbitrary<Wait[]> = fc.array(
  fc
    .record({
      fromAt: moments,
      minutes: fc.oneof(quarters, fc.integer({ min: 0, max: 10_000 })),
      anew: fc.integer({ min: 0, max: 9 }).map((die) => die === 0),
      over: fc.integer({ min: 0, max: 9 }).map((die) => die > 0),
    })
    .map(({ fromAt, minutes, anew, over }) => ({
      cause: 'supplement',
      fromAt,
      untilAt: over ? new Date(fromAt.getTime() + minutes * minuteMs) : null,
      anew,
    })),
  { maxLength: 4 },
);
const questions: fc.Arbitrary<DueQuestion> = fc.record({
  receivedAt: moments,
  time: promises,
  rule: fc.constantFrom('end-of-day' as const, 'to-the-hour' as const),
  waits,
  sameDayCutOffMinute: fc.constantFrom(900, 600),
});

test('on any calendar, what is searched is what a walk from minute to minute finds, and the explanation leads there', () => {
  fc.assert(
    fc.property(differences, hoursOfWeek, fc.array(questions, { minLength: 5, maxLength: 5 }), (facts, hours, asked) => {
      const calendar = compileCalendar(facts, hours);
      const minutes = minutesOf(facts, hours);
      for (const question of asked) {
        const owed = new Date(midnight + walked(question, minutes) * minuteMs);
        const { dueAt, steps } = explain(question, calendar);
        assert.deepEqual(dueInstant(question, calendar), owed);
        assert.deepEqual(dueAt, owed);
        assert.deepEqual(new Date(midnight + replayed(steps, minutes) * minuteMs), owed);

        const without = { ...question, waits: [] };
        assert.equal(dueMs(question.receivedAt.getTime(), question, calendar), dueInstant(without, calendar).getTime());
        assert.ok(hoursOf(asDay(wallDay(owed)), calendar), 'never due on a day off');
      }
    }),
    { numRuns: 120 },
  );
});

test('a longer promise is never owed earlier, on any calendar', () => {
  fc.assert(
    fc.property(differences, hoursOfWeek, questions, (facts, hours, question) => {
      const calendar = compileCalendar(facts, hours);
      const longer = { ...question, time: { ...question.time, value: question.time.value + 1 } };
      assert.ok(dueInstant(question, calendar) <= dueInstant(longer, calendar));
    }),
  );
});

test('a day’s wait never shortens, on any calendar', () => {
  fc.assert(
    fc.property(differences, hoursOfWeek, questions, moments, (facts, hours, question, fromAt) => {
      const calendar = compileCalendar(facts, hours);
      const day: Wait = { cause: 'payment', fromAt, untilAt: new Date(fromAt.getTime() + 1440 * minuteMs) };
      const more = { ...question, waits: [...(question.waits ?? []), day] };
      assert.ok(dueInstant(question, calendar) <= dueInstant(more, calendar));
    }),
  );
});

/** Follows the steps with the hours at hand, trusting none of the moments that they lead to. */
function replayed(steps: readonly DueStep[], minutes: Minutes): number {
  const dayIndex = (day: Day) => daysBetween(firstDay, day);
  const minuteAt = (at: Date) => Math.floor((at.getTime() - midnight) / minuteMs);
  let at = 0;
  let waited = 0;
  let counted = 0;
  for (const step of steps) {
    switch (step.type) {
      case 'received':
      case 'started anew':
        at = minuteAt(step.countedAt);
        break;
      case 'counted day':
        assert.equal(step.no, ++counted);
        at = isDayOff(dayIndex(step.day), minutes) ? at : closing(dayIndex(step.day), minutes);
        break;
      case 'same day':
        at = closing(dayIndex(step.day), minutes);
        break;
      case 'moved to working day':
        assert.ok(isDayOff(dayIndex(step.from), minutes));
        at = closing(dayIndex(step.to), minutes);
        break;
      case 'counted time':
      case 'made up':
        at = walk(at, step.minutes, minutes);
        assert.equal(Math.floor((at - 1) / 1440), dayIndex(step.day));
        waited -= step.type === 'made up' ? step.minutes : 0;
        break;
      case 'skipped':
        assert.ok(isDayOff(dayIndex(step.day), minutes));
        break;
      case 'waited':
        waited += step.minutes;
        break;
      case 'end of day':
        at = closing(Math.floor((at - 1) / 1440), minutes);
        break;
      case 'promised':
      case 'waits added':
        assert.equal(minuteAt(step.type === 'promised' ? step.at : step.toAt), at);
        break;
    }
  }
  assert.equal(waited, 0);
  return at;
}

/** The day whose last minute may be midnight. */
function wallDay(at: Date): string {
  const day = new Date(at.getTime() - minuteMs + 7 * 3_600_000).toISOString().slice(0, 10);
  assert.ok(isDay(day));
  return day;
}
