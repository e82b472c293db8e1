import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { citizen } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import {
  colleague,
  dossier,
  factsAt,
  head,
  history,
  hoursLater,
  leader,
  monday,
  type OrdinaryAct,
  ordinary,
  receiver,
  specialist,
  submitted,
  wholeWay,
  whoseTurn,
} from '#tests/given.ts';
import { assign } from './assign.ts';
import { type Dossier, isClosed } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import { evolve, replay } from './evolve.ts';
import { handOn, sendBack } from './hand-on.ts';
import { isWaiting } from './hold.ts';
import { receive } from './receive.ts';
import { mayReopen } from './reopen.ts';
import { returnResult, signResult } from './result.ts';
import { requestSupplement } from './supplement.ts';

const request = { gaps: [{ component: 'Đơn', why: 'thiếu chữ ký' }], explanation: '', answerDueAt: hoursLater(100), headReason: '' };

test('an application waits in the one-stop unit’s common queue, to be answered within 8 working hours', () => {
  const { state, task, dueAt } = dossier().stands;
  assert.equal(state, 'submitted');
  assert.partialDeepStrictEqual(task, { unitId: 'centre one-stop', officerId: null, plannedAt: new Date('2018-05-15T09:00+07:00') });
  assert.equal(dueAt, null);
});

test('the clock begins with receipt: five working days from Monday are owed on the next Monday', () => {
  dossier()
    .when(ordinary.receive)
    .then({ type: 'received', dueAt: new Date('2018-05-21T17:30+07:00') })
    .leaves({ state: 'received', receivedAt: hoursLater(1) });
});

test('what comes at or after closing counts as received at the next opening', () => {
  const friday = new Date('2018-05-11T17:30+07:00');
  dossier()
    .when(ordinary.receive, { now: friday })
    .then({ type: 'received', at: friday, receivedAt: new Date('2018-05-14T07:30+07:00') });
});

test('nothing is received while a component that is always owed is not in order', () => {
  const receipt = { components: [{ no: 1, originals: 1, copies: 0, inOrder: false }], feeVnd: 0, feePaid: null, note: '' };
  dossier()
    .when((d, f) => receive(d, receipt, f))
    .isRefused('component-missing');
});

test('all that is missing is told at once', () => {
  const facts = factsAt(hoursLater(1), receiver);
  const [form] = facts.version.components;
  assert.ok(form);
  const version = { ...facts.version, components: [form, { ...form, no: 9, name: 'Hộ chiếu' }] };
  const refused = receive(dossier().stands, { components: [], feeVnd: 0, feePaid: null, note: '' }, { ...facts, version });
  assert.deepEqual(refused, { refused: 'component-missing', facts: { component: `${form.name}; Hộ chiếu` } });
});

test('asking for a supplement names every gap and stops the clock', () => {
  dossier('receive', 'hand on')
    .when((d, f) => requestSupplement(d, request, f))
    .then({ type: 'taken' }, { type: 'supplement requested', agencyId: 'music' })
    .leaves({ state: 'awaiting supplement', dueAt: null });
  dossier('receive', 'hand on')
    .when((d, f) => requestSupplement(d, { ...request, gaps: [] }, f))
    .isRefused('gap-missing');
});

test('after a supplement the due time has moved by the working time that was waited, to the end of that day', () => {
  const asked = dossier('receive', 'hand on', 'ask supplement');
  asked.when(ordinary['give supplement'], { by: citizen, now: new Date('2018-05-16T11:00+07:00') }).then({
    type: 'supplement given',
    dueAt: new Date('2018-05-23T17:30+07:00'),
  });
});

test('an agency asks once; a second request of the same one needs the head’s reason, another agency’s first does not', () => {
  dossier('receive', 'hand on', 'ask supplement', 'give supplement')
    .when((d, f) => requestSupplement(d, { ...request, answerDueAt: hoursLater(200) }, f))
    .isRefused('second-supplement-needs-reason');
  dossier('ask supplement', 'give supplement', 'receive', 'hand on')
    .when((d, f) => requestSupplement(d, { ...request, answerDueAt: hoursLater(200) }, f))
    .then({ type: 'taken' }, { type: 'supplement requested' });
});

test('a supplement asked before receipt starts no clock: it begins once the dossier is complete', () => {
  dossier('ask supplement', 'give supplement').when(ordinary.receive).then({ type: 'received' }).leaves({ waits: [], state: 'received' });
});

test('what a colleague has is not touched', () => {
  const taken = dossier('receive', 'hand on', 'take');
  taken.when(ordinary.draft, { by: colleague }).isRefused('taken-by-colleague');
  taken.when(ordinary.draft, { by: specialist }).then({ type: 'result drafted' });
});

test('the head gives a colleague’s task to another who can do it, and to nobody else', () => {
  const taken = dossier('receive', 'hand on', 'take');
  taken
    .when((d, f) => assign(d, { officerId: colleague.personId }, f), { by: head })
    .then({ type: 'assigned', officerId: colleague.personId });
  taken.when((d, f) => assign(d, { officerId: receiver.personId }, f), { by: head }).isRefused('role-missing');
});

test('a dossier is not handed on to be checked before its result is drafted, nor to the clerk before it is signed', () => {
  dossier('receive', 'hand on').when(ordinary['hand on']).isRefused('result-missing');
  dossier('receive', 'hand on', 'draft', 'hand on', 'hand on').when(ordinary['hand on']).isRefused('result-not-signed');
  dossier('receive', 'hand on', 'draft', 'hand on', 'hand on', 'sign', 'hand on')
    .when(ordinary['hand on'])
    .isRefused('result-not-numbered');
});

test('the leader signs the file that he has seen: another draft meanwhile is another', () => {
  dossier('receive', 'hand on', 'draft', 'hand on', 'hand on')
    .when((d, f) => signResult(d, { digest: 'c'.repeat(64) }, f))
    .isRefused('dossier-moved');
});

test('what is sent back returns to the one who had it, and is no longer signed', () => {
  dossier('receive', 'hand on', 'draft', 'hand on', 'hand on', 'sign')
    .when((d, f) => sendBack(d, { toStepNo: 2, reason: 'Sai tên' }, f), { by: leader })
    .then({ type: 'sent back' })
    .leaves({
      task: { ...dossier('receive', 'hand on', 'draft', 'hand on', 'hand on', 'sign', 'send back').stands.task } as Dossier['task'],
    });
  const { task, result } = dossier('receive', 'hand on', 'draft', 'hand on', 'hand on', 'sign', 'send back').stands;
  assert.partialDeepStrictEqual(task, { stepNo: 2, officerId: specialist.personId });
  assert.equal(result?.signedAt, null);
});

test('nothing goes back to a step that nobody did, or forward', () => {
  dossier('receive', 'hand on')
    .when((d, f) => sendBack(d, { toStepNo: 4, reason: 'x' }, f))
    .isRefused('nobody-before');
  dossier('receive', 'hand on')
    .when((d, f) => sendBack(d, { toStepNo: 1, reason: '' }, f))
    .isRefused('reason-missing');
});

test('before the return the result is ready, and the clock ends: early, on time or late to the minute', () => {
  const before = wholeWay.slice(0, -2);
  const due = dossier(...before).stands.dueAt;
  assert.ok(due);
  const ends = (now: Date) => dossier(...before).when((d, f) => handOn(d, { note: '', toOfficerId: null }, f), { now });
  ends(new Date(due.getTime() - 60_000)).then({ type: 'handed on' }, { type: 'result ready', outcome: 'early' });
  ends(new Date(due.getTime() + 59_000)).then({ type: 'handed on' }, { type: 'result ready', outcome: 'on time' });
  ends(new Date(due.getTime() + 60_000)).then({ type: 'handed on' }, { type: 'result ready', outcome: 'late' });
});

test('each agency’s share has a due time and an outcome of its own', () => {
  const { shares } = dossier(...wholeWay.slice(0, -1)).stands;
  assert.partialDeepStrictEqual(shares, [
    { no: 1, agencyId: 'centre', outcome: 'early' },
    { no: 2, agencyId: 'music', outcome: 'early' },
  ]);
});

test('a refusal goes to the return with its reasons, and is handed out as a result is', () => {
  const refused = dossier('receive', 'hand on', 'refuse');
  assert.partialDeepStrictEqual(refused.stands, { state: 'refused', refused: true });
  refused
    .when(ordinary.return, { by: receiver })
    .then({ type: 'taken' }, { type: 'returned' })
    .leaves({ state: 'returned', refused: true });
});

test('nothing is returned before a result is ready, nor to nobody', () => {
  dossier('receive').when(ordinary.return).isRefused('wrong-state');
  dossier(...wholeWay.slice(0, -1))
    .when((d, f) => returnResult(d, { recipient: '', how: 'counter' }, f))
    .isRefused('recipient-missing');
});

test('before receipt a withdrawal is done at once, later it is answered, once signed it is too late', () => {
  dossier().when(ordinary['ask withdrawal']).then({ type: 'withdrawal requested' }, { type: 'withdrawn' }).leaves({ state: 'withdrawn' });
  dossier('receive')
    .when(ordinary['ask withdrawal'])
    .then({ type: 'withdrawal requested' })
    .leaves({ state: 'received', withdrawalAsked: true });
  dossier('receive', 'ask withdrawal').when(ordinary['ask withdrawal']).isRefused('withdrawal-already-asked');
  dossier(...wholeWay.slice(0, 6))
    .when(ordinary['ask withdrawal'])
    .isRefused('result-already-signed');
  dossier('receive').when(ordinary['grant withdrawal']).isRefused('withdrawal-not-asked');
});

test('an apology moves what is promised, never what is measured, and is given once', () => {
  const { dueAt } = dossier('receive').stands;
  dossier('receive').when(ordinary.apologise).then({ type: 'apology given' }).leaves({ dueAt });
  dossier('receive', 'apologise').when(ordinary.apologise).isRefused('apology-already-given');
});

test('whatever is tried in whatever order, by whomever, no impossible state is reached', () => {
  const act = fc.constantFrom(...(Object.keys(ordinary) as OrdinaryAct[]));
  fc.assert(
    fc.property(fc.array(fc.tuple(act, fc.integer({ min: 0, max: 3 * 24 * 60 })), { maxLength: 60 }), (tries) => {
      let now = monday;
      let stands = replay(submitted);
      const happened: DossierEvent[] = [...submitted];
      for (const [name, minutes] of tries) {
        now = new Date(now.getTime() + minutes * 60_000);
        const answer = ordinary[name](stands, factsAt(now, whoseTurn(stands, name)));
        if (isRefusal(answer)) continue;
        assert.ok(!isClosed(stands) || (name === 'reopen' && mayReopen(stands)), `${name} on a closed dossier`);
        happened.push(...answer);
        stands = answer.reduce(evolve, stands);
        holdsTogether(stands);
      }
      assert.deepEqual(replay(happened), stands);
    }),
    { numRuns: 300 },
  );
});

test('the whole way can be gone', () => {
  assert.equal(replay(history(...wholeWay)).state, 'returned');
});

/** What must be true of a dossier at any moment. */
function holdsTogether(d: Dossier): void {
  const running = d.state === 'received' || d.state === 'in progress';
  assert.equal(d.task === null, isClosed(d), 'somebody has it, until it is closed');
  assert.equal(d.closedAt !== null, isClosed(d));
  assert.equal(d.lastTaskNo > 0, isClosed(d), 'its tasks go on counting when it is opened again');
  if (running) assert.ok(d.receivedAt && d.dueAt && d.dueAt > d.receivedAt, 'while the clock runs, something is owed');
  if (isWaiting(d)) assert.ok(d.dueAt === null && d.stateBefore && !d.handedOver);
  if (d.state === 'awaiting supplement') assert.ok(d.answerDueAt);
  if (d.state === 'awaiting payment' || d.state === 'suspended') assert.ok(d.receivedAt && d.owedAt);
  assert.equal(d.closesAt !== null, d.state === 'awaiting supplement');
  if (d.state === 'result ready') assert.ok(d.result?.signedAt && d.result.number && d.readyAt && d.outcome);
  if (d.state === 'submitted') assert.equal(d.receivedAt, null);
  assert.equal(
    d.waits.filter(({ untilAt }) => untilAt === null).length,
    d.receivedAt && isWaiting(d) ? 1 : 0,
    'a wait is open only while one waits',
  );
  assert.ok(d.shares.filter(({ doneAt }) => doneAt === null).length <= 1, 'one agency has it at a time');
  assert.ok(
    !d.handedOver || (d.task?.officerId === null && d.task.stepNo === d.handedOver.task.stepNo + 1),
    'only what nobody took is taken back',
  );
  assert.ok(!isClosed(d) || d.shares.every(({ doneAt }) => doneAt));
}
