import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileCalendar } from '#domain/calendar/working-calendar.ts';
import { calendar, lending, monday } from '#tests/given.ts';
import {
  type MoneyAtCounter,
  type PaperAtCounter,
  reasonsAtCounter,
  receiptAtCounter,
  supplementAtCounter,
  usualAnswerDay,
} from './at-counter.ts';

const form: PaperAtCounter = { no: 1, applies: true, originals: '1', copies: '', inOrder: true, gap: '' };
const letter: PaperAtCounter = { no: 2, applies: false, originals: '', copies: '1', inOrder: false, gap: '' };
const free: MoneyAtCounter = { amount: '', paid: 'cash', reason: '' };

function receiptOf(papers: readonly PaperAtCounter[], money: MoneyAtCounter = free, note = '') {
  return receiptAtCounter(lending, { papers, money, note });
}

function askFor(papers: readonly PaperAtCounter[], asked: Partial<Parameters<typeof supplementAtCounter>[2]> = {}) {
  return supplementAtCounter(lending, papers, { others: '', explanation: '', answerOn: '28/5/2018', ...asked }, { now: monday, calendar });
}

test('papers in order and no fee make a receipt; what does not apply was not handed in', () => {
  assert.deepEqual(receiptOf([form, letter]), {
    receipt: {
      components: [
        { no: 1, originals: 1, copies: 0, inOrder: true },
        { no: 2, originals: 0, copies: 0, inOrder: false },
      ],
      feeVnd: 0,
      feePaid: null,
      note: '',
    },
    faults: {},
  });
});

test('a paper whose condition the applicant says he meets is owed like any other', () => {
  assert.deepEqual(receiptOf([form, { ...letter, applies: true }]).faults, { 'paper-2': 'not-in-order' });
  assert.deepEqual(receiptOf([form, { ...letter, applies: true, inOrder: true }]).faults, {});
});

test('a paper that the form did not bring along is missing', () => {
  assert.deepEqual(receiptOf([]).faults, { 'paper-1': 'not-in-order' });
});

const counts: [typed: string, fault: string | undefined][] = [
  ['2', undefined],
  ['', undefined],
  ['hai', 'not-a-number'],
  ['-1', 'not-a-number'],
  ['1,5', 'not-a-number'],
  [' 999 ', undefined],
  [' ', undefined],
  ['1000', 'not-a-number'],
];
for (const [typed, fault] of counts) {
  test(`“${typed}” copies of a paper: ${fault ?? 'taken'}`, () =>
    assert.equal(receiptOf([{ ...form, copies: typed }]).faults['paper-1'], fault));
}

const fees: [what: string, money: MoneyAtCounter, taken: object, faults: object][] = [
  ['paid in cash', { amount: '100.000', paid: 'cash', reason: '' }, { feeVnd: 100_000, feePaid: 'cash' }, {}],
  ['paid when the result is returned', { amount: '8000', paid: 'later', reason: 'x' }, { feeVnd: 8000, feePaid: null, note: '' }, {}],
  ['exempt, with the reason in the note', { amount: '', paid: 'exempt', reason: 'hộ nghèo' }, { feePaid: 'exempt', note: 'hộ nghèo' }, {}],
  ['exempt without a reason', { amount: '8000', paid: 'exempt', reason: ' ' }, { feePaid: 'exempt' }, { 'fee-reason': 'missing' }],
  ['nobody said how', { amount: '8000', paid: '', reason: '' }, { feePaid: null }, { 'fee-paid': 'missing' }],
  [
    'paid over the bank, with spaces typed around',
    { amount: ' 8.000 ', paid: 'transfer', reason: '' },
    { feeVnd: 8000, feePaid: 'transfer' },
    {},
  ],
  ['the most that can be', { amount: '1000000000', paid: 'cash', reason: '' }, { feeVnd: 1_000_000_000 }, {}],
  ['more than can be', { amount: '1000000001', paid: 'cash', reason: '' }, {}, { fee: 'not-a-number' }],
  ['less than nothing', { amount: '-8000', paid: 'cash', reason: '' }, {}, { fee: 'not-a-number' }],
  ['half a đồng', { amount: '0,5', paid: 'cash', reason: '' }, {}, { fee: 'not-a-number' }],
  ['exempt, with spaces typed around', { amount: '', paid: 'exempt', reason: ' hộ nghèo ' }, { note: 'hộ nghèo' }, {}],
  ['no number', { amount: 'tám nghìn', paid: 'cash', reason: '' }, { feeVnd: 0 }, { fee: 'not-a-number' }],
];
for (const [what, money, taken, faults] of fees) {
  test(`the fee: ${what}`, () => {
    const { receipt, faults: found } = receiptOf([form], money);
    assert.partialDeepStrictEqual(receipt, taken);
    assert.deepEqual(found, faults);
  });
}

test('a supplement names every gap: owed papers not in order, with why, and what else is missing', () => {
  const { request, faults } = askFor([{ ...form, inOrder: false, gap: ' thiếu chữ ký ' }, letter], {
    others: 'Ảnh nhạc cụ\n\n Sổ hộ khẩu',
    explanation: 'Ký rồi nộp lại',
  });
  assert.deepEqual(faults, {});
  assert.deepEqual(request, {
    gaps: [
      { component: 'Đơn mượn nhạc cụ', why: 'thiếu chữ ký' },
      { component: 'Ảnh nhạc cụ', why: '' },
      { component: 'Sổ hộ khẩu', why: '' },
    ],
    explanation: 'Ký rồi nộp lại',
    answerDueAt: new Date('2018-05-28T17:30+07:00'),
    headReason: '',
  });
});

test('where nothing is missing there is no gap to ask for', () => {
  assert.deepEqual(askFor([form, letter]).faults, { gaps: 'missing' });
});

const answerDays: [typed: string, fault: string | undefined][] = [
  ['27/5/2018', undefined],
  ['14/5/2018', undefined],
  ['13/5/2018', 'in-the-past'],
  ['30/2/2019', 'not-a-date'],
  ['01/01/1900', 'in-the-past'],
  ['01/01/2099', 'not-a-date'],
  ['', 'not-a-date'],
];
for (const [typed, fault] of answerDays) {
  test(`“${typed}” as the last day to answer: ${fault ?? 'taken'}`, () =>
    assert.equal(askFor([{ ...form, inOrder: false }], { answerOn: typed }).faults['answer-on'], fault));
}

test('an application is not accepted for reasons, a line each', () => {
  assert.deepEqual(reasonsAtCounter({ reasons: 'Nhạc cụ đang sửa\n\nHết lượt', ground: ' Điều 3 ' }), {
    reasons: { reasons: ['Nhạc cụ đang sửa', 'Hết lượt'], ground: 'Điều 3' },
    faults: {},
  });
  assert.deepEqual(reasonsAtCounter({ reasons: ' \n ', ground: '' }).faults, { reasons: 'missing' });
});

test('what cannot be kept, or is far too long, is said where it was typed', () => {
  assert.deepEqual(receiptOf([form], free, 'a\0').faults, { note: 'not-storable' });
  assert.deepEqual(reasonsAtCounter({ reasons: 'x', ground: 'x'.repeat(2001) }).faults, { ground: 'too-long' });
});

test('five working days are given to answer', () => assert.equal(usualAnswerDay(monday, calendar), '2018-05-21'));

test('what was noted stands before the reason of an exemption, each without spaces around', () => {
  assert.equal(receiptOf([form], { amount: '', paid: 'exempt', reason: 'hộ nghèo' }, ' Gọi trước ').receipt.note, 'Gọi trước\nhộ nghèo');
});

test('copies that are no number are told where originals are, and the other way round', () => {
  assert.equal(receiptOf([{ ...form, originals: 'hai', copies: '2' }]).faults['paper-1'], 'not-a-number');
  assert.deepEqual(receiptOf([{ ...form, originals: 'hai', copies: '2' }]).receipt.components[0], {
    no: 1,
    originals: 0,
    copies: 2,
    inOrder: true,
  });
  assert.deepEqual(receiptOf([{ ...form, copies: '3' }]).receipt.components[0], { no: 1, originals: 1, copies: 3, inOrder: true });
});

test('what the agency makes itself is owed by nobody, whatever is ticked', () => {
  const [, second] = lending.components;
  assert.ok(second);
  const components = [{ ...second, kind: 'made by the agency' as const }];
  const { faults } = receiptAtCounter({ components }, { papers: [{ ...letter, applies: true }], money: free, note: '' });
  assert.deepEqual(faults, {});
});

test('a paper that did not come along is a gap without a reason; an explanation keeps no spaces, and says when it is too long', () => {
  assert.deepEqual(askFor([], { explanation: ' Ký ' }).request, {
    gaps: [{ component: 'Đơn mượn nhạc cụ', why: '' }],
    explanation: 'Ký',
    answerDueAt: new Date('2018-05-28T17:30+07:00'),
    headReason: '',
  });
  assert.equal(askFor([], { explanation: 'x'.repeat(2000) }).faults.explanation, undefined);
  assert.equal(askFor([], { explanation: 'x'.repeat(2001) }).faults.explanation, 'too-long');
});

test('an answer on a day off is awaited until the last minute of that day, one of today only until closing', () => {
  assert.deepEqual(askFor([], { answerOn: '26/5/2018' }).request.answerDueAt, new Date('2018-05-26T23:59+07:00'));
  const asked = { others: '', explanation: '', answerOn: '14/5/2018' };
  const late = (at: string) => supplementAtCounter(lending, [], asked, { now: new Date(at), calendar }).faults['answer-on'];
  assert.equal(late('2018-05-14T17:29+07:00'), undefined);
  assert.equal(late('2018-05-14T17:30+07:00'), 'in-the-past');
});

test('an answer is awaited for a year and a day at most', () => {
  const years = [2018, 2019].map((year) => ({ year, provisional: false }));
  const facts = { now: monday, calendar: compileCalendar({ years, days: [] }) };
  const fault = (answerOn: string) =>
    supplementAtCounter(lending, [], { others: '', explanation: '', answerOn }, facts).faults['answer-on'];
  assert.equal(fault('15/5/2019'), undefined);
  assert.equal(fault('16/5/2019'), 'not-a-date');
});
