import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dossier, head, hoursLater, type OrdinaryAct, ordinary, specialist, wholeWay } from '#tests/given.ts';
import { nextDueAt, stepDueAt } from './clock.ts';
import { reopen } from './reopen.ts';

const reason = 'Sai tên trên kết quả';
const returned = () => dossier(...wholeWay);
const reopens = (now: Date) => returned().when((d, f) => reopen(d, { toStepNo: 2, reason }, f), { by: head, now });

test('what was returned goes back to who drew up the result, with nothing left of the old one', () => {
  const before = returned().stands;
  reopens(hoursLater(100))
    .then({ type: 'reopened' })
    .leaves({ state: 'in progress', result: null, readyAt: null, closedAt: null, outcome: null, lastTaskNo: 0 });
  const { task } = dossier(...wholeWay, 'reopen').stands;
  assert.partialDeepStrictEqual(task, { stepNo: 2, officerId: specialist.personId, no: before.lastTaskNo + 1 });
});

test('what was left of the time goes on: the time since the result is no time of the agency', () => {
  const { dueAt, readyAt } = returned().stands;
  const nextMonday = new Date(hoursLater(wholeWay.length - 1).getTime() + 7 * 86_400_000);
  assert.ok(dueAt && readyAt?.getTime() === nextMonday.getTime() - 7 * 86_400_000);
  reopens(nextMonday)
    .then({ type: 'reopened', dueAt: new Date(dueAt.getTime() + 7 * 86_400_000) })
    .leaves({ waits: [{ cause: 'closed', fromAt: readyAt, untilAt: nextMonday }] });
});

test('the agency that gets it again gets a share of its own', () => {
  const { shares } = returned().stands;
  const after = dossier(...wholeWay, 'reopen').stands.shares;
  assert.deepEqual(after.slice(0, -1), shares);
  assert.partialDeepStrictEqual(after.at(-1), { no: shares.length + 1, agencyId: 'music', doneAt: null, outcome: null });
});

test('a step that was opened again with less left than it takes is due with the whole', () => {
  const { task, dueAt } = dossier(...wholeWay, 'reopen').stands;
  assert.ok(task?.plannedAt && dueAt && task.plannedAt < dueAt);
  assert.equal(stepDueAt(task, dueAt), task.plannedAt);
  assert.equal(stepDueAt(task, task.plannedAt), task.plannedAt);
  assert.equal(stepDueAt(task, new Date(task.plannedAt.getTime() - 60_000)), null);
  assert.equal(stepDueAt(task, null), task.plannedAt);
});

test('before receipt an answer is owed next, then the result; nothing while the clock stands still and once the result is there', () => {
  const next = (...acts: OrdinaryAct[]) => {
    const { stands } = dossier(...acts);
    return { owed: nextDueAt(stands), answer: stands.task?.plannedAt, result: stands.dueAt };
  };
  const submitted = next();
  assert.ok(submitted.owed && submitted.owed === submitted.answer && !submitted.result);
  for (const acts of [['receive'], ['receive', 'hand on'], [...wholeWay, 'reopen']] as const) {
    const { owed, result } = next(...acts);
    assert.ok(owed && owed === result, acts.join());
  }
  for (const acts of [['ask supplement'], ['receive', 'ask supplement'], wholeWay.slice(0, -1), wholeWay, ['decline']] as const)
    assert.equal(next(...acts).owed, null, acts.join());
});

test('a refusal that was returned can be opened again, and is a refusal no more', () => {
  dossier('receive', 'hand on', 'refuse', 'return')
    .when(ordinary.reopen, { by: head })
    .then({ type: 'reopened' })
    .leaves({ refused: false });
});

test('what was not accepted waits to be received anew, within 8 working hours', () => {
  dossier('decline')
    .when(ordinary.reopen, { by: head })
    .then({ type: 'reopened', dueAt: null })
    .leaves({ state: 'submitted', receivedAt: null, waits: [] });
  const { task } = dossier('decline', 'reopen').stands;
  assert.partialDeepStrictEqual(task, { stepNo: 1, officerId: null, plannedAt: new Date('2018-05-15T11:00+07:00') });
});

test('it can be done, returned and opened again as often as need be', () => {
  const rest: OrdinaryAct[] = ['reopen', ...wholeWay.slice(2)];
  assert.equal(dossier(...wholeWay, ...rest, ...rest).stands.state, 'returned');
});

test('nothing else is opened again, and not without a reason, nor to a step after the result', () => {
  for (const acts of [['receive'], ['ask withdrawal'], wholeWay.slice(0, -1)] as const) {
    dossier(...acts)
      .when((d, f) => reopen(d, { toStepNo: 2, reason }, f))
      .isRefused('wrong-state');
  }
  returned()
    .when((d, f) => reopen(d, { toStepNo: 2, reason: '' }, f))
    .isRefused('reason-missing');
  for (const toStepNo of [0, 1, 3, 4, 6, 7]) {
    returned()
      .when((d, f) => reopen(d, { toStepNo, reason }, f))
      .isRefused('nobody-before');
  }
});
