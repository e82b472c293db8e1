import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { workerConditions } from './worker-conditions.ts';

const { decide } = workerConditions(path.join(import.meta.dirname, '../../../..'));

test('what is true is true; what is not, cannot be read, or is no answer, is false', async () => {
  const conditions = {
    more: 'quantity > 5',
    less: 'quantity < 5',
    named: 'applicant-kind = "agency"',
    broken: 'quantity > (',
    number: '3',
    unknown: 'weight > 1',
    unanswered: 'note = "x"',
    from: 'date(born-on) < date("2000-01-01")',
  };
  const context = { quantity: 7, 'applicant-kind': 'agency', note: null, 'born-on': '1990-04-27' };
  assert.deepEqual(await decide(conditions, context), {
    more: true,
    less: false,
    named: true,
    broken: false,
    number: false,
    unknown: false,
    unanswered: false,
    from: true,
  });
});

test('a condition that goes on for ever counts as false, and those beside it are still answered', async () => {
  const hangs = 'some a in 1..999999, b in 1..999999 satisfies a + b < 0';
  assert.deepEqual(await decide({ before: '1 = 1', hangs, after: '2 = 2' }, {}), { before: true, hangs: false, after: true });
});
