import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dossier, factsAt, history, hoursLater, monday, receiver, specialist } from '#tests/given.ts';
import { assign } from './assign.ts';
import { replay } from './evolve.ts';
import { handOn } from './hand-on.ts';
import { takeBack } from './take-back.ts';

const back = { reason: 'Chuyển nhầm' };

test('what was handed on and not yet taken goes on where it was: same holder, planned time and share', () => {
  const before = dossier('receive', 'take').stands;
  const after = dossier('receive', 'take', 'hand on', 'take back').stands;
  assert.deepEqual(after.task, { ...before.task, no: (before.task?.no ?? 0) + 2 });
  assert.deepEqual(after.shares[0], before.shares[0]);
  assert.deepEqual([after.state, after.dueAt, after.handedOver], ['received', before.dueAt, null]);
});

test('the agency that had it meanwhile has a share without an outcome, and gets a new one when it is handed on again', () => {
  assert.partialDeepStrictEqual(dossier('receive', 'hand on', 'take back').stands.shares, [
    { no: 1, agencyId: 'centre', doneAt: null, outcome: null },
    { no: 2, agencyId: 'music', doneAt: hoursLater(3), outcome: null },
  ]);
  assert.partialDeepStrictEqual(dossier('receive', 'hand on', 'take back', 'hand on').stands.shares, [
    { no: 1, agencyId: 'centre', doneAt: hoursLater(4), outcome: 'early' },
    { no: 2, agencyId: 'music', doneAt: hoursLater(3), outcome: null },
    { no: 3, agencyId: 'music', openedAt: hoursLater(4), doneAt: null },
  ]);
});

test('inside one agency its share does not change', () => {
  const handed = dossier('receive', 'hand on', 'draft', 'hand on').stands;
  const after = dossier('receive', 'hand on', 'draft', 'hand on', 'take back').stands;
  assert.deepEqual(after.shares, handed.shares);
  assert.partialDeepStrictEqual(after, { state: 'in progress', task: { stepNo: 2, officerId: specialist.personId } });
});

test('once somebody took it, or it was given to him, it is not taken back', () => {
  dossier('receive', 'hand on', 'take')
    .when((d, f) => takeBack(d, back, f))
    .isRefused('already-taken');
  const handed = replay(history('receive', 'hand on'));
  const given = assign(handed, { officerId: specialist.personId }, factsAt(hoursLater(3), specialist));
  assert.ok(Array.isArray(given));
  const named = handOn(dossier('receive').stands, { note: '', toOfficerId: specialist.personId }, factsAt(hoursLater(2), receiver));
  assert.ok(Array.isArray(named));
  for (const stands of [replay([...history('receive', 'hand on'), ...given]), replay([...history('receive'), ...named])]) {
    assert.deepEqual(takeBack(stands, back, factsAt(hoursLater(4), receiver)), { refused: 'already-taken' });
  }
});

test('nothing is taken back that was not handed on, twice, without a reason, or once the result is ready', () => {
  const tried = (...acts: Parameters<typeof dossier>) => dossier(...acts).when((d, f) => takeBack(d, back, f));
  tried().isRefused('wrong-state');
  tried('receive', 'take').isRefused('already-taken');
  tried('receive', 'hand on', 'take back').isRefused('already-taken');
  tried('receive', 'hand on', 'draft', 'hand on', 'hand on', 'sign', 'hand on', 'number', 'hand on').isRefused('wrong-state');
  dossier('receive', 'hand on')
    .when((d, f) => takeBack(d, { reason: '' }, f))
    .isRefused('reason-missing');
});

test('a hand-over at the moment of closing is taken back the next morning with the planned time it had', () => {
  const closing = new Date('2018-05-14T17:30+07:00');
  const received = dossier('receive', 'take').stands;
  const handed = handOn(received, { note: '', toOfficerId: null }, factsAt(closing, receiver));
  assert.ok(Array.isArray(handed));
  const stands = replay([...history('receive', 'take'), ...handed]);
  const answer = takeBack(stands, back, factsAt(new Date(monday.getTime() + 24 * 3_600_000), receiver));
  assert.partialDeepStrictEqual(answer, [{ type: 'hand-over withdrawn', task: { plannedAt: received.task?.plannedAt } }]);
});
