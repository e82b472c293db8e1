import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '#domain/refusal.ts';
import {
  readApology,
  readAssignment,
  readHandOn,
  readMade,
  readPaymentProof,
  readPaymentRequest,
  readReasons,
  readReceipt,
  readReturn,
  readSigning,
  readSupplementRequest,
  readSuspension,
  readWithdrawalAnswer,
} from './read-act-form.ts';
import { all, fileIn, one, typedFrom } from './typed.ts';

const id = '018f0000-0000-4000-8000-000000000001';

test('what was typed comes back as it was, with line ends of one machine and letters composed', async () => {
  const form = new FormData();
  form.append('ly-do', 'Thiếu chữ ký\r\nHo\u0302\u0300 sơ cũ');
  form.append('dat', '1');
  form.append('dat', '3');
  form.append('tep', new File(['%PDF'], 'a.pdf'));
  const typed = typedFrom(form);
  assert.equal(one(typed, 'ly-do'), 'Thiếu chữ ký\nHồ sơ cũ');
  assert.deepEqual(all(typed, 'dat'), ['1', '3']);
  assert.equal(one(typed, 'tep'), '');
  assert.equal((await fileIn(form, 'tep')).length, 4);
  assert.equal((await fileIn(form, 'ly-do')).length, 0);
});

test('what cannot be stored, or is no form of ours, is malformed before any act', () => {
  assert.deepEqual(readMade({ lenh: [id], ban: ['3'] }), { commandId: id, seenVersion: 3 });
  for (const typed of [
    { lenh: [id], ban: ['3'], 'ghi-chu': ['a\0b'] },
    { lenh: [id], ban: ['3'], 'ghi-chu': ['\ud800'] },
    { lenh: [id.toUpperCase().replace('F', 'G')], ban: ['3'] },
    { lenh: [id], ban: ['mới'] },
    {},
  ])
    assert.deepEqual(readMade(typed), { refused: 'malformed' });
  assert.deepEqual(readHandOn({ cho: ['ai đó'] }), { refused: 'malformed' });
  assert.deepEqual(readAssignment({ cho: ['1; drop'] }), { refused: 'malformed' });
  assert.deepEqual(readSigning({ dau: ['abc'] }), { refused: 'malformed' });
  assert.deepEqual(readReceipt({ gt: ['một'] }), { refused: 'malformed' });
});

test('a receipt has every component that the form showed; only what was ticked was received', () => {
  const typed = { gt: ['1', '2'], dat: ['2'], 'chinh-1': ['1'], 'sao-2': ['2'], phi: ['100.000'], nop: ['cash'], 'ghi-chu': [' đủ '] };
  assert.deepEqual(readReceipt(typed), {
    components: [
      { no: 1, originals: 0, copies: 0, inOrder: false },
      { no: 2, originals: 0, copies: 2, inOrder: true },
    ],
    feeVnd: 100_000,
    feePaid: 'cash',
    note: 'đủ',
  });
  assert.deepEqual(readReceipt({ gt: ['1'], 'chinh-1': ['hai'], phi: ['2,5'] }), {
    refused: 'answers-incomplete',
    at: { 'chinh-1': 'not-a-number', phi: 'not-a-number' },
  });
});

test('a supplement request names what was ticked and what was typed, until the moment that was typed', () => {
  const typed = {
    thieu: ['2'],
    'ten-1': ['Đơn'],
    'ten-2': ['Bản vẽ'],
    'vi-sao-2': ['thiếu mặt cắt'],
    'thieu-khac': ['Bản cam kết\n\n Ảnh'],
    'truoc-ngay': ['9/5/2018'],
    'truoc-gio': ['17h30'],
  };
  assert.deepEqual(readSupplementRequest(typed), {
    gaps: [
      { component: 'Bản vẽ', why: 'thiếu mặt cắt' },
      { component: 'Bản cam kết', why: '' },
      { component: 'Ảnh', why: '' },
    ],
    explanation: '',
    answerDueAt: new Date('2018-05-09T17:30+07:00'),
    headReason: '',
  });
});

test('a day that is none is wrong beside its box, an empty one is missing', () => {
  assert.deepEqual(atOf(readSupplementRequest({ 'truoc-ngay': ['31/4/2018'], 'truoc-gio': ['17:30'] })), { 'truoc-ngay': 'not-a-date' });
  assert.deepEqual(atOf(readApology({ 'hen-gio': ['17:30'] })), { 'hen-ngay': 'missing' });
  assert.deepEqual(atOf(readApology({ 'ly-do': ['x'.repeat(4001)], 'hen-ngay': ['9/5/2018'], 'hen-gio': ['8:00'] })), {
    'ly-do': 'too-long',
  });
});

test('each line is a reason; a choice that was not made is missing', () => {
  assert.deepEqual(readReasons({ 'ly-do': ['Không đúng nơi\n  \nThiếu điều kiện'], 'can-cu': ['Điều 8'] }), {
    reasons: ['Không đúng nơi', 'Thiếu điều kiện'],
    ground: 'Điều 8',
  });
  assert.deepEqual(atOf(readReturn({ 'nguoi-nhan': ['Páo'] })), { 'cach-tra': 'missing' });
  assert.deepEqual(atOf(readWithdrawalAnswer({ 'dong-y': ['có lẽ'] })), { 'dong-y': 'missing' });
  assert.deepEqual(atOf(readAssignment({})), { cho: 'missing' });
  assert.deepEqual(readWithdrawalAnswer({ 'dong-y': ['no'], 'ly-do': ['đã ký'] }), { granted: false, reason: 'đã ký' });
});

function atOf(answer: object) {
  assert.ok(isRefusal(answer));
  return answer.at;
}

test('what is to be paid is a whole number of đồng, typed as people type it, with who set it and by what', () => {
  const typed = { 'so-tien': ['1.250.000'], 'co-quan': ['Chi cục Thuế'], 'can-cu': ['Thông báo số 7'], 'cach-nop': [''] };
  assert.deepEqual(readPaymentRequest(typed), { amountVnd: 1_250_000, setBy: 'Chi cục Thuế', ground: 'Thông báo số 7', how: '' });
  const wrong = { refused: 'answers-incomplete', at: { 'so-tien': 'not-a-number' } };
  for (const amount of ['nhiều', '-5', '1,5', '99.000.000.000'])
    assert.deepEqual(readPaymentRequest({ ...typed, 'so-tien': [amount] }), wrong);
  assert.deepEqual(readPaymentProof({ 'chung-tu': ['Giấy nộp tiền số 12'] }), { proof: 'Giấy nộp tiền số 12' });
  assert.deepEqual(readSuspension({ 'can-cu': ['Luật'], 'ly-do': ['Tranh chấp'] }), { ground: 'Luật', reason: 'Tranh chấp' });
});
