import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { plan, steps } from '#tests/given.ts';
import { isLastOfKind, minutesOfSteps, planSteps } from './plan.ts';

test('each step gets the unit and role of its kind; the receiving agency takes the place that the procedure leaves open', () => {
  assert.deepEqual(
    plan.map(({ unitId, role }) => [unitId, role]),
    [
      ['centre one-stop', 'receiving officer'],
      ['music professional', 'specialist'],
      ['music professional', 'head'],
      ['music leadership', 'signing leader'],
      ['music clerical', 'clerk'],
      ['centre one-stop', 'receiving officer'],
    ],
  );
});

test('a step whose agency lacks the unit is a fault in the catalogue', () => {
  assert.throws(() => planSteps(steps, 'centre', () => undefined), /step 1: centre has no one-stop unit/);
});

test('the steps’ minutes sum to the whole, whatever the shares', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 }), fc.nat(100_000), (weights, total) => {
      const sum = weights.reduce((a, b) => a + b);
      const shared = weights.map((weight, i) => ({ ...steps[0], no: i + 1, sharePct: (weight * 100) / sum }));
      const minutes = minutesOfSteps(shared as never, total);
      assert.equal(
        minutes.reduce((a, b) => a + b),
        total,
      );
      assert.ok(minutes.every((m) => m >= 0 && Number.isInteger(m)));
    }),
  );
});

test('a result is signed at the last step that signs', () => {
  const twice = [...plan, ...plan.map((step) => ({ ...step, no: step.no + 6 }))];
  assert.equal(isLastOfKind(twice, 4), false);
  assert.equal(isLastOfKind(twice, 10), true);
});
