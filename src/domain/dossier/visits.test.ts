import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { isRefusal } from '#domain/refusal.ts';
import {
  calendar,
  factsAt,
  history,
  hoursLater,
  monday,
  type OrdinaryAct,
  ordinary,
  submitted,
  wholeWay,
  whoseTurn,
} from '#tests/given.ts';
import type { DossierEvent } from './events.ts';
import { replay } from './evolve.ts';
import { type Visit, visitsOf } from './visits.ts';

const visits = (events: readonly DossierEvent[], now = hoursLater(100)) => visitsOf(events, now, () => calendar);

/** `receive 60/480 early` */
function said(visit: Visit): string {
  if (visit.kind === 'wait')
    return `wait ${visit.cause === 'supplement' ? '' : `${visit.cause} `}${visit.waitedMinutes}${visit.untilAt ? '' : ' still'}`;
  const { kind, step, usedMinutes, allottedMinutes, outcome, untilAt } = visit;
  return `${kind} ${step.name} ${usedMinutes}/${allottedMinutes}${untilAt ? ` ${outcome}` : ' still'}`;
}

test('handed in and not yet received, it waits for its answer within 8 working hours', () => {
  assert.deepEqual(visits(submitted, hoursLater(1)).map(said), ['answer receive 60/480 still']);
});

test('each step shows the working time that it used of its share', () => {
  assert.deepEqual(visits(history('receive', 'hand on', 'draft', 'hand on'), hoursLater(5)).map(said), [
    'answer receive 60/480 early',
    'step receive 60/273 early',
    'step appraise 30/1365 early',
    'step check 30/273 still',
  ]);
});

test('what was waited for the applicant is shown by itself and is not in the step’s own time', () => {
  const events = history('receive', 'hand on', 'ask supplement', 'give supplement');
  assert.deepEqual(visits(events, hoursLater(6)).map(said), [
    'answer receive 60/480 early',
    'step receive 60/273 early',
    'step appraise 120/1365 still',
    'wait 0',
  ]);
});

test('a wait that still lasts is measured up to now', () => {
  const events = history('receive', 'ask supplement');
  assert.deepEqual(visits(events, hoursLater(8)).map(said), ['answer receive 60/480 early', 'step receive 60/273 still', 'wait 240 still']);
});

test('a payment that was waited for and a suspension are told apart, and neither is the step’s own time', () => {
  const events = history('receive', 'hand on', 'ask payment', 'record payment', 'suspend', 'resume');
  assert.deepEqual(visits(events, hoursLater(8)).map(said), [
    'answer receive 60/480 early',
    'step receive 60/273 early',
    'step appraise 180/1365 still',
    'wait payment 0',
    'wait suspension 60',
  ]);
});

test('a hand-over that was taken back ended nothing: the step goes on with what it has used', () => {
  const events = history('receive', 'take', 'hand on', 'take back');
  assert.deepEqual(visits(events, hoursLater(8)).map(said), ['answer receive 60/480 early', 'step receive 300/273 still']);
});

test('a step that was sent back stands there twice', () => {
  const names = visits(history('receive', 'hand on', 'draft', 'hand on', 'send back')).flatMap((visit) =>
    visit.kind === 'step' ? [`${visit.step.name} ${visit.endedBy}`] : [],
  );
  assert.deepEqual(names, ['receive handed on', 'appraise handed on', 'check sent back', 'appraise null']);
});

test('the return has no share: it waits for the applicant', () => {
  const last = visits(history(...wholeWay)).at(-1);
  assert.ok(last?.kind === 'step');
  assert.deepEqual([last.step.kind, last.allottedMinutes, last.outcome, last.endedBy], ['return', null, null, 'returned']);
});

test('whatever happens, the stays follow each other without a gap but when it was closed, and their time and the waits are all the time there was', () => {
  const acts = fc.array(fc.constantFrom(...(Object.keys(ordinary) as OrdinaryAct[]), ...wholeWay), { maxLength: 30 });
  fc.assert(
    fc.property(acts, (tries) => {
      const events = possible(tries);
      const now = hoursLater(tries.length + 3);
      const all = visits(events, now);
      const stays = all.filter((visit) => visit.kind !== 'wait');
      const waits = all.filter((visit) => visit.kind === 'wait');
      stays.forEach((stay, i) => {
        const next = waits.find(({ cause, fromAt }) => cause === 'closed' && fromAt.getTime() === stay.untilAt?.getTime()) ?? stays[i + 1];
        assert.deepEqual(stay.untilAt, next?.fromAt ?? stays.at(-1)?.untilAt);
        assert.ok(stay.usedMinutes >= 0);
      });
      const sum = stays.reduce((minutes, { usedMinutes }) => minutes + usedMinutes, 0);
      const waited = waits.reduce((minutes, { waitedMinutes }) => minutes + waitedMinutes, 0);
      assert.equal(sum + waited, workingMinutesBetween(monday, replay(events).closedAt ?? now, calendar));
    }),
  );
});

/** The events of those acts that are allowed in this order, one hour apart. */
function possible(tries: readonly OrdinaryAct[]): readonly DossierEvent[] {
  const events = [...submitted];
  for (const [i, act] of tries.entries()) {
    const before = replay(events);
    const answer = ordinary[act](before, factsAt(hoursLater(i + 1), whoseTurn(before, act)));
    if (!isRefusal(answer)) events.push(...answer);
  }
  return events;
}
