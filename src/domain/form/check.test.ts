import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { RefusalAt } from '#domain/refusal.ts';
import { applicantOf } from './applicant.ts';
import { askedAnswers, checkForm, checkPage, offeredOn } from './check.ts';
import type { Answers, Form, Question, QuestionKind } from './form.ts';
import { readForm } from './read-form.ts';
import { answersFrom, boxesOf } from './typed.ts';

const now = new Date('2018-05-14T09:00+07:00');
const forms = ['birth', 'household-business', 'funeral-allowance', 'standard'].map(formOf);
const [birth] = forms;
assert.ok(birth);

const applicant: Answers = {
  'applicant-kind': 'self',
  'applicant-name': 'Vàng Thị Mai',
  'applicant-born-on': '1990-09-02',
  'applicant-identity': '012345678',
  'applicant-address': 'Tổ 5, phường Trần Phú',
  'applicant-phone': '0912 000 000',
  collection: 'counter',
};

const answered: [what: string, kind: QuestionKind, answer: string, at: RefusalAt | undefined][] = [
  ['a date that exists', 'date', '2018-04-27', undefined],
  ['a date that does not', 'date', '31/4/2018', 'not-a-date'],
  ['today', 'date', '2018-05-14', undefined],
  ['tomorrow, for a birth', 'date', '2018-05-15', 'in-the-future'],
  ['a birth in the year 18', 'date', '0018-04-27', 'not-a-date'],
  ['twelve figures', 'identity', '002 190 000 123', undefined],
  ['nine figures', 'identity', '012345678', undefined],
  ['ten figures', 'identity', '0123456789', 'not-an-identity'],
  ['a passport', 'identity', 'B1234567', undefined],
  ['letters alone', 'identity', 'không có', 'not-an-identity'],
  ['a mobile', 'phone', '0912.000.000', undefined],
  ['a mobile of before November 2018', 'phone', '01680000000', undefined],
  ['a number with its country', 'phone', '+84 912 000 000', undefined],
  ['a number from abroad', 'phone', '+86 139 0000 0000', undefined],
  ['half a number', 'phone', '0912', 'not-a-phone'],
  ['an address', 'email', 'mai@example.vn', undefined],
  ['an address without a domain', 'email', 'mai@example', 'not-an-email'],
  ['two addresses at once', 'email', 'mai@example.vn,x@y.vn', 'not-an-email'],
  ['an address with a line that a mail’s head would read', 'email', 'mai@example.vn\nBcc: x@y.vn', 'not-an-email'],
  ['money with dots', 'number', '100.000.000', undefined],
  ['money with decimals', 'number', '100,5', 'not-a-number'],
  ['less than nothing', 'number', '-5', 'not-a-number'],
  ['money in words', 'number', 'một trăm triệu', 'not-a-number'],
  ['a choice that was offered', 'choice', 'a', undefined],
  ['a choice that was not', 'choice', 'c', 'not-a-choice'],
  ['a name of 301 letters', 'text', 'x'.repeat(301), 'too-long'],
  ['a name of 300 letters', 'text', 'x'.repeat(300), undefined],
  ['<script>', 'text', '<script>alert(1)</script>', undefined],
  ['blanks only', 'text', '  \n ', 'missing'],
  ['a NUL', 'text', 'a\0b', 'not-storable'],
  ['half of a surrogate pair', 'text', 'a\ud83d', 'not-storable'],
];
for (const [what, kind, answer, at] of answered) {
  test(`${kind}: ${what} is ${at ?? 'taken'}`, () => {
    assert.deepEqual(checkForm(formWith(question({ kind })), { q: answer }, now), at ? { q: at } : {});
  });
}

test('what is not bound to be answered may stay empty, but not be wrong', () => {
  const form = formWith(question({ kind: 'phone', required: false }));
  assert.deepEqual(checkForm(form, {}, now), {});
  assert.deepEqual(checkForm(form, { q: '123' }, now), { q: 'not-a-phone' });
});

test('a question is asked only when its condition holds, and then it must be answered', () => {
  const other = { ...applicant, 'applicant-kind': 'other' };
  assert.deepEqual(checkPage(birth, 'applicant', applicant, now), {});
  assert.deepEqual(checkPage(birth, 'applicant', other, now), { 'representative-name': 'missing' });
});

test('a condition does not hold when the question it looks at is not asked any more', () => {
  const form = formWith(
    question({ questionId: 'first' }),
    question({ questionId: 'second', when: { questionId: 'first', is: ['a'] } }),
    question({ questionId: 'third', when: { questionId: 'second', is: ['a'] } }),
  );
  assert.deepEqual(checkForm(form, { first: 'b', second: 'a' }, now), {});
  assert.deepEqual(checkForm(form, { first: 'a', second: 'a' }, now), { third: 'missing' });
});

test('an answer to what is no longer asked is not handed in', () => {
  const changed = { ...applicant, 'representative-name': 'Ai đó', 'applicant-name': ' Vàng Thị Mai ' };
  assert.deepEqual(askedAnswers({ ...birth, pages: birth.pages.slice(0, 1) }, changed), applicant);
});

test('an organisation stands in the person’s place, with who acts for it', () => {
  const organisation = {
    ...applicant,
    'applicant-kind': 'organisation',
    'organisation-name': 'Hợp tác xã Nà Thác',
    'organisation-number': '5100000000',
    'representative-name': 'Vàng Thị Mai',
  };
  assert.partialDeepStrictEqual(applicantOf(organisation), {
    name: 'Hợp tác xã Nà Thác',
    identityNumber: '5100000000',
    bornOn: '',
    representative: 'Vàng Thị Mai',
  });
  assert.partialDeepStrictEqual(applicantOf(applicant), { name: 'Vàng Thị Mai', representative: '', collection: 'counter' });
});

test('an unknown page has no faults, and an answer’s name may be that of a thing every object has', () => {
  assert.deepEqual(checkPage(birth, 'nowhere', {}, now), {});
  assert.deepEqual(checkForm(formWith(question({ questionId: 'constructor', kind: 'text' })), {}, now), { constructor: 'missing' });
});

const typedText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('self', 'yes', 'married', '1', '31', '2018', '0912000000', 'a@b.vn'),
);
const typedBoxes = fc.dictionary(fc.constantFrom(...forms.flatMap(boxNames)), typedText);

test('nothing that can be typed makes a fault of the program', () => {
  fc.assert(
    fc.property(fc.constantFrom(...forms), typedBoxes, (form, boxes) => {
      const answers = answersFrom(questionsOf(form), (name) => boxes[name] ?? '');
      const known: readonly string[] = questionsOf(form).map(({ questionId }) => questionId);
      assert.ok(Object.keys(checkForm(form, answers, now)).every((questionId) => known.includes(questionId)));
      applicantOf(answers);
    }),
  );
});

test('a page that was sent, shown again and sent again holds the same answers and has the same faults', () => {
  fc.assert(
    fc.property(fc.constantFrom(...forms), typedBoxes, (form, boxes) => {
      const first = answersFrom(questionsOf(form), (name) => boxes[name] ?? '');
      const shown = Object.assign({}, ...questionsOf(form).map((one) => boxesOf(one, first[one.questionId] ?? '')));
      const again = answersFrom(questionsOf(form), (name) => shown[name] ?? '');
      assert.deepEqual(again, first);
      assert.deepEqual(checkForm(form, again, now), checkForm(form, first, now));
    }),
  );
});

test('a form that checks clean is handed in with answers that check clean', () => {
  const clean = { ...applicant, request: 'Xin cấp lại sổ', 'request-reason': 'Bị mất' };
  const standard = formOf('standard');
  fc.assert(
    fc.property(typedBoxes, (boxes) => {
      const answers = { ...answersFrom(questionsOf(standard), (name) => boxes[name] ?? ''), ...clean };
      fc.pre(Object.keys(checkForm(standard, answers, now)).length === 0);
      assert.deepEqual(checkForm(standard, askedAnswers(standard, answers), now), {});
    }),
  );
});

function formOf(name: string): Form {
  return readForm(read(name), read('applicant'));
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(`data/ha-giang/forms/${name}.json`, 'utf8'));
}

function questionsOf(form: Form): readonly Question[] {
  return form.pages.flatMap(({ questions }) => questions);
}

function boxNames(form: Form): string[] {
  return questionsOf(form).flatMap((one) => Object.keys(boxesOf(one, '')));
}

function question(changed: Partial<Question>): Question {
  const choices = ['a', 'b'].map((value) => ({ value, label: value }));
  const usual = {
    questionId: 'q',
    kind: 'choice',
    label: 'q',
    hint: null,
    required: true,
    maxLength: 300,
    choices,
    past: true,
    when: null,
  } as const;
  return { ...usual, ...changed };
}

function formWith(...questions: Question[]): Form {
  return { formId: 'f', version: 1, pages: [{ pageId: 'p', title: 'p', intro: null, questions }] };
}

test('a page shows what a choice made on it would bring, not what a choice of another page has closed', () => {
  const form = formWith(question({ questionId: 'first' }), question({ questionId: 'second', when: { questionId: 'first', is: ['a'] } }));
  const later = {
    pageId: 'later',
    title: 'l',
    intro: null,
    questions: [question({ questionId: 'third', when: { questionId: 'first', is: ['a'] } })],
  };
  const both = { ...form, pages: [...form.pages, later] };
  assert.equal(offeredOn(both.pages[0] ?? later, both, { first: 'b' }).length, 2);
  assert.equal(offeredOn(later, both, { first: 'b' }).length, 0);
  assert.equal(offeredOn(later, both, { first: 'a' }).length, 1);
});
