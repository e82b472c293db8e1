import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rolesFor } from '#domain/access/access.ts';
import { isRefusal } from '#domain/refusal.ts';
import {
  colleague,
  factsAt,
  head,
  history,
  hoursLater,
  monday,
  type OrdinaryAct,
  ordinary,
  submitted,
  whenDone,
  wholeWay,
  whoseTurn,
} from '#tests/given.ts';
import { assign } from './assign.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import { evolve, replay } from './evolve.ts';
import { type Arrow, arrows, type ClockEffect } from './life.ts';

/** The table's act for each ordinary one; a task is taken by any of them. */
const actOf = {
  receive: 'receive dossier',
  decline: 'not accept dossier',
  'ask supplement': 'request supplement',
  'give supplement': 'give supplement',
  'close unanswered': 'close unanswered dossier',
  'ask payment': 'ask payment',
  'record payment': 'record payment',
  suspend: 'suspend dossier',
  resume: 'resume dossier',
  take: 'take dossier',
  'hand on': 'hand on dossier',
  'take back': 'take back dossier',
  'send back': 'send back dossier',
  draft: 'draft result',
  sign: 'sign result',
  number: 'number result',
  refuse: 'refuse dossier',
  return: 'return result',
  'ask withdrawal': 'ask withdrawal',
  'grant withdrawal': 'answer withdrawal',
  'deny withdrawal': 'answer withdrawal',
  correct: 'correct dossier',
  warn: 'warn of due time',
  report: 'report lateness',
  apologise: 'apologise',
  reopen: 'reopen dossier',
} as const satisfies Record<OrdinaryAct, Arrow['act']>;

test('whatever happens in whatever order is an arrow of the table, and the clock does what it says', () => {
  const act = fc.constantFrom(...(Object.keys(ordinary) as OrdinaryAct[]), ...wholeWay);
  fc.assert(
    fc.property(fc.array(fc.tuple(act, fc.integer({ min: 0, max: 24 * 60 })), { maxLength: 40 }), (tries) => {
      let now = monday;
      let stands = replay(submitted);
      for (const [name, minutes] of tries) {
        now = new Date(now.getTime() + minutes * 60_000);
        const answer = ordinary[name](stands, factsAt(now, whoseTurn(stands, name)));
        if (!isRefusal(answer)) stands = walk(stands, name, answer).after;
      }
    }),
    { numRuns: 300 },
  );
});

test('every arrow of the table can be walked, from each state and to each state that it names', () => {
  const walked = new Set<string>();
  for (const way of ways) {
    let stands = replay(submitted);
    for (const [i, name] of way.entries()) {
      const now = whenDone(stands, name, i + 1);
      const answer = ordinary[name](stands, factsAt(now, whoseTurn(stands, name)));
      assert.ok(!isRefusal(answer), `${way.join(', ')}: ${name} ${JSON.stringify(answer)}`);
      const step = walk(stands, name, answer);
      for (const one of step.walked) walked.add(one);
      stands = step.after;
    }
  }
  const elsewhere: readonly Arrow['event'][] = [
    'timer fired',
    'message came',
    'moved to version',
    'submitted',
    'assigned',
    'due time recounted',
  ];
  const named = arrows
    .filter(({ event }) => !elsewhere.includes(event))
    .flatMap(({ event, from, to }) => [
      ...from.map((state) => `${state} → ${event}`),
      ...(to === 'same' ? [] : to.map((state) => `${event} → ${state}`)),
    ]);
  assert.deepEqual(
    [...new Set(named)].filter((one) => !walked.has(one)),
    [],
  );
});

test('a head assigns wherever the table says, and nowhere else', () => {
  const froms = arrows.find(({ act }) => act === 'assign dossier')?.from;
  for (const way of ways) {
    const stands = replay(history(...way));
    const answer = assign(stands, { officerId: colleague.personId }, factsAt(hoursLater(30), head));
    const isOpen = !isRefusal(answer) || answer.refused !== 'wrong-state';
    assert.equal(isOpen, froms?.includes(stands.state), stands.state);
  }
});

test('somebody may do each act of the table', () => {
  for (const { act } of arrows) assert.ok(rolesFor(act).length > 0, act);
});

const signed = wholeWay.slice(0, 6);
const ready = wholeWay.slice(0, -1);
const inProgress: OrdinaryAct[] = ['receive', 'hand on'];

/** Ways that together walk every arrow. */
const ways: readonly (readonly OrdinaryAct[])[] = [
  [...wholeWay, 'reopen'],
  ['take', 'receive', 'hand on', 'take', 'draft', 'hand on', 'send back', 'apologise'],
  ['decline', 'reopen'],
  ['ask supplement', 'give supplement'],
  ['ask supplement', 'decline'],
  ['receive', 'ask supplement', 'give supplement', 'apologise'],
  [...inProgress, 'ask supplement', 'give supplement'],
  [...inProgress, 'ask supplement', 'close unanswered'],
  ['receive', 'ask payment', 'record payment', 'suspend', 'resume'],
  [...inProgress, 'ask payment', 'record payment', 'suspend', 'resume'],
  ['receive', 'hand on', 'take back', 'ask withdrawal', 'deny withdrawal', 'ask withdrawal', 'grant withdrawal'],
  [...inProgress, 'draft', 'hand on', 'take back'],
  [...inProgress, 'ask withdrawal', 'deny withdrawal', 'ask withdrawal', 'refuse', 'deny withdrawal', 'take', 'return'],
  [...inProgress, 'ask withdrawal', 'refuse', 'grant withdrawal'],
  [...inProgress, 'ask withdrawal', 'grant withdrawal'],
  ...(['ask supplement', 'ask payment', 'suspend'] as const).flatMap((wait): OrdinaryAct[][] => [
    [...inProgress, wait, 'ask withdrawal', 'deny withdrawal', 'ask withdrawal', 'grant withdrawal'],
  ]),
  ['ask withdrawal'],
  ['ask supplement', 'ask withdrawal'],
  [...ready.slice(0, 2), 'ask withdrawal', ...ready.slice(2), 'deny withdrawal', 'take'],
  [...signed, 'hand on'],
  ['correct', 'ask supplement', 'correct'],
  ['receive', 'correct', 'hand on', 'correct', 'ask payment', 'correct'],
  [...inProgress, 'suspend', 'correct'],
  ['receive', 'warn', 'report'],
  [...inProgress, 'warn', 'report'],
];

/** Applies what happened, each of it held against the table. */
function walk(before: Dossier, name: OrdinaryAct, events: readonly DossierEvent[]) {
  let stands = before;
  const walked: string[] = [];
  for (const event of events) {
    const after = evolve(stands, event);
    const fitting = arrows.filter(
      (arrow) =>
        arrow.event === event.type &&
        (arrow.act === actOf[name] || event.type === 'taken') &&
        arrow.from.includes(stands.state) &&
        (arrow.to === 'same' ? after.state === stands.state : arrow.to.includes(after.state)),
    );
    assert.ok(fitting.length > 0, `no arrow for ${event.type} by ${name} from ${stands.state} to ${after.state}`);
    for (const { clock } of fitting) holds(clock, stands, after, `${event.type} from ${stands.state}`);
    walked.push(`${stands.state} → ${event.type}`, `${event.type} → ${after.state}`);
    stands = after;
  }
  return { after: stands, walked };
}

function holds(clock: ClockEffect, before: Dossier, after: Dossier, what: string): void {
  const waits = (dossier: Dossier) => dossier.waits.filter(({ untilAt }) => untilAt === null).length;
  switch (clock) {
    case 'not begun':
      assert.deepEqual([after.receivedAt, after.dueAt], [null, null], what);
      break;
    case 'starts':
      assert.ok(before.dueAt === null && after.dueAt && after.receivedAt, what);
      break;
    case 'stands still':
      assert.ok(after.dueAt === null && waits(after) === (after.receivedAt ? 1 : 0), what);
      break;
    case 'goes on':
      assert.ok(waits(after) === 0 && (after.dueAt !== null) === (after.receivedAt !== null), what);
      break;
    case 'unchanged':
    case 'has ended':
      assert.deepEqual([after.dueAt, after.readyAt, after.outcome], [before.dueAt, before.readyAt, before.outcome], what);
      assert.equal(after.readyAt !== null, clock === 'has ended' || ['result ready', 'refused'].includes(before.state), what);
      break;
    case 'is counted anew':
      assert.ok(after.dueAt && after.dueAt.getTime() !== before.dueAt?.getTime(), what);
      break;
    case 'ends':
      assert.ok((after.readyAt ?? after.closedAt) && waits(after) === 0, what);
  }
}
