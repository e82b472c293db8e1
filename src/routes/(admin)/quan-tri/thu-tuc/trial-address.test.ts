import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Question } from '#domain/form/form.ts';
import { answersInTrial, readTrialAddress, trialAddress } from './trial-address.ts';

const ids = fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/);

test('a trial goes on from its address where it stood, with what was answered', () => {
  const moves = fc.array(fc.record({ nodeId: ids, flowId: fc.option(ids) }, { noNullPrototype: true }), { maxLength: 8 });
  const boxes = fc.tuple(
    ids.map((id) => `tl.${id}`),
    fc.string({ minLength: 1, unit: 'grapheme' }),
  );
  const trials = fc.record({ moves, typed: fc.array(boxes, { maxLength: 8 }) }, { noNullPrototype: true });
  fc.assert(fc.property(trials, (asked) => assert.deepEqual(readTrialAddress(new URLSearchParams(trialAddress(asked))), asked)));
});

test('what was answered comes back under the ids of the questions, and a question called as a move is none', () => {
  const params = new URLSearchParams('di=A&tl.di=7&tl.born-day=2&tl.born-month=9&tl.born-year=2018&di=X~X-B');
  const address = readTrialAddress(params);
  assert.deepEqual(answersInTrial([asked('di', 'number'), asked('born', 'date'), asked('note', 'text')], address), {
    di: '7',
    born: '2018-09-02',
    note: '',
  });
  assert.deepEqual(address.moves, [
    { nodeId: 'A', flowId: null },
    { nodeId: 'X', flowId: 'X-B' },
  ]);
});

function asked(questionId: string, kind: Question['kind']): Question {
  return { questionId, kind, label: '', hint: null, required: false, maxLength: 100, choices: [], when: null };
}
