import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asDay } from '#domain/calendar/day.ts';
import { compileCalendar } from '#domain/calendar/working-calendar.ts';
import { Branching } from '#tests/branching.ts';
import { branchedWay } from '#tests/detours.ts';
import { calendar, dossier, factsAt, head, hoursLater, type OrdinaryAct } from '#tests/given.ts';
import { told } from '#tests/told.ts';
import type { Dossier } from './dossier.ts';
import { movedDue, recountDue } from './recount.ts';

/** The calendar in which Wednesday is off as well. */
const festival = { day: asDay('2018-05-16'), kind: 'off' as const, name: 'Ngày hội', source: 'Quyết định 1' };
const changed = compileCalendar({ years: [{ year: 2018, provisional: false }], days: [festival] });
const calendarOf = () => changed;

const recounted = (stands: Dossier) => {
  const events = recountDue(stands, { ground: 'Quyết định 1' }, { ...factsAt(hoursLater(6), head), calendarOf });
  assert.ok(Array.isArray(events));
  return events.map(told);
};

test('a day more off moves what is owed, the step and the agency’s share that are open by that day, and nothing that is done', () => {
  assert.deepEqual(recounted(dossier('receive', 'hand on').stands), [
    '14 15:00 due time recounted; wasDueAt 21 17:30; dueAt 22 17:30; ' +
      'task 2 at step 2 of music professional for specialist, nobody, 14 11:00 to 18 09:45; ' +
      'shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 21 17:24 open]; sealed {ground Quyết định 1}',
  ]);
});

test('where ways branch, every open task and share moves, and what is waited for stays', () => {
  const on = new Branching(branchedWay).act('receive').act('hand on').waitUntil(new Date('2018-05-14T17:00+07:00'));
  assert.deepEqual(recounted(on.stands), [
    '14 15:00 due time recounted; wasDueAt 21 17:30; dueAt 22 17:30; ' +
      'task 2 at step 2 of music professional for specialist, nobody, 14 11:00 to 15 08:42; ' +
      'tokens [W 15 11:00]; beside [3 at step 3 of city professional for head, nobody, 14 11:00 to 15 08:41]; ' +
      'shares [1 centre 14 10:00 to 15 07:41 early 14 11:00, 2 music 14 11:00 to 15 08:42 open, 3 city 14 11:00 to 15 16:22 open]; ' +
      'sealed {ground Quyết định 1}',
  ]);
});

test('what was waited stays waited, and a step that was sent back keeps the time from then', () => {
  const acts: OrdinaryAct[] = ['receive', 'hand on', 'take', 'ask supplement', 'give supplement', 'draft', 'hand on', 'send back'];
  assert.deepEqual(recounted(dossier(...acts).stands), [
    '14 15:00 due time recounted; wasDueAt 22 17:30; dueAt 23 17:30; ' +
      'task 4 at step 2 of music professional for specialist, specialist since 14 17:00, 14 17:00 to 18 15:45; ' +
      'shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 22 07:54 open]; sealed {ground Quyết định 1}',
  ]);
});

test('while nothing is owed there is nothing to count', () => {
  assert.equal(movedDue({ ...dossier('receive').stands, dueAt: null }, { calendarOf }), null);
  assert.equal(movedDue(dossier('receive', 'ask supplement').stands, { calendarOf }), null);
  assert.equal(movedDue(dossier().stands, { calendarOf }), null);
});

test('a due time that does not move is left as it is', () => {
  const { stands } = dossier('receive', 'hand on');
  assert.equal(movedDue(stands, { calendarOf: () => calendar }), null);
  assert.deepEqual(recountDue(stands, { ground: 'x' }, factsAt(hoursLater(6), head)), []);
  assert.deepEqual(recounted(dossier().stands), []);
});
