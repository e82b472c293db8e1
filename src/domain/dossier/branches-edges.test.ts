import assert from 'node:assert/strict';
import { test } from 'node:test';
import { system } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { Branching, wayOn } from '#tests/branching.ts';
import { branchedWay } from '#tests/detours.ts';
import { type Beside, drawnWay } from '#tests/drawn-version.ts';
import { clerk, dossier, head, type OrdinaryAct, plan, specialist } from '#tests/given.ts';
import { asTheyAre, choicesOpen, handOverTo, isLastAt, stepsAfter, stepsBefore, tokensOf, whichOf } from './branches.ts';
import type { Dossier } from './dossier.ts';
import { fireTimer, messagesAwaited, recordMessage } from './fire.ts';
import { handOn, sendBack } from './hand-on.ts';
import { reopen, stepsToReopen } from './reopen.ts';

const end = 'sign > number > return > E:end';
const on = (lines: readonly string[], beside?: Beside) => new Branching(drawnWay(lines, beside));

/** The nodes at which the result of their kind may be left behind, of those that have it. */
function lastOf(lines: readonly string[]): readonly string[] {
  const way = wayOn(drawnWay(lines), 1);
  return way.plan.flatMap((step) => (step.kind === 'appraise' && isLastAt(way, step) ? [step.nodeId ?? ''] : []));
}

test('a result is drawn up at the last step for it on the way that is gone; in a round at each of the round', () => {
  assert.deepEqual(lastOf([`S:start > receive > appraise > appraise2 > ${end}`]), ['appraise2']);
  assert.deepEqual(lastOf(['S:start > receive > X:xor > appraise > Y:xor', 'X > appraise2 > Y', `Y > ${end}`]), ['appraise', 'appraise2']);
  assert.deepEqual(lastOf(['S:start > receive > Z:xor > appraise > appraise2 > X:xor > Z', `X > ${end}`]), ['appraise', 'appraise2']);
  assert.deepEqual(lastOf([`S:start > receive > check > appraise > ${end}`]), ['appraise']);
  const [first, second] = plan;
  assert.ok(first && second);
  assert.ok(isLastAt({ plan }, second));
  assert.ok(!isLastAt({ plan: [...plan, { ...second, no: 7 }] }, second));
  const { routing } = wayOn(drawnWay([`S:start > receive > appraise > ${end}`]), 1);
  assert.ok(isLastAt({ plan: [...plan, { ...second, no: 7 }], routing }, second), 'steps without a node follow nothing');
});

test('what is said of other branches is said only where there are some', () => {
  const { stands } = dossier('receive', 'hand on');
  assert.deepEqual([asTheyAre(stands), whichOf(stands)], [{}, {}]);
  const branched = new Branching(branchedWay).act('receive');
  assert.deepEqual([asTheyAre(branched.stands), whichOf(branched.stands)], [{ beside: [], tokens: [] }, {}]);
  branched.act('hand on');
  assert.deepEqual(whichOf(branched.stands), { taskNo: 2 });
  assert.deepEqual(tokensOf(branched.stands), [
    { nodeId: 'appraise', flowId: null },
    { nodeId: 'check', flowId: null },
    { nodeId: 'W', flowId: null, dueAt: branched.stands.tokens?.[0]?.dueAt ?? null },
  ]);
});

test('one step after the other goes back to those before it that somebody did, the nearest first', () => {
  const before = (...acts: OrdinaryAct[]) => stepsBefore(dossier(...acts).stands).map(({ no }) => no);
  assert.deepEqual(before('receive'), []);
  assert.deepEqual(before('receive', 'hand on', 'draft', 'hand on'), [2, 1]);
  assert.deepEqual(before('receive', 'hand on', 'draft', 'hand on', 'send back'), [1]);
  const { stands } = dossier('receive', 'hand on', 'draft', 'hand on');
  const { 1: _, ...without } = stands.doneBy;
  assert.deepEqual(
    stepsBefore({ ...stands, doneBy: without }).map(({ no }) => no),
    [2],
  );
  assert.deepEqual(stepsBefore({ ...stands, task: null }), []);
});

test('what is sent back sets the timers of the step that it comes to, and stops those of the step it leaves', () => {
  const way = on([`S:start > receive > appraise > check > ${end}`, 'W:on appraise > check2 > E2:end', 'V:on check > check3 > E3:end']);
  way.act('receive').act('hand on').act('draft').act('hand on');
  assert.deepEqual(
    way.stands.tokens?.map(({ nodeId }) => nodeId),
    ['V'],
  );
  way.decide((d, f) => sendBack(d, { toStepNo: 2, reason: 'x' }, f), { by: head });
  assert.deepEqual(way.stands.tokens, [{ nodeId: 'W', flowId: null, dueAt: new Date(way.now.getTime() + 86_400_000) }]);
  assert.deepEqual(way.open, ['appraise']);
});

test('the steps that can follow are the next in the table, or all to which the drawing leads', () => {
  const after = (stands: Pick<Dossier, 'plan' | 'routing'>, no: number) => {
    const step = stands.plan.find((one) => one.no === no);
    return step ? stepsAfter(stands, step).map(({ no: next }) => next) : [];
  };
  assert.deepEqual([after({ plan }, 2), after({ plan }, 6)], [[3], []]);
  const way = wayOn(drawnWay(['S:start > receive > X:xor > appraise > Y:xor', 'X > T:timer > check > Y', `Y > ${end}`]), 1);
  assert.deepEqual(after(way, 1), [2, 3]);
  assert.deepEqual(after(way, 2), [4]);
});

test('before a hand-over it is told what it brings: steps, times and messages, or that others are waited for', () => {
  const brings = ({ stands }: Branching) => {
    const found = handOverTo(stands);
    return found && [found.steps.map(({ nodeId }) => nodeId).join(' '), found.waitsFor.join(' '), found.waitsForOthers];
  };
  const both = on(['S:start > receive > P:and > appraise > J:and', 'P > check > J', 'P > T:timer > M:message > J', `J > ${end}`]).act(
    'receive',
  );
  assert.deepEqual(brings(both), ['appraise check', 'Node T', false]);
  assert.deepEqual(brings(both.act('hand on').act('draft')), ['', '', true]);
  assert.deepEqual(brings(on([`S:start > receive > M:message > appraise > ${end}`]).act('receive')), ['', 'Node M', false]);
  const choice = on(['S:start > receive > X:xor > appraise > Y:xor', 'X > check > Y', `Y > ${end}`]).act('receive');
  assert.equal(brings(choice), null, 'somebody chooses first');
  assert.equal(handOverTo(dossier('receive').stands), null);
  assert.equal(handOverTo({ ...both.stands, task: null }), null);
  const timer = on([`S:start > receive > appraise > ${end}`, 'W:on appraise > check > E2:end']).act('receive');
  assert.deepEqual(brings(timer), ['appraise', '', false]);
});

test('a choice is made by who has a task before it, and is named when it was not made', () => {
  const choice = on(['S:start > receive > X:xor > appraise > Y:xor', 'X > check > Y', `Y > ${end}`]).act('receive');
  assert.deepEqual(
    choicesOpen(choice.stands).map(({ nodeId }) => nodeId),
    ['X'],
  );
  assert.deepEqual(choicesOpen({ ...choice.stands, task: null }), []);
  assert.deepEqual(choicesOpen(dossier('receive').stands), []);
  const answer = choice.try((d, f) => handOn(d, { note: '', toOfficerId: null }, f));
  assert.ok(isRefusal(answer));
  assert.deepEqual(answer, { refused: 'way-missing', facts: { choice: 'Node X' } });
});

test('who is named gets the step that he can do, of those that open; when he can do none, nothing is handed on', () => {
  const both = ['S:start > receive > P:and > appraise > J:and', 'P > check > J', `J > ${end}`];
  const toHead = on(both)
    .act('receive')
    .decide((d, f) => handOn(d, { note: '', toOfficerId: head.personId }, f));
  assert.deepEqual(
    [...(toHead.stands.beside ?? []), toHead.stands.task].map((task) => [task?.role, task?.officerId]),
    [
      ['head', head.personId],
      ['specialist', null],
    ],
  );
  const toClerk = on(both)
    .act('receive')
    .try((d, f) => handOn(d, { note: '', toOfficerId: clerk.personId }, f));
  assert.ok(isRefusal(toClerk) && toClerk.refused === 'role-missing');
});

test('a timer fires only when it is waited for and its time has come; a message is recorded only where one is awaited', () => {
  const way = on([`S:start > receive > T:timer > M:message > appraise > ${end}`])
    .act('receive')
    .act('hand on');
  const wrong = { refused: 'wrong-state', facts: { state: 'in progress' } };
  const dueAt = way.stands.tokens?.[0]?.dueAt ?? way.now;
  const fire = (nodeId: string) => (d: Dossier, f: Parameters<typeof fireTimer>[2]) => fireTimer(d, { nodeId }, f);
  const message = (nodeId: string) => (d: Dossier, f: Parameters<typeof fireTimer>[2]) => recordMessage(d, { nodeId, note: '' }, f);
  assert.deepEqual(way.try(fire('T'), { by: system }), wrong);
  assert.deepEqual(way.try(message('M')), wrong);
  assert.deepEqual(way.try(message('T')), wrong);
  way.waitUntil(new Date(dueAt.getTime() - 3_600_000)).decide(fire('T'), { by: system });
  assert.deepEqual(messagesAwaited(way.stands), [{ nodeId: 'M', name: 'Node M' }]);
  assert.deepEqual(way.try(fire('M'), { by: system }), wrong);
  assert.deepEqual(way.try(message('X')), wrong);
  way.decide(message('M'));
  assert.deepEqual(messagesAwaited(way.stands), []);
  assert.deepEqual(messagesAwaited(dossier('receive').stands), []);
  assert.deepEqual(way.try(message('M')), wrong);
});

test('what is opened again on a drawn way sets the timers of its step', () => {
  const way = on([`S:start > receive > appraise > ${end}`, 'W:on appraise > check > E2:end']);
  way.act('receive').act('hand on').act('draft').act('hand on').act('sign').act('hand on').act('number').act('hand on').act('return');
  const [step] = stepsToReopen(way.stands);
  assert.equal(step?.nodeId, 'appraise');
  way.decide((d, f) => reopen(d, { toStepNo: step?.no ?? 0, reason: 'x' }, f), { by: head });
  assert.deepEqual(
    way.stands.tokens?.map(({ nodeId }) => nodeId),
    ['W'],
  );
  assert.deepEqual([way.stands.task?.officerId, way.stands.beside], [specialist.personId, []]);
});

test('what is open still, or was withdrawn, goes back to no step by being opened again', () => {
  assert.deepEqual(stepsToReopen(dossier('receive').stands), []);
  assert.deepEqual(stepsToReopen(dossier('receive', 'ask withdrawal', 'grant withdrawal').stands), []);
  assert.deepEqual(
    stepsToReopen(dossier('decline').stands).map(({ no }) => no),
    [1],
  );
});
