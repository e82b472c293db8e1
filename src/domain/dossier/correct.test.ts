import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Answers, Form, Question } from '#domain/form/form.ts';
import { isRefusal } from '#domain/refusal.ts';
import { dossier, factsAt, history, hoursLater, ordinary, receiver, submission } from '#tests/given.ts';
import { type AsItStands, type Correction, correct, receivedAfter, submissionAfter } from './correct.ts';
import type { DossierEvent } from './events.ts';
import { replay } from './evolve.ts';

const question = (questionId: string, more: Partial<Question> = {}): Question => {
  return { questionId, kind: 'text', label: questionId, hint: null, required: false, maxLength: 50, choices: [], when: null, ...more };
};
const form: Form = {
  formId: 'lending',
  version: 1,
  pages: [
    {
      pageId: 'p',
      title: '',
      intro: null,
      questions: [
        question('applicant-name', { required: true }),
        question('applicant-phone', { kind: 'phone' }),
        question('guarded', {
          kind: 'choice',
          choices: [
            { value: 'yes', label: '' },
            { value: 'no', label: '' },
          ],
        }),
        question('guard', { when: { questionId: 'guarded', is: ['yes'] } }),
      ],
    },
  ],
};
const answers: Answers = { 'applicant-name': 'Sùng Thị Dính', 'applicant-phone': '0912 345 678', guarded: 'yes', guard: 'Sùng Mí Sính' };

/** A history whose application has these answers. */
function happened(...acts: Parameters<typeof history>): DossierEvent[] {
  return history(...acts).map((event) =>
    event.type === 'submitted'
      ? {
          ...event,
          sealed: { ...submission, answers, applicant: { ...submission.applicant, name: 'Sùng Thị Dính', phone: '0912 345 678' } },
        }
      : event,
  );
}

const standingOf = (events: readonly DossierEvent[]): AsItStands => ({
  form,
  submission: submissionAfter(events),
  received: receivedAfter(events),
});
const nothing: Correction = { answers: null, components: null, fee: null, reason: 'Gõ nhầm' };

function corrected(events: readonly DossierEvent[], correction: Partial<Correction>) {
  return correct(replay(events), { ...nothing, ...correction }, factsAt(hoursLater(50), receiver), standingOf(events));
}

function after(events: readonly DossierEvent[], correction: Partial<Correction>): readonly DossierEvent[] {
  const answer = corrected(events, correction);
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  return [...events, ...answer];
}

test('a correction says only what changed, and why; answers in its sealed part', () => {
  const answer = corrected(happened('receive'), { answers: { ...answers, 'applicant-name': ' Sùng Thị Dinh ' } });
  assert.deepEqual(answer, [
    {
      type: 'corrected',
      at: hoursLater(50),
      isAnswered: true,
      components: [],
      fee: null,
      sealed: { reason: 'Gõ nhầm', answers: { 'applicant-name': 'Sùng Thị Dinh' } },
    },
  ]);
});

test('the applicant’s data follow the answers, and what was known of him otherwise stays', () => {
  const events = after(happened('receive'), { answers: { 'applicant-name': 'Sùng Thị Dinh' } });
  const now = submissionAfter(events);
  assert.deepEqual(now?.applicant, { ...submission.applicant, name: 'Sùng Thị Dinh', phone: '0912 345 678' });
  assert.equal(now?.answers['applicant-phone'], '0912 345 678');
  assert.equal(submissionAfter(happened('receive'))?.applicant.name, 'Sùng Thị Dính');
});

test('what is not asked any more after a correction is no answer any more', () => {
  const events = after(happened(), { answers: { guarded: 'no' } });
  assert.deepEqual(submissionAfter(events)?.answers, {
    'applicant-name': 'Sùng Thị Dính',
    'applicant-phone': '0912 345 678',
    guarded: 'no',
  });
});

test('what is typed wrongly in a correction is said beside it; what was wrong before is not held against it', () => {
  assert.deepEqual(corrected(happened(), { answers: { 'applicant-name': '', 'applicant-phone': '12' } }), {
    refused: 'answers-incomplete',
    at: { 'applicant-name': 'missing', 'applicant-phone': 'not-a-phone' },
  });
  const wrongBefore = happened().map((event) =>
    event.type === 'submitted' && event.sealed
      ? { ...event, sealed: { ...event.sealed, answers: { ...answers, 'applicant-phone': '12' } } }
      : event,
  );
  assert.equal(isRefusal(corrected(wrongBefore, { answers: { 'applicant-name': 'Sùng Thị Dinh' } })), false);
});

test('counts and fee are corrected as they were received; only what differs is written', () => {
  const counts = [{ no: 1, originals: 2, copies: 0, inOrder: true }];
  const events = after(happened('receive'), { components: counts, fee: { feeVnd: 15_000, feePaid: 'cash' } });
  assert.partialDeepStrictEqual(events.at(-1), { isAnswered: false, components: counts, fee: { feeVnd: 15_000, feePaid: 'cash' } });
  assert.partialDeepStrictEqual(receivedAfter(events), { components: counts, feeVnd: 15_000, feePaid: 'cash' });
  assert.deepEqual(corrected(events, { components: counts, fee: { feeVnd: 15_000, feePaid: 'cash' } }), { refused: 'nothing-corrected' });

  const second = { no: 2, originals: 0, copies: 1, inOrder: true };
  assert.deepEqual(receivedAfter(after(events, { components: [...counts, second] }))?.components, [...counts, second]);
});

test('a component that is owed stays in order: what is missing after all is asked for', () => {
  const missing = [{ no: 1, originals: 0, copies: 0, inOrder: false }];
  assert.partialDeepStrictEqual(corrected(happened('receive'), { components: missing }), { refused: 'component-missing' });
  assert.deepEqual(corrected(happened('receive'), { components: [{ no: 9, originals: 1, copies: 0, inOrder: true }] }), {
    refused: 'component-unknown',
  });
});

test('it says why, and changes something; before receipt there are no counts and no fee to correct', () => {
  assert.deepEqual(corrected(happened('receive'), { answers: { 'applicant-name': 'X' }, reason: '' }), { refused: 'reason-missing' });
  assert.deepEqual(corrected(happened('receive'), { answers }), { refused: 'nothing-corrected' });
  const early = { components: [{ no: 1, originals: 2, copies: 0, inOrder: true }], fee: { feeVnd: 1, feePaid: null } };
  assert.deepEqual(corrected(happened(), early), { refused: 'nothing-corrected' });
});

test('a draft that was made of other answers stands no more; one whose fee was corrected does', () => {
  const drafted = happened('receive', 'hand on', 'draft');
  assert.ok(replay(drafted).result);
  assert.equal(replay(after(drafted, { answers: { 'applicant-name': 'X' } })).result, null);
  assert.ok(replay(after(drafted, { fee: { feeVnd: 1, feePaid: 'cash' } })).result);
});

test('after signing nothing is corrected until the result goes back or the dossier is reopened', () => {
  const signed = ['receive', 'hand on', 'draft', 'hand on', 'hand on', 'sign'] as const;
  const name = { answers: { 'applicant-name': 'X' } };
  assert.deepEqual(corrected(happened(...signed), name), { refused: 'corrected-after-signing' });
  assert.equal(isRefusal(corrected(happened(...signed, 'send back'), name)), false);
  const returned = happened(...signed, 'hand on', 'number', 'hand on', 'return');
  assert.deepEqual(corrected(returned, name), { refused: 'corrected-after-signing' });
  const reopened = [...signed, 'hand on', 'number', 'hand on', 'return', 'reopen'] as const;
  assert.equal(isRefusal(corrected(happened(...reopened), name)), false);
  dossier('decline').when(ordinary.correct).isRefused('wrong-state');
});

test('once any of it is wiped nobody guesses the rest', () => {
  const events = after(happened(), { answers: { 'applicant-name': 'X' } });
  const wiped = events.map((event) => (event.type === 'corrected' ? { ...event, sealed: null } : event));
  assert.equal(submissionAfter(wiped), null);
});

test('whatever is corrected how often, what stands is what was typed last, and the beginning is never touched', () => {
  const name = fc.stringMatching(/^[A-Za-z]{1,20}$/);
  const correction = fc.record({ name, copies: fc.integer({ min: 0, max: 9 }), feeVnd: fc.integer({ min: 0, max: 10 }) });
  fc.assert(
    fc.property(fc.array(correction, { maxLength: 8 }), (all) => {
      const begun = happened('receive');
      let events: readonly DossierEvent[] = begun;
      for (const { name, copies, feeVnd } of all) {
        const typed = {
          answers: { 'applicant-name': name },
          components: [{ no: 1, originals: 1, copies, inOrder: true }],
          fee: { feeVnd, feePaid: null },
        };
        const answer = corrected(events, typed);
        if (!isRefusal(answer)) events = [...events, ...answer];
        assert.equal(submissionAfter(events)?.applicant.name, name);
        assert.equal(receivedAfter(events)?.feeVnd, feeVnd);
        assert.equal(receivedAfter(events)?.components[0]?.copies, copies);
        assert.deepEqual(corrected(events, typed), { refused: 'nothing-corrected' });
      }
      assert.deepEqual(events.slice(0, begun.length), begun);
      assert.deepEqual({ ...replay(events), result: null }, { ...replay(begun), result: null });
    }),
  );
});
