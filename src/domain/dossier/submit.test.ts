import assert from 'node:assert/strict';
import { test } from 'node:test';
import { citizen } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { factsAt, type lending, monday, submission, submitted } from '#tests/given.ts';
import { type Application, submit } from './submit.ts';

const [first] = submitted;
assert.ok(first?.type === 'submitted');
const { type: _, at: submittedAt, task: __, sealed: ___, files, ...rest } = first;
const application: Application = {
  birth: { ...rest, submittedAt },
  form: { formId: 'lending', version: 1, replaces: [], pages: [] },
  submission,
  files,
};

function handedIn(change: Partial<Application> = {}, version: Partial<typeof lending> = {}) {
  const facts = factsAt(monday, citizen);
  return submit({ ...application, ...change }, { ...facts, version: { ...facts.version, ...version } });
}

const counter = { ...application.birth, channel: 'counter' as const };

test('what was handed in is written down with its files and answers, and lies in the one-stop unit’s queue', () => {
  assert.deepEqual(handedIn(), submitted);
});

test('what only the agency itself receives is not handed in here', () => {
  assert.deepEqual(handedIn({}, { reception: 'agency' }), { refused: 'procedure-not-received-here' });
});

test('online a paper that is always owed comes as a file; at the counter it is in the officer’s hands', () => {
  const answer = handedIn({ files: [] });
  assert.ok(isRefusal(answer) && answer.refused === 'answers-incomplete');
  assert.equal(Object.keys(answer.at ?? {}).length, 1);
  assert.ok(!isRefusal(handedIn({ birth: counter, files: [] })));
});

test('a question that must be answered is, on whatever way', () => {
  const question = {
    questionId: 'name',
    kind: 'text',
    label: '',
    hint: null,
    required: true,
    maxLength: 9,
    choices: [],
    when: null,
  } as const;
  const form = { ...application.form, pages: [{ pageId: 'p', title: '', intro: null, questions: [question] }] };
  const answer = handedIn({ form, birth: counter, submission: { ...submission, answers: {} } });
  assert.deepEqual(answer, { refused: 'answers-incomplete', at: { name: 'missing' } });
});

test('a file of no component is refused by its number', () => {
  const stray = [...files, { componentNo: 9, digest: 'c'.repeat(64) }];
  assert.deepEqual(handedIn({ files: stray, birth: counter }), { refused: 'component-unknown', facts: { component: 9 } });
});

test('a way without steps is a fault', () => {
  assert.throws(() => handedIn({ birth: { ...application.birth, plan: [] } }), { name: 'RangeError', message: 'lending has no steps' });
});
