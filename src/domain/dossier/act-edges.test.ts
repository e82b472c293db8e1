import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citizen } from '#domain/access/actor.ts';
import { dossier, hoursLater, wholeWay } from '#tests/given.ts';
import { apologise } from './apologise.ts';
import { assign } from './assign.ts';
import { isNotice } from './events.ts';
import { evolve, replay } from './evolve.ts';
import { owed, owesSomething } from './owed.ts';
import { recordPayment, requestPayment } from './stand-still.ts';
import { giveSupplement, requestSupplement } from './supplement.ts';
import { isStillAppointed } from './warn.ts';

const queued = dossier('receive', 'hand on');
const minutes = (at: Date, more: number) => new Date(at.getTime() + more * 60_000);

test('an apology promises a time after now and after what is owed', () => {
  const owedAt = queued.stands.dueAt ?? hoursLater(0);
  const promise = (promisedAt: Date, now: Date) => queued.when((d, f) => apologise(d, { reason: 'Cán bộ ốm', promisedAt }, f), { now });
  promise(owedAt, hoursLater(3)).isRefused('new-due-time-not-later');
  promise(minutes(owedAt, 1), hoursLater(3)).then({ type: 'apology given' });
  promise(minutes(owedAt, 60), minutes(owedAt, 60)).isRefused('new-due-time-not-later');
  promise(minutes(owedAt, 60), minutes(owedAt, 59)).then({ type: 'apology given' });
});

test('a supplement is asked for by a time that is still to come, and something must come', () => {
  const gaps = [{ component: 'Đơn', why: '' }];
  const ask = (answerDueAt: Date) =>
    queued.when((d, f) => requestSupplement(d, { gaps, explanation: '', answerDueAt, headReason: '' }, f), { now: hoursLater(5) });
  ask(hoursLater(5)).isRefused('answer-time-past');
  ask(minutes(hoursLater(5), 1)).then({ type: 'taken' }, { type: 'supplement requested' });
  const asked = dossier('receive', 'hand on', 'ask supplement');
  asked.when((d, f) => giveSupplement(d, { files: [], fileNames: [], note: '' }, f), { by: citizen }).isRefused('component-missing');
  asked.when((d, f) => giveSupplement(d, { files: [], fileNames: [], note: 'x' }, f), { by: citizen }).then({ type: 'supplement given' });
});

test('a payment that is asked for says how much, who set it and by what right, and its record by what proof', () => {
  const ask = (change: object) =>
    queued.when((d, f) => requestPayment(d, { amountVnd: 1, setBy: 'x', ground: 'y', how: '', ...change }, f));
  ask({}).then({ type: 'taken' }, { type: 'payment requested', amountVnd: 1 });
  for (const wrong of [{ amountVnd: 0 }, { amountVnd: 1.5 }, { setBy: '' }, { ground: '' }])
    assert.throws(() => ask(wrong).then({ type: 'taken' }));
  dossier('receive', 'hand on', 'ask payment')
    .when((d, f) => recordPayment(d, { proof: 'x' }, f))
    .then({ type: 'payment recorded' });
});

test('nobody is given what is closed', () => {
  dossier(...wholeWay)
    .when((d, f) => assign(d, { officerId: 'x' }, f))
    .isRefused('wrong-state');
});

test('every event that owes a paper, a message or a reminder goes out, and no other', () => {
  const silent = Object.keys(owed).filter((type) => !owesSomething(type as keyof typeof owed));
  assert.deepEqual(silent, [
    'taken',
    'assigned',
    'handed on',
    'hand-over withdrawn',
    'sent back',
    'timer fired',
    'message came',
    'moved to version',
    'result drafted',
    'result signed',
    'result numbered',
    'withdrawal requested',
  ]);
});

test('a history that begins with something else, or holds what no rule knows, is a fault', () => {
  assert.throws(() => replay([]), { message: 'A history begins with a submission' });
  assert.throws(() => evolve(queued.stands, { type: 'burnt' } as never), { message: 'No rule for dossier event {"type":"burnt"}' });
});

test('a due time that is recounted stands for all that is open', () => {
  const { stands } = queued;
  const dueAt = hoursLater(500);
  const after = evolve(stands, {
    type: 'due time recounted',
    at: hoursLater(3),
    wasDueAt: dueAt,
    dueAt,
    task: stands.task,
    shares: [],
    sealed: null,
  });
  assert.deepEqual([after.dueAt, after.shares, after.task], [dueAt, [], stands.task]);
});

test('that officers were told of a time is a notice, and nothing else is', () => {
  assert.deepEqual(
    Object.keys(owed).filter((type) => isNotice(type as keyof typeof owed)),
    ['due time warned', 'lateness reported'],
  );
});

test('a time that was spoken of is still appointed while the clock runs and no other was promised', () => {
  const { dueAt } = queued.stands;
  assert.ok(dueAt);
  assert.ok(isStillAppointed(dueAt, queued.stands));
  assert.ok(!isStillAppointed(minutes(dueAt, 1), queued.stands));
  assert.ok(!isStillAppointed(dueAt, { ...queued.stands, promisedAt: minutes(dueAt, 60) }));
  assert.ok(isStillAppointed(minutes(dueAt, 60), { ...queued.stands, promisedAt: minutes(dueAt, 60) }));
  assert.ok(!isStillAppointed(dueAt, { ...queued.stands, state: 'returned' }));
  assert.ok(!isStillAppointed(dueAt, { ...queued.stands, dueAt: null }));
});
