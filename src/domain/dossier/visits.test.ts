import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { isRefusal } from '#domain/refusal.ts';
import { branchedDetours } from '#tests/detours.ts';
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

/** `receive 10:00 to 11:00 60/341 early, handed on` */
function saidInFull(visit: Visit): string {
  const clock = (at: Date | null) => (at ? new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(8, 16).replace('T', ' ') : 'now');
  const lasts = `${clock(visit.fromAt)} to ${clock(visit.untilAt)}`;
  if (visit.kind === 'wait') return `wait ${visit.cause} ${lasts} ${visit.waitedMinutes}`;
  const { kind, step, usedMinutes, allottedMinutes, outcome, endedBy } = visit;
  return `${kind} ${step.name} ${lasts} ${usedMinutes}/${allottedMinutes} ${outcome}, ${endedBy}`;
}

test('a dossier that is opened again was closed meanwhile, and goes on at the step that it was opened at', () => {
  assert.deepEqual(
    visits(history(...wholeWay, 'reopen'), hoursLater(48))
      .map(saidInFull)
      .slice(-3),
    [
      'step return 14 18:00 to 14 19:00 0/null null, returned',
      'wait closed 14 19:00 to 14 20:00 0',
      'step appraise 14 20:00 to now 570/1365 null, null',
    ],
  );
  assert.deepEqual(visits(history('decline', 'reopen'), hoursLater(4)).map(saidInFull), [
    'answer receive 14 09:00 to 14 10:00 60/480 early, not accepted',
    'wait closed 14 10:00 to 14 11:00 60',
    'answer receive 14 11:00 to now 30/480 null, null',
  ]);
});

test('a dossier that is closed unanswered, refused or withdrawn lay at its step until then', () => {
  assert.deepEqual(
    visits(history('receive', 'hand on', 'ask supplement', 'close unanswered'))
      .map(saidInFull)
      .slice(-2),
    ['step appraise 14 11:00 to 20 08:00 30/1365 early, closed unanswered', 'wait supplement 14 12:00 to 20 08:00 12750'],
  );
  assert.deepEqual(
    visits(history('receive', 'hand on', 'refuse'), hoursLater(4))
      .map(saidInFull)
      .slice(-2),
    ['step appraise 14 11:00 to 14 12:00 30/1365 early, refused', 'step return 14 12:00 to now 0/null null, null'],
  );
  assert.equal(
    visits(history('receive', 'ask withdrawal', 'grant withdrawal'))
      .map(saidInFull)
      .at(-1),
    'step receive 14 10:00 to 14 12:00 90/273 early, withdrawn',
  );
});

test('a step is on time when it takes its share to the minute, late with one more', () => {
  const events = history('receive');
  const until = (minutes: number) => new Date(hoursLater(1).getTime() + minutes * 60_000);
  const outcome = (at: Date) => {
    const handed = ordinary['hand on'](replay(events), factsAt(at, whoseTurn(replay(events), 'hand on')));
    assert.ok(!isRefusal(handed));
    return visits([...events, ...handed], at).flatMap((visit) => (visit.kind === 'step' && visit.untilAt ? [visit.outcome] : []));
  };
  assert.deepEqual(
    [392, 393, 394].flatMap((minutes) => outcome(until(minutes))),
    ['early', 'on time', 'late'],
  );
});

test('where ways branch each task is told by itself, without a hand-over that was taken back, and a wait lies beside what was open', () => {
  const { events } = branchedDetours();
  assert.deepEqual(visits(events).map(saidInFull), [
    'step receive 14 10:00 to 14 13:00 90/341 early, handed on',
    'step appraise 14 13:00 to 17 14:00 1410/342 late, handed on',
    'step check 14 13:00 to 14 14:00 30/341 early, handed on',
    'step check2 14 14:00 to 14 17:00 120/341 early, sent back',
    'wait supplement 14 15:00 to 14 16:00 60',
    'step check 14 17:00 to 14 18:00 30/341 early, handed on',
    'step check2 14 18:00 to 17 11:00 1170/341 late, handed on',
    'step check3 17 10:00 to 21 14:00 1080/341 late, handed on',
    'step sign 21 10:00 to 21 12:00 90/342 early, handed on',
    'step number 21 12:00 to 21 14:00 30/341 early, handed on',
    'step return 21 14:00 to 21 15:00 60/null null, returned',
  ]);
  const asked = events.findIndex(({ type }) => type === 'supplement requested');
  assert.deepEqual(
    visits(events.slice(0, asked + 1), new Date('2018-05-15T09:00+07:00'))
      .map(saidInFull)
      .slice(1),
    [
      'step appraise 14 13:00 to now 90/342 null, null',
      'step check 14 13:00 to 14 14:00 30/341 early, handed on',
      'step check2 14 14:00 to now 60/341 null, null',
      'wait supplement 14 15:00 to now 240',
    ],
  );
});

test('a history that does not begin with a submission has been nowhere that can be told', () => {
  assert.throws(() => visits(history('receive').slice(1)), { message: 'A history begins with a submission' });
  assert.deepEqual(visits([]), []);
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
