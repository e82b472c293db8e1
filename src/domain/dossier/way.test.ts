import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wayOfSteps } from '#domain/workflow/step-table.ts';
import { dossier, type OrdinaryAct, plan, wholeWay } from '#tests/given.ts';
import { marksOf } from './way.ts';

const marked = (...acts: OrdinaryAct[]) => [...marksOf(dossier(...acts).stands)].map(([node, mark]) => `${node} ${mark}`);

test('a dossier that was handed in lies at the first step of its way', () => {
  assert.deepEqual(marked(), ['start done', 'step_1 now']);
});

test('what was handed on is done, and the dossier lies at the next step', () => {
  assert.deepEqual(marked('receive', 'hand on'), ['start done', 'step_1 done', 'step_2 now']);
});

test('a step that a dossier was sent back from is before it again', () => {
  assert.deepEqual(marked('receive', 'hand on', 'draft', 'hand on', 'send back'), ['start done', 'step_1 done', 'step_2 now']);
});

test('a dossier that was returned has its whole way behind it, to the end, and each place on it is drawn', () => {
  const way = wayOfSteps(
    plan.map((step) => ({ ...step, agency: step.agencyId })),
    { id: 'lending', name: '', agency: (id) => id },
  );
  const marks = marksOf(dossier(...wholeWay).stands);
  assert.deepEqual(
    [...marks.keys()],
    way.nodes.map(({ id }) => id),
  );
  assert.deepEqual(new Set(marks.values()), new Set(['done']));
});

test('a dossier that was withdrawn is at no step, and what was done of it stays done', () => {
  const acts: OrdinaryAct[] = ['receive', 'hand on', 'take', 'ask withdrawal', 'grant withdrawal'];
  assert.deepEqual(marked(...acts), ['start done', 'step_1 done']);
});
