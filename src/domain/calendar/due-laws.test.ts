import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decided } from '#tests/vietnam-calendar.ts';
import { addDays, instantOf as at, type Day, dayOf, daysBetween } from './day.ts';
import { type DueQuestion, dueInstant, type PromisedTime, type Wait } from './due.ts';
import { type DueStep, explain } from './explain.ts';
import {
  addWorkingMinutes,
  compileCalendar,
  defaultHours,
  hoursOf,
  isOpen,
  isWorkingDay,
  nextOpening,
  type WorkingCalendar,
  workingMinutesBetween,
} from './working-calendar.ts';

const calendars = {
  ordinary: compileCalendar(decided),
  'Saturday mornings': compileCalendar(decided, { ...defaultHours, 3: [[480, 1020]], 6: [[450, 690]] }),
};
const agencies = fc.constantFrom<keyof typeof calendars>('ordinary', 'Saturday mornings');
const minute = 60_000;

const instants = fc
  .integer({ min: at('2018-01-01T00:00').getTime() / 1000, max: at('2026-04-01T00:00').getTime() / 1000 })
  .map((second) => new Date(second * 1000));
const promises: fc.Arbitrary<PromisedTime> = fc.oneof(
  fc.record({ unit: fc.constant('working-day' as const), value: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ unit: fc.constant('working-day' as const), value: fc.integer({ min: 0, max: 20 }).map((days) => days + 0.5) }),
  fc.record({ unit: fc.constant('working-hour' as const), value: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ unit: fc.constant('day' as const), value: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ unit: fc.constant('same-day' as const), value: fc.constant(1) }),
);
const questions = fc.record({ receivedAt: instants, time: promises, rule: fc.constantFrom('end-of-day' as const, 'to-the-hour' as const) });

/** Waits after a moment, from minutes to days long, some of them sharing time. */
function waitsAfter(from: Date): fc.Arbitrary<Wait[]> {
  const wait = fc
    .record({ after: fc.integer({ min: 0, max: 20_000 }), lasts: fc.integer({ min: 0, max: 10_000 }) })
    .map(({ after, lasts }) => {
      const fromAt = new Date(from.getTime() + after * minute);
      return { cause: 'supplement', fromAt, untilAt: new Date(fromAt.getTime() + lasts * minute) };
    });
  return fc.array(wait, { maxLength: 4 });
}

const waitingQuestions: fc.Arbitrary<DueQuestion> = questions.chain((question) =>
  waitsAfter(question.receivedAt).map((waits) => ({ ...question, waits })),
);

test('who comes later is never owed earlier', () => {
  const apart = fc.integer({ min: 0, max: 20_000 });
  const waited = questions.chain((question) =>
    fc.tuple(fc.constant(question), apart).chain(([first, minutes]) => {
      const later = new Date(first.receivedAt.getTime() + minutes * minute);
      return fc.record({ first: fc.constant(first), later: fc.constant(later), waits: waitsAfter(later) });
    }),
  );
  fc.assert(
    fc.property(agencies, waited, (agency, { first, later, waits }) => {
      const days = calendars[agency];
      const [one, other] = [dueInstant({ ...first, waits }, days), dueInstant({ ...first, receivedAt: later, waits }, days)];
      assert.ok(one <= other, `${one.toISOString()} <= ${other.toISOString()}`);
    }),
    { numRuns: 2000 },
  );
});

test('a due time lies in working time or at a closing, after receipt', () => {
  fc.assert(
    fc.property(agencies, waitingQuestions, (agency, question) => {
      const days = calendars[agency];
      const due = dueInstant(question, days);
      assert.ok(isOpen(new Date(due.getTime() - minute), days));
      assert.ok(due > question.receivedAt);
    }),
    { numRuns: 1000 },
  );
});

test('one more wait never makes a due time earlier', () => {
  fc.assert(
    fc.property(agencies, waitingQuestions, (agency, question) => {
      const days = calendars[agency];
      for (let count = 1; count <= (question.waits ?? []).length; count++) {
        const [fewer, more] = [count - 1, count].map((kept) =>
          dueInstant({ ...question, waits: (question.waits ?? []).slice(0, kept) }, days),
        );
        assert.ok((fewer ?? 0) <= (more ?? 0));
      }
    }),
  );
});

test('the explanation leads to the due time, and its counted days and minutes are the promise', () => {
  fc.assert(
    fc.property(agencies, waitingQuestions, (agency, question) => {
      const days = calendars[agency];
      const due = explain(question, days);
      assert.deepEqual(due.dueAt, dueInstant(question, days));
      assert.deepEqual(lastEnd(due.steps), due.dueAt);

      const { unit, value } = question.time;
      const counted = due.steps.filter((step) => step.type === 'counted day');
      const minutes = sum(due.steps, 'counted time');
      if (unit === 'same-day') assert.equal(counted.length + minutes, 0);
      else if (counted.length > 0)
        assert.deepEqual(
          counted.map(({ no }) => no),
          Array.from({ length: value }, (_, i) => i + 1),
        );
      else assert.equal(minutes, value * (unit === 'working-hour' ? 60 : 480));

      const waited = due.steps.filter((step) => step.type === 'waited');
      for (const { days: lie, minutes: all } of waited)
        assert.equal(
          lie.reduce((total, on) => total + on.minutes, 0),
          all,
        );
      assert.equal(
        sum(due.steps, 'made up'),
        waited.reduce((total, step) => total + step.minutes, 0),
      );
    }),
    { numRuns: 1000 },
  );
});

test('under times in days every day from receipt to the due day is told once, none left out', () => {
  const inDays = waitingQuestions.filter(
    ({ time, rule }) => Number.isInteger(time.value) && (time.unit === 'day' || (time.unit === 'working-day' && rule === 'end-of-day')),
  );
  fc.assert(
    fc.property(agencies, inDays, (agency, question) => {
      const days = calendars[agency];
      const { steps, dueAt } = explain(question, days);
      const [first] = steps;
      const told = new Set(steps.flatMap((step) => ('day' in step ? [step.day] : step.type === 'moved to working day' ? [step.to] : [])));
      if (first?.type === 'received') told.add(first.on);
      const arrival = dayOf(question.receivedAt);
      const between = Array.from({ length: daysBetween(arrival, dayOf(dueAt)) - 1 }, (_, i) => addDays(arrival, i + 1));
      assert.deepEqual(
        between.filter((day) => !told.has(day)),
        [],
      );

      const once = steps.flatMap((step) => (step.type === 'counted day' || step.type === 'skipped' ? [step.day] : []));
      assert.equal(new Set(once).size, once.length);
    }),
    { numRuns: 500 },
  );
});

test('searching gives what counting on one’s fingers gives', () => {
  fc.assert(
    fc.property(agencies, waitingQuestions, (agency, question) => {
      const days = calendars[agency];
      assert.deepEqual(dueInstant(question, days), countedOnFingers(question, days));
    }),
    { numRuns: 1000 },
  );
});

/** The rules once more, walked day by day; waits are cut at every begin and end. */
function countedOnFingers({ receivedAt, time, rule, waits = [] }: DueQuestion, days: WorkingCalendar): Date {
  const { unit, value } = time;
  const inHours = unit === 'working-hour' || !Number.isInteger(value);
  let due: Date;
  const start = nextOpening(receivedAt, days);
  if (inHours || (unit === 'working-day' && rule === 'to-the-hour')) {
    due = addWorkingMinutes(receivedAt, value * (unit === 'working-hour' ? 60 : 480), days);
  } else {
    const arrival = dayOf(receivedAt);
    const closing = hoursOf(arrival, days)?.closesAt;
    let day = closing && receivedAt < closing ? arrival : workingDayFrom(addDays(arrival, 1), days);
    if (unit === 'working-day') for (let left = value; left > 0; left--) day = workingDayFrom(addDays(day, 1), days);
    if (unit === 'day') day = workingDayFrom(addDays(day, value), days);
    if (unit === 'same-day' && day === dayOf(start) && start.getTime() >= at(`${day}T15:01`).getTime())
      day = workingDayFrom(addDays(day, 1), days);
    due = hoursOf(day, days)?.closesAt ?? start;
  }

  const waited = waitedMinutes(receivedAt, waits, days);
  if (waited === 0) return due;
  const moved = addWorkingMinutes(due, waited, days);
  return rule === 'to-the-hour' || inHours ? moved : (hoursOf(dayOf(moved), days)?.closesAt ?? moved);
}

/** Splits time at every begin and end of a wait, and adds up what lies in at least one. */
function waitedMinutes(receivedAt: Date, waits: readonly Wait[], days: WorkingCalendar): number {
  const edges = [
    ...new Set(
      waits.flatMap(({ fromAt, untilAt }) => [fromAt, untilAt ?? fromAt]).map((edge) => Math.max(edge.getTime(), receivedAt.getTime())),
    ),
  ].sort((a, b) => a - b);
  return edges.slice(1).reduce((total, end, i) => {
    const begin = edges[i] ?? end;
    const inside = waits.some(({ fromAt, untilAt }) => fromAt.getTime() <= begin && end <= (untilAt ?? fromAt).getTime());
    return inside ? total + workingMinutesBetween(new Date(begin), new Date(end), days) : total;
  }, 0);
}

function workingDayFrom(day: Day, days: WorkingCalendar): Day {
  let found = day;
  while (!isWorkingDay(found, days)) found = addDays(found, 1);
  return found;
}

function sum(steps: readonly DueStep[], type: 'counted time' | 'made up'): number {
  return steps.reduce((total, step) => (step.type === type ? total + step.minutes : total), 0);
}

function lastEnd(steps: readonly DueStep[]): Date | undefined {
  return steps
    .flatMap((step) =>
      step.type === 'promised' ? [step.at] : step.type === 'waits added' || step.type === 'end of day' ? [step.toAt] : [],
    )
    .at(-1);
}
