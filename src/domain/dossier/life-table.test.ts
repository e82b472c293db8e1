import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acts } from '#domain/access/access.ts';
import { dossierStates } from './dossier.ts';
import { type Arrow, arrows, type ClockEffect } from './life.ts';
import { owed } from './owed.ts';

const waiting = ['awaiting supplement', 'awaiting payment', 'suspended'];

/** What an arrow does to the clock follows from what happened and where it leads. */
function clockOf({ event, from, to }: Arrow): ClockEffect {
  if (event === 'received') return 'starts';
  if (event === 'due time recounted') return 'is counted anew';
  if (event === 'reopened') return 'goes on';
  if (event === 'submitted' || event === 'not accepted') return 'not begun';
  if (event === 'withdrawn') return from.includes('submitted') ? 'not begun' : 'ends';
  if (to === 'same') return 'unchanged';
  if (to.every((state) => waiting.includes(state))) return 'stands still';
  if (from.every((state) => waiting.includes(state))) return to.includes('stopped') ? 'ends' : 'goes on';
  if (to.includes('returned')) return 'has ended';
  return to.includes('result ready') || to.includes('refused') ? 'ends' : 'unchanged';
}

for (const arrow of arrows) {
  test(`${arrow.act}, ${arrow.event}: where it begins and leads is known, and what it does to the clock follows from it`, () => {
    assert.ok(acts.includes(arrow.act));
    assert.ok(arrow.event in owed);
    assert.ok([...arrow.from, ...(arrow.to === 'same' ? [] : arrow.to)].every((state) => dossierStates.includes(state)));
    assert.ok(arrow.to === 'same' || arrow.to.length > 0);
    assert.equal(arrow.clock, clockOf(arrow));
    assert.ok(arrow.given.every((words) => /^[a-z]/.test(words)));
  });
}

test('a dossier begins by being handed in, and takes nothing but to be taken', () => {
  assert.deepEqual(
    arrows.filter(({ from }) => from.length === 0).map(({ event, to }) => [event, to]),
    [['submitted', ['submitted']]],
  );
  assert.deepEqual(
    arrows.filter(({ given }) => given.length === 0).map(({ act }) => act),
    ['take dossier'],
  );
});

test('where it stood before there is where it stands after: of one thing that happened nothing else is said', () => {
  const same = arrows.flatMap(({ event, to }) => (to === 'same' ? [event] : []));
  const staying = [
    'taken',
    'assigned',
    'sent back',
    'result drafted',
    'result signed',
    'result numbered',
    'withdrawal requested',
    'withdrawal denied',
  ];
  const told = [
    'corrected',
    'apology given',
    'due time warned',
    'lateness reported',
    'due time recounted',
    'timer fired',
    'message came',
    'moved to version',
  ];
  assert.deepEqual(same, [...staying, ...told]);
});

test('the applicant is owed a paper for what the law has a form for, and word of all that concerns him', () => {
  const papers = Object.entries(owed).flatMap(([event, { paper }]) => (paper ? [`${event}: ${paper}`] : []));
  assert.deepEqual(papers, [
    'submitted: submission',
    'received: receipt',
    'not accepted: refusal',
    'supplement requested: supplement-request',
    'refused: refusal',
    'withdrawn: stop-notice',
    'closed unanswered: stop-notice',
    'corrected: receipt',
    'apology given: apology',
  ]);
  const word = Object.entries(owed).filter(([, { message }]) => message);
  assert.equal(word.length, 19);
  assert.ok(word.every(([event]) => !['taken', 'handed on', 'sent back', 'due time warned', 'lateness reported'].includes(event)));
  assert.deepEqual(
    Object.entries(owed)
      .filter(([, { reminder }]) => reminder)
      .map(([event]) => event),
    ['due time warned', 'lateness reported'],
  );
});
