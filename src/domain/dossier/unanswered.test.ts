import assert from 'node:assert/strict';
import { test } from 'node:test';
import { system } from '#domain/access/actor.ts';
import type { RuleSet } from '#domain/agency/agency.ts';
import { dossier, factsAt, hoursLater, lending, receiver } from '#tests/given.ts';
import { closesAtOf, closeUnanswered } from './unanswered.ts';

const asked = () => dossier('receive', 'hand on', 'ask supplement');
const closed = new Date('2018-05-28T17:30+07:00');
const close = (now: Date) => asked().when((d, f) => closeUnanswered(d, {}, f), { by: system, now });

/** Asked on Monday 14 May; the answer is due on the day named. */
function closesAt(ruleSet: RuleSet, answerDueOn: string, days?: number | null) {
  const { closesUnansweredAfter: _, ...rest } = lending;
  const version = days === undefined ? rest : { ...rest, closesUnansweredAfter: days };
  const answerDueAt = new Date(`${answerDueOn}T17:30+07:00`);
  return closesAtOf({ ruleSet }, answerDueAt, 'music', { ...factsAt(hoursLater(1), receiver), version })?.toISOString() ?? null;
}

test('under the rules of 2025 one waits 15 working days for a supplement, under those of 2018 for ever', () => {
  assert.equal(closesAt('2025', '2018-05-16'), '2018-06-04T10:30:00.000Z');
  assert.equal(closesAt('2018', '2018-05-16'), null);
});

test('a procedure may say otherwise, under either set', () => {
  assert.equal(closesAt('2018', '2018-05-16', 5), '2018-05-21T10:30:00.000Z');
  assert.equal(closesAt('2025', '2018-05-16', null), null);
});

test('it is never closed before the answer was due', () => {
  assert.equal(closesAt('2025', '2018-06-29'), '2018-06-29T10:30:00.000Z');
});

test('not answered in time it is closed, not at the last minute but after it', () => {
  assert.deepEqual(asked().stands.closesAt, closed);
  close(closed).isRefused('wrong-state');
  close(new Date(closed.getTime() + 1))
    .then({ type: 'closed unanswered' })
    .leaves({ state: 'stopped', task: null, closesAt: null, answerDueAt: null, dueAt: null, outcome: null });
});

test('what was answered, or never asked, is not closed', () => {
  const late = new Date('2018-09-03T08:00+07:00');
  for (const acts of [
    [],
    ['receive'],
    ['ask supplement', 'give supplement'],
    ['receive', 'hand on', 'ask supplement', 'give supplement'],
  ] as const) {
    dossier(...acts)
      .when((d, f) => closeUnanswered(d, {}, f), { by: system, now: late })
      .isRefused('wrong-state');
  }
});

test('a late answer is taken as long as it is not closed', () => {
  const { stands } = dossier('receive', 'hand on', 'ask supplement', 'give supplement');
  assert.deepEqual([stands.state, stands.closesAt], ['in progress', null]);
});
