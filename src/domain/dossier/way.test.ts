import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wayOfSteps } from '#domain/workflow/step-table.ts';
import { branchedDetours } from '#tests/detours.ts';
import { dossier, type OrdinaryAct, plan, wholeWay } from '#tests/given.ts';
import { replay } from './evolve.ts';
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

test('where ways branch, all that is open or waited for is now, and what lies between what was done and them is behind', () => {
  const { events } = branchedDetours();
  const after = (type: string, nth = 0) => {
    const at = events.flatMap((event, i) => (event.type === type ? [i] : []))[nth] ?? 0;
    const marks = [...marksOf(replay(events.slice(0, at + 1)))];
    const named = (mark: string) => marks.flatMap(([node, one]) => (one === mark ? [node] : [])).join(' ');
    return `${named('now')} | ${named('done')}`;
  };
  assert.equal(after('submitted'), 'receive | S');
  assert.equal(after('handed on'), 'appraise check | S receive P');
  assert.equal(after('hand-over withdrawn'), 'receive | S');
  assert.equal(after('sent back'), 'check appraise | S receive check2 P');
  assert.equal(after('timer fired'), 'check2 check3 appraise | S receive check P');
  assert.equal(after('handed on', 4), 'M check3 appraise | S receive check check2 P');
  assert.equal(after('message came'), 'J check3 appraise | S receive check check2 P M');
  assert.equal(after('handed on', 5), 'T check3 | S receive appraise check check2 P J M X');
  assert.equal(after('timer fired', 1), 'sign check3 | S receive appraise check check2 P J M X T');
  assert.equal(after('returned'), ' | S receive appraise check check2 sign number return P J M X T E3 E');
});
