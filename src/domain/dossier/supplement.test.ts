import assert from 'node:assert/strict';
import { test } from 'node:test';
import { workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { isRefusal } from '#domain/refusal.ts';
import { calendar, dossier, factsAt, history, lending, type OrdinaryAct, ordinary, receiver, specialist } from '#tests/given.ts';
import { replay } from './evolve.ts';
import { recountDue } from './recount.ts';

const asked = new Date('2018-05-17T09:00+07:00');
const given = new Date('2018-05-18T09:00+07:00');
const anew = { ...lending, afterSupplement: 'anew' } as const;

/** The dossier after a supplement was asked and given, under a version that says this of what comes then. */
function supplemented(version: typeof lending, ...before: OrdinaryAct[]) {
  const request = ordinary['ask supplement'](dossier(...before).stands, {
    ...factsAt(asked, before.includes('hand on') ? specialist : receiver),
    version,
  });
  assert.ok(!isRefusal(request));
  const waiting = replay([...history(...before), ...request]);
  const answer = ordinary['give supplement'](waiting, { ...factsAt(given, receiver), version });
  assert.ok(!isRefusal(answer));
  return { waiting, after: replay([...history(...before), ...request, ...answer]) };
}

test('after a supplement that was asked during appraisal the time that was left goes on', () => {
  const before = dossier('receive', 'hand on').stands;
  const { after } = supplemented(lending, 'receive', 'hand on');
  const moved = workingMinutesBetween(before.dueAt ?? given, after.dueAt ?? given, calendar);
  assert.equal(moved, 8 * 60, 'the day that was waited');
});

test('where the procedure says so, the whole time begins anew: due time, step and share count from when it was given', () => {
  const { waiting, after } = supplemented(anew, 'receive', 'hand on');
  assert.deepEqual([waiting.dueAt, waiting.waits], [null, [{ cause: 'supplement', fromAt: asked, untilAt: null, anew: true }]]);

  // Given on a Friday: five working days end on the next Friday.
  assert.deepEqual(after.dueAt, new Date('2018-05-25T17:30+07:00'));
  const { task, shares, totalMinutes } = after;
  assert.ok(task?.plannedAt);
  assert.equal(workingMinutesBetween(given, task.plannedAt, calendar), totalMinutes / 2, 'half of the time is for appraisal');
  assert.ok(shares[1]?.dueAt);
  assert.equal(workingMinutesBetween(given, shares[1].dueAt, calendar), Math.round(totalMinutes * 0.8), 'the agency has four fifths of it');
});

test('a recount leaves what began anew where it is', () => {
  const { after } = supplemented(anew, 'receive', 'hand on');
  assert.deepEqual(recountDue(after, { ground: 'Quyết định số 1' }, factsAt(given, receiver)), []);
});

test('before receipt there is no clock that could begin anew', () => {
  const { waiting, after } = supplemented(anew);
  assert.deepEqual([waiting.waits, after.waits, after.dueAt], [[], [], null]);
});
