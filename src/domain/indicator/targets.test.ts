import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pointsMissing, readTargets, standingOf } from './targets.ts';

const goal = (goalPct: number | null) => ({ goalPct });

test('a goal is reached by the exact share, not by the rounded one', () => {
  assert.equal(standingOf(goal(80), { part: 4, of: 5 }), 'reached');
  assert.equal(standingOf(goal(80), { part: 7999, of: 10_000 }), 'not reached');
});

test('a figure without a goal is watched, one that nobody counts is not counted', () => {
  assert.equal(standingOf(goal(null), { part: 17, of: null }), 'watched');
  assert.equal(standingOf(goal(100), null), 'not counted');
});

test('what is missing is said in points, and nothing once the goal is reached', () => {
  assert.equal(pointsMissing(goal(80), { part: 1, of: 2 }), 30);
  assert.equal(pointsMissing(goal(80), { part: 9, of: 10 }), 0);
});

test('a target that names a measure that there is not is a fault in the data', () => {
  const row = { targetId: 'a', topic: 'b', name: 'c', goalSaid: 'd', measure: null, goalPct: 100 };
  assert.equal(readTargets({ source: 's', targets: [row] })[0]?.measure, null);
  assert.throws(() => readTargets({ targets: [{ ...row, measure: 'luck' }] }), /targets.0.measure: luck/);
  assert.throws(() => readTargets({ targets: [{ ...row, goalPct: 101 }] }), /targets.0.goalPct/);
  assert.throws(() => readTargets({ targets: [{ ...row, name: '' }] }), /targets.0.name/);
});
