import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, instantOf } from '#domain/calendar/day.ts';
import type { DueQuestion } from '#domain/calendar/due.ts';
import { explain } from '#domain/calendar/explain.ts';
import { type CalendarDay, compileCalendar } from '#domain/calendar/working-calendar.ts';
import { dueSum } from './due-said.ts';
import { wordsFor } from './words.ts';

const off = (day: string, name: string): CalendarDay => ({ day: day as Day, kind: 'off', name, source: '' });
const calendar = compileCalendar({
  years: [{ year: 2018, provisional: false }],
  days: [off('2018-04-25', 'Giỗ Tổ Hùng Vương'), off('2018-04-30', 'Ngày Chiến thắng'), off('2018-05-01', 'Quốc tế Lao động')],
});
const words = wordsFor('vi');

function counted(question: DueQuestion) {
  return { due: explain(question, calendar), unit: question.time.unit };
}

test('nine working days with holidays and a wait are said step by step', () => {
  const wait = { cause: 'payment', fromAt: instantOf('2018-04-23T15:00'), untilAt: instantOf('2018-04-26T10:00') };
  const due = counted({
    receivedAt: instantOf('2018-04-16T09:12'),
    time: { value: 9, unit: 'working-day' },
    rule: 'end-of-day',
    waits: [wait],
  });

  assert.deepEqual(dueSum(due, words), [
    { what: 'Nhận 16/4 lúc 09:12. Ngày nhận không tính.', comes: '0 ngày' },
    { what: '9 ngày làm việc: 17–20, 23–24, 26–27/4 và 02/5', comes: 'đến 02/5' },
    {
      what: 'Bỏ qua: 21–22 và 28–29/4 cuối tuần; 25/4 Giỗ Tổ Hùng Vương; 30/4 Ngày Chiến thắng; 01/5 Quốc tế Lao động',
      comes: '7 ngày nghỉ',
    },
    {
      what: 'Chờ nộp nghĩa vụ tài chính, từ 23/4 lúc 15:00 đến 26/4 lúc 10:00: 23/4 2 giờ 30 phút, 24/4 8 giờ, 26/4 2 giờ 30 phút',
      comes: '13 giờ',
    },
    { what: '02/5 lúc 17:30 cộng 13 giờ làm việc là 04/5 lúc 14:30; lấy đến hết ngày', comes: 'đến 04/5 lúc 17:30' },
  ]);
});

test('days on the calendar are said from the first to the last', () => {
  const due = counted({ receivedAt: instantOf('2018-04-26T09:05'), time: { value: 12, unit: 'day' }, rule: 'end-of-day' });
  assert.deepEqual(dueSum(due, words), [
    { what: 'Nhận 26/4 lúc 09:05. Ngày nhận không tính.', comes: '0 ngày' },
    { what: '12 ngày liên tục, ngày nghỉ vẫn tính: từ 27/4 đến 08/5', comes: 'đến 08/5' },
  ]);
});

test('a time in hours is said by what lies on each day', () => {
  const due = counted({ receivedAt: instantOf('2018-05-02T09:44'), time: { value: 2.5, unit: 'working-day' }, rule: 'end-of-day' });
  assert.equal(dueSum(due, words)[1]?.what, '20 giờ làm việc: 02/5 5 giờ 46 phút, 03/5 8 giờ, 04/5 6 giờ 14 phút');
});

test('what comes too late for the same day is said to be owed the next', () => {
  const due = counted({ receivedAt: instantOf('2018-05-02T15:01'), time: { value: 1, unit: 'same-day' }, rule: 'end-of-day' });
  assert.equal(dueSum(due, words)[1]?.what, 'Nhận sau 15:00 thì trả trong ngày làm việc tiếp theo');
});

test('a wait that still lasts is said to move the due time', () => {
  const wait = { cause: 'supplement', fromAt: instantOf('2018-05-03T10:00'), untilAt: null };
  const due = counted({
    receivedAt: instantOf('2018-05-02T09:00'),
    time: { value: 3, unit: 'working-day' },
    rule: 'end-of-day',
    waits: [wait],
  });
  assert.deepEqual(dueSum(due, wordsFor('en')).at(-1), {
    what: 'Waiting for the applicant’s supplement, since 3 May at 10:00: not counted yet, the due time moves on by as much as the wait',
    comes: 'waiting',
  });
});

test('a time that began anew is said to have done so, in both languages', () => {
  const wait = { cause: 'supplement', fromAt: instantOf('2018-05-03T10:00'), untilAt: instantOf('2018-05-04T17:45'), anew: true };
  const due = counted({
    receivedAt: instantOf('2018-05-02T09:00'),
    time: { value: 3, unit: 'working-day' },
    rule: 'end-of-day',
    waits: [wait],
  });
  assert.deepEqual(dueSum(due, words), [
    { what: 'Nhận 02/5 lúc 09:00. Ngày nhận không tính.', comes: '0 ngày' },
    { what: 'Chờ người nộp bổ sung đến 04/5 lúc 17:45: thời gian được tính lại từ đầu, từ 07/5 lúc 07:30', comes: '0 ngày' },
    { what: '3 ngày làm việc: 08–10/5', comes: 'đến 10/5' },
    { what: 'Bỏ qua: 05–06/5 cuối tuần', comes: '2 ngày nghỉ' },
  ]);
  assert.equal(
    dueSum(due, wordsFor('en'))[1]?.what,
    'Waiting for the applicant’s supplement until 4 May at 17:45: the whole time begins again, from 7 May at 07:30',
  );
});
