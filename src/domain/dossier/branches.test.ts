import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citizen, system } from '#domain/access/actor.ts';
import { workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { isRefusal } from '#domain/refusal.ts';
import { Branching, wayOn } from '#tests/branching.ts';
import { drawnWay } from '#tests/drawn-version.ts';
import { calendar, head, leader, ordinary, receiver, specialist } from '#tests/given.ts';
import { handOverTo, openTasks, stepsBefore } from './branches.ts';
import { replay } from './evolve.ts';
import { fireTimer, messagesAwaited, recordMessage } from './fire.ts';
import { handOn, sendBack } from './hand-on.ts';
import { moveToVersion } from './move-to-version.ts';
import { stepsToReopen } from './reopen.ts';
import { taskSpans } from './task-spans.ts';
import { visitsOf } from './visits.ts';

const end = 'sign > number > return > E:end';
const choice = drawnWay(['S:start > receive > X:xor > appraise > Y:xor', 'X > appraise2 > Y', `Y > ${end}`], {
  conditions: { 'X-appraise2': 'applicant-name = "x"' },
  defaults: { X: 'X-appraise' },
});
const parallel = drawnWay(['S:start > receive > P:and > appraise > J:and', 'P > check > check2 > J', `J > ${end}`], {
  agencies: { check: 'city', check2: 'city' },
});

const waits = drawnWay([
  'S:start > receive > T:timer > appraise > M:message > sign > number > return > E:end',
  'W:on appraise > check > E2:end',
]);

function finish(on: Branching): Branching {
  return on.act('sign').act('hand on').act('number').act('hand on').act('return');
}

test('what a condition gave decides the way; else the default is gone', () => {
  assert.deepEqual(new Branching(choice, { 'X-appraise2': true }).act('receive').act('hand on').open, ['appraise2']);
  assert.deepEqual(new Branching(choice, { 'X-appraise2': false }).act('receive').act('hand on').open, ['appraise']);
  const through = new Branching(choice, { 'X-appraise2': true }).act('receive').act('hand on').act('draft').act('hand on');
  assert.equal(finish(through).stands.state, 'returned');
});

test('where nothing decides, who hands on names the way', () => {
  const round = drawnWay(['S:start > receive > Z:xor > appraise > check > X:xor', 'X > Z', `X > ${end}`]);
  const on = new Branching(round).act('receive').act('hand on').act('draft').act('hand on');
  const refused = on.try((d, f) => handOn(d, { note: '', toOfficerId: null }, f));
  assert.ok(isRefusal(refused) && refused.refused === 'way-missing');
  on.decide((d, f) => handOn(d, { note: '', toOfficerId: null, ways: ['X-Z'] }, f));
  assert.deepEqual(on.open, ['appraise']);
  on.act('hand on').decide((d, f) => handOn(d, { note: '', toOfficerId: null, ways: ['X-sign'] }, f));
  assert.equal(finish(on).stands.state, 'returned');
});

test('what a hand-over brings is known before, where nobody chooses', () => {
  const brings = (on: Branching) => {
    const to = handOverTo(on.stands);
    return to && [to.steps.map(({ nodeId }) => nodeId), to.waitsFor, to.waitsForOthers];
  };
  assert.deepEqual(brings(new Branching(choice, { 'X-appraise2': true }).act('receive')), [['appraise2'], [], false]);
  const on = new Branching(parallel).act('receive');
  assert.deepEqual(brings(on), [['appraise', 'check'], [], false]);
  on.act('hand on').act('draft', 'appraise');
  assert.deepEqual(brings(on), [[], [], true]);
  on.act('hand on', 'appraise').act('hand on', 'check');
  assert.deepEqual(brings(on), [['sign'], [], false]);
  assert.deepEqual(brings(new Branching(waits).act('receive')), [[], ['Node T'], false]);
  const free = drawnWay(['S:start > receive > X:xor > appraise > Y:xor', 'X > appraise2 > Y', `Y > ${end}`]);
  assert.equal(brings(new Branching(free).act('receive')), null);
});

test('several tasks are open at once, each with its agency’s share, and what comes together waits for all', () => {
  const on = new Branching(parallel).act('receive').act('hand on');
  assert.deepEqual(on.open, ['appraise', 'check']);
  const openShares = () => on.stands.shares.filter(({ doneAt }) => !doneAt).map(({ agencyId }) => agencyId);
  assert.deepEqual(openShares(), ['music', 'city']);
  on.act('hand on', 'check');
  assert.deepEqual(on.open.toSorted(), ['appraise', 'check2']);
  on.act('draft', 'appraise').act('hand on', 'appraise');
  assert.deepEqual([on.open, openShares()], [['check2'], ['city']]);
  on.act('hand on', 'check2');
  assert.deepEqual(on.open, ['sign']);
  assert.deepEqual(
    taskSpans(on.events).map(({ task }) => task.no),
    [1, 2, 3, 4, 5],
  );
  assert.equal(finish(on).stands.state, 'returned');
  assert.deepEqual(replay(on.events), on.stands);
});

test('each takes and hands on his own task; the other is not touched', () => {
  const on = new Branching(parallel).act('receive').act('hand on').act('take', 'check').act('take', 'appraise');
  assert.deepEqual(
    openTasks(on.stands).map(({ officerId }) => officerId),
    [specialist.personId, head.personId],
  );
  assert.partialDeepStrictEqual(on.events.slice(-2), [
    { type: 'taken', taskNo: 3 },
    { type: 'taken', taskNo: 2 },
  ]);
});

test('a wait stops all open tasks, and all are given back what was waited', () => {
  const on = new Branching(parallel).act('receive').act('hand on');
  const planned = () => openTasks(on.stands).map(({ plannedAt }) => plannedAt ?? on.now);
  const before = planned();
  on.act('ask supplement', 'appraise').waitUntil(new Date('2018-05-14T15:00+07:00')).decide(ordinary['give supplement'], { by: citizen });
  assert.deepEqual(
    planned().map((at, i) => workingMinutesBetween(before[i] ?? at, at, calendar)),
    [150, 150],
  );
  assert.equal(on.stands.state, 'in progress');
});

test('a refusal, a withdrawal and a closing end every branch', () => {
  const refused = new Branching(parallel).act('receive').act('hand on').act('refuse', 'appraise');
  assert.deepEqual(refused.open, ['return']);
  assert.equal(refused.stands.beside?.length, 0);
  assert.equal(refused.act('return').stands.state, 'returned');
  const withdrawn = new Branching(parallel).act('receive').act('hand on').decide(ordinary['ask withdrawal'], { by: citizen });
  assert.deepEqual(withdrawn.act('grant withdrawal').open, []);
});

test('a dossier is sent back within its branch, never out of it', () => {
  const on = new Branching(parallel).act('receive').act('hand on').act('hand on', 'check');
  const stepNo = (node: string) => on.stands.plan.find(({ nodeId }) => nodeId === node)?.no ?? 0;
  const out = on.try((d, f) => sendBack(d, { toStepNo: stepNo('receive'), reason: 'x' }, f), { node: 'check2' });
  assert.ok(isRefusal(out) && out.refused === 'nobody-before');
  on.decide((d, f) => sendBack(d, { toStepNo: stepNo('check'), reason: 'x' }, f), { node: 'check2' });
  assert.deepEqual(on.open.toSorted(), ['appraise', 'check']);
  on.act('hand on', 'check').act('hand on', 'check2').act('draft').act('hand on');
  const beyond = on.try((d, f) => sendBack(d, { toStepNo: stepNo('appraise'), reason: 'x' }, f), { by: leader });
  assert.ok(isRefusal(beyond) && beyond.refused === 'nobody-before');
});

test('what a timer on a task set off is no place to go back to: nothing would lead on from it', () => {
  const on = new Branching(drawnWay(['S:start > receive > appraise', `appraise > ${end}`, 'W:on appraise > check > E2:end'])).act(
    'receive',
  );
  on.act('hand on').waitUntil(new Date('2018-05-16T09:00+07:00'));
  on.decide((d, f) => fireTimer(d, { nodeId: 'W' }, f), { by: system })
    .act('hand on', 'check')
    .act('draft')
    .act('hand on');
  assert.deepEqual(
    stepsBefore(on.stands).map(({ nodeId }) => nodeId),
    ['appraise', 'receive'],
  );
});

test('a hand-over is taken back with all that it opened, as long as nobody took any of it', () => {
  const on = new Branching(parallel).act('receive').act('hand on');
  on.act('take back', 'appraise');
  assert.deepEqual(on.open, ['receive']);
  assert.equal(on.stands.state, 'received');
  on.act('hand on').act('take', 'check');
  assert.ok(isRefusal(on.try((d, f) => ordinary['take back'](d, f))));
  on.act('draft', 'appraise').act('hand on', 'appraise');
  assert.deepEqual(on.open, ['check']);
  on.act('take back');
  assert.deepEqual(on.open.toSorted(), ['appraise', 'check']);
  assert.equal(on.stands.tokens?.length, 0);
  assert.deepEqual(replay(on.events), on.stands);
});

test('what was returned is opened again where it stands alone', () => {
  const on = finish(
    new Branching(parallel).act('receive').act('hand on').act('draft', 'appraise').act('hand on', 'appraise').act('hand on').act('hand on'),
  );
  assert.deepEqual(stepsToReopen(on.stands), []);
  const either = finish(new Branching(choice, {}).act('receive').act('hand on').act('draft').act('hand on'));
  assert.deepEqual(
    stepsToReopen(either.stands).map(({ nodeId }) => nodeId),
    ['appraise', 'appraise2'],
  );
  either.decide((d, f) => ordinary.reopen(d, f), { by: leader });
  assert.deepEqual(finish(either.act('draft').act('hand on')).stands.state, 'returned');
});

test('a timer goes on when its time has come, once, and not while the clock stands still', () => {
  const on = new Branching(waits).act('receive').act('hand on');
  assert.deepEqual(on.open, []);
  assert.equal(on.stands.state, 'in progress');
  const due = on.stands.tokens?.[0]?.dueAt;
  assert.deepEqual(due, new Date(on.now.getTime() + 86_400_000));
  const fire = (d: Parameters<typeof fireTimer>[0], f: Parameters<typeof fireTimer>[2]) => fireTimer(d, { nodeId: 'T' }, f);
  assert.ok(isRefusal(on.try(fire, { by: system })));
  on.waitUntil(due ?? on.now).decide(fire, { by: system });
  assert.deepEqual(on.open, ['appraise']);
  assert.ok(isRefusal(on.try(fire, { by: system })));
});

test('a timer on a task opens what follows it and leaves the task; what is waited moves it; the return ends what it opened', () => {
  const on = new Branching(waits).act('receive').act('hand on').waitUntil(new Date('2018-05-16T09:00+07:00'));
  on.decide((d, f) => fireTimer(d, { nodeId: 'T' }, f), { by: system });
  const set = on.stands.tokens?.find(({ nodeId }) => nodeId === 'W')?.dueAt;
  on.act('suspend').waitUntil(new Date('2018-05-20T09:00+07:00'));
  assert.ok(isRefusal(on.try((d, f) => fireTimer(d, { nodeId: 'W' }, f), { by: system })));
  on.act('resume');
  const later = on.stands.tokens?.find(({ nodeId }) => nodeId === 'W')?.dueAt;
  assert.equal((later?.getTime() ?? 0) - (set?.getTime() ?? 0), on.now.getTime() - new Date('2018-05-16T11:00+07:00').getTime());
  on.waitUntil(later ?? on.now).decide((d, f) => fireTimer(d, { nodeId: 'W' }, f), { by: system });
  assert.deepEqual(on.open.toSorted(), ['appraise', 'check']);
  on.act('draft', 'appraise').act('hand on', 'appraise');
  assert.deepEqual(messagesAwaited(on.stands), [{ nodeId: 'M', name: 'Node M' }]);
  on.decide((d, f) => recordMessage(d, { nodeId: 'M', note: 'Công văn số 5' }, f), { by: receiver });
  assert.ok(isRefusal(on.try((d, f) => recordMessage(d, { nodeId: 'M', note: '' }, f), { by: receiver })));
  on.act('sign', 'sign').act('hand on', 'sign').act('number', 'number').act('hand on', 'number');
  assert.deepEqual([on.open, on.stands.state], [['return'], 'result ready']);
  assert.deepEqual(replay(on.events), on.stands);
});

test('each open task is a stay of its own, and a wait lies beside them', () => {
  const on = new Branching(parallel).act('receive').act('hand on').act('suspend').act('resume').act('hand on', 'check');
  const visits = visitsOf(on.events, on.now, () => calendar);
  assert.deepEqual(
    visits.map((visit) => (visit.kind === 'wait' ? 'wait' : `${visit.step.nodeId} ${visit.endedBy}`)),
    ['receive handed on', 'appraise null', 'check handed on', 'wait', 'check2 null'],
  );
});

test('an open dossier is moved to a version in which all that is open has its place', () => {
  const more = drawnWay(['S:start > receive > P:and > appraise > J:and', 'P > check > check2 > J', 'P > check3 > J', `J > ${end}`], {
    agencies: { check: 'city', check2: 'city' },
  });
  const onVersion = (on: Branching, workflow: typeof more, reason = 'Quy trình mới') =>
    on.try((d, f) => moveToVersion(d, { version: 2, reason }, wayOn(workflow, 2), f), { by: head });
  const on = new Branching(parallel).act('receive');
  const early = onVersion(on, more);
  assert.ok(!isRefusal(early));
  on.act('hand on');
  assert.deepEqual(on.open.toSorted(), ['appraise', 'check', 'check3']);
  assert.equal(on.stands.procedureVersion, 2);
  assert.deepEqual(replay(on.events), on.stands);

  const branched = new Branching(parallel).act('receive').act('hand on').act('take', 'check');
  const refused = onVersion(branched, more);
  assert.ok(isRefusal(refused) && refused.refused === 'no-place-on-way', 'a third branch would never come to where they meet');
  const same = drawnWay(['S:start > receive > P:and > appraise > J:and', 'P > check > check2 > J', `J > check3 > ${end}`], {
    agencies: { check: 'city', check2: 'city' },
  });
  assert.ok(isRefusal(onVersion(branched, same, '')));
  assert.ok(!isRefusal(onVersion(branched, same)));
  assert.deepEqual(branched.open.toSorted(), ['appraise', 'check']);
  assert.equal(openTasks(branched.stands).find(({ role }) => role === 'head')?.officerId, head.personId);
  branched.act('draft', 'appraise').act('hand on', 'appraise').act('hand on', 'check').act('hand on', 'check2');
  assert.deepEqual(branched.open, ['check3']);
});
