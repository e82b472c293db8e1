import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendar, hoursLater } from '#tests/given.ts';
import { type StepTime, usualMinutes } from './usual.ts';

const took = (hours: number, waits: StepTime['waits'] = []): StepTime => ({
  agencyId: 'music',
  openedAt: hoursLater(5),
  doneAt: hoursLater(5 + hours),
  waits,
});
const usual = (...times: StepTime[]) => usualMinutes(times, () => calendar);

test('what is usual is the middle of all, so that one that lay for a week changes nothing', () => {
  assert.equal(usual(took(1), took(2), took(3), took(3), took(168)), 180);
  assert.equal(usual(took(1), took(1), took(1), took(2), took(3), took(3)), 90);
});

test('of fewer than five nothing is said', () => {
  assert.equal(usual(took(1), took(1), took(1), took(1)), null);
  assert.equal(usual(), null);
});

test('what was waited for the applicant during the step does not count, what was waited before and after it is not the step’s', () => {
  const during = { cause: 'supplement', fromAt: hoursLater(6), untilAt: hoursLater(7) };
  const before = { cause: 'supplement', fromAt: hoursLater(1), untilAt: hoursLater(2) };
  const into = { cause: 'supplement', fromAt: hoursLater(4), untilAt: hoursLater(6) };
  assert.equal(usual(...Array.from({ length: 5 }, () => took(3, [during]))), 120);
  assert.equal(usual(...Array.from({ length: 5 }, () => took(3, [before]))), 180);
  assert.equal(usual(...Array.from({ length: 5 }, () => took(3, [into]))), 120);
});
