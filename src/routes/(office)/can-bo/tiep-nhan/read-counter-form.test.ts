import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asDay } from '#domain/calendar/day.ts';
import type { Question } from '#domain/form/form.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { Counter, CounterProcedure } from '#server/usecases/open-counter.ts';
import { lending } from '#tests/given.ts';
import { freshCounter, readAsked, readCounterForm } from './read-counter-form.ts';

const commandId = '6a7f0a5e-3f4b-4f0e-9a63-0d0b5a6f6f11';

const question = (questionId: string, kind: Question['kind'] = 'text'): Question => ({
  questionId,
  kind,
  label: questionId,
  hint: null,
  required: true,
  maxLength: 300,
  choices: [],
  when: null,
});

const line = {
  procedureId: 'lending',
  code: lending.code,
  name: lending.name,
  committedTime: lending.committedTime,
  legalTime: lending.legalTime,
  decides: null,
  isOurs: true,
  reception: lending.reception,
  elsewhere: null,
};

const procedure: CounterProcedure = {
  line,
  version: 3,
  receivingAgencyId: 'centre',
  committedTime: lending.committedTime,
  papers: lending.components.map((component) => ({ component, sending: 'sent' })),
  fees: [{ name: 'Lệ phí mượn', feeVnd: 100_000 }],
  pages: [{ pageId: 'loan', title: 'Mượn', intro: null, questions: [question('instrument')] }],
};

const counter: Counter = {
  now: new Date('2018-05-14T09:00+07:00'),
  places: [],
  applicantPage: {
    pageId: 'applicant',
    title: 'Người mượn',
    intro: null,
    questions: [question('applicant-name'), question('applicant-born-on', 'date')],
  },
  found: [],
  procedure,
  receivedElsewhere: null,
  answerOn: asDay('2018-05-21'),
};

function sent(boxes: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ command: commandId, 'procedure-id': 'lending', version: '3', ...boxes }))
    form.set(name, value);
  return form;
}

function read(boxes: Readonly<Record<string, string>>) {
  const form = sent(boxes);
  const asked = readAsked(form);
  assert.ok(!isRefusal(asked));
  return readCounterForm(form, asked, counter);
}

const strange: [what: string, boxes: Readonly<Record<string, string>>][] = [
  ['an id that is none', { command: 'x' }],
  ['an id in capital letters', { command: commandId.toUpperCase() }],
  ['no id', { command: '' }],
  ['a version that is no number', { version: 'hai' }],
];
for (const [what, boxes] of strange) {
  test(`${what} is no form of ours`, () => assert.deepEqual(readAsked(sent(boxes)), { refused: 'malformed' }));
}

test('a file sent in the place of words is none', () => {
  const form = sent({});
  form.set('note', new File(['x'], 'x.txt'));
  const asked = readAsked(form);
  assert.ok(!isRefusal(asked));
  assert.equal(readCounterForm(form, asked, counter).note, '');
});

test('what was typed comes back as it was typed, letters composed and lines of one kind', () => {
  const typed = read({
    'applicant-name': 'Tráng Thị Mỷ'.normalize('NFD'),
    'applicant-born-on-day': '2',
    'applicant-born-on-month': '9',
    'applicant-born-on-year': '1994',
    instrument: '<b>đàn</b>',
    note: 'một\r\nhai',
    fee: '100.000',
    'fee-paid': 'exempt',
    'fee-reason': 'hộ nghèo',
    'answer-on': '30/2/2018',
    'gap-1': 'thiếu chữ ký',
    'originals-1': '2',
    'applies-2': 'yes',
    'in-order-2': 'yes',
  });
  assert.deepEqual(typed.answers, { 'applicant-name': 'Tráng Thị Mỷ', 'applicant-born-on': '1994-09-02', instrument: '<b>đàn</b>' });
  assert.equal(typed.note, 'một\nhai');
  assert.deepEqual(typed.money, { amount: '100.000', paid: 'exempt', reason: 'hộ nghèo' });
  assert.equal(typed.supplement.answerOn, '30/2/2018');
  assert.deepEqual(typed.papers, [
    { no: 1, applies: true, originals: '2', copies: '', inOrder: false, gap: 'thiếu chữ ký' },
    { no: 2, applies: true, originals: '', copies: '', inOrder: true, gap: '' },
  ]);
});

test('empty rows are rows: nothing came, nothing is in order', () => {
  assert.deepEqual(
    read({}).papers.map(({ applies, originals, copies, inOrder }) => [applies, originals, copies, inOrder]),
    [
      [true, '', '', false],
      [false, '', '', false],
    ],
  );
});

test('of a procedure chosen only now nothing was asked: its papers and fee begin with what is usual, the applicant stays', () => {
  const typed = read({ 'procedure-id': '', version: '0', choose: 'lending', 'applicant-name': 'Mỷ', 'originals-1': '7', fee: '5' });
  const fresh = freshCounter({ commandId, query: '' }, counter);
  assert.deepEqual([typed.papers, typed.money, typed.version], [fresh.papers, fresh.money, 3]);
  assert.equal(fresh.money.amount, '100.000');
  assert.equal(typed.answers['applicant-name'], 'Mỷ');
});

test('what the answers make is in order before anything is handed in', () => {
  const made = { ...procedure, papers: procedure.papers.map((paper) => ({ ...paper, sending: 'made from the answers' as const })) };
  const [first] = freshCounter({ commandId, query: '' }, { ...counter, procedure: made }).papers;
  assert.deepEqual(first, { no: 1, applies: true, originals: '', copies: '', inOrder: true, gap: '' });
});

test('the version that the page showed is the one that counts', () => assert.equal(read({ version: '2' }).version, 2));
