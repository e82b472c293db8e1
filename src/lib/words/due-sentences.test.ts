import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Day, instantOf } from '#domain/calendar/day.ts';
import type { DueQuestion } from '#domain/calendar/due.ts';
import { explain } from '#domain/calendar/explain.ts';
import { type CalendarDay, compileCalendar } from '#domain/calendar/working-calendar.ts';
import { dueSentences } from './due-sentences.ts';
import { wordsFor } from './words.ts';

const off = (day: string, name: string): CalendarDay => ({ day: day as Day, kind: 'off', name, source: '' });
const calendar = compileCalendar({
  years: [
    { year: 2018, provisional: false },
    { year: 2019, provisional: true },
  ],
  days: [off('2018-04-25', 'Giỗ Tổ Hùng Vương'), off('2019-01-01', 'Tết Dương lịch')],
});

function said(question: Pick<DueQuestion, 'time' | 'waits'> & { at: string; rule?: DueQuestion['rule'] }) {
  const due = explain({ rule: 'end-of-day', ...question, receivedAt: instantOf(question.at) }, calendar);
  const counted = { due, unit: question.time.unit };
  return { vietnamese: dueSentences(counted, wordsFor('vi')), english: dueSentences(counted, wordsFor('en')) };
}

const days = (value: number) => ({ value, unit: 'working-day' }) as const;

test('working days are named, and so are the days off between', () => {
  assert.deepEqual(said({ at: '2018-04-20T10:00', time: days(3) }), {
    vietnamese:
      'Ngày nhận 20/4 không tính. Tính 3 ngày làm việc: 23/4, 24/4 và 26/4. Không tính 21/4 và 22/4 (cuối tuần); 25/4 (Giỗ Tổ Hùng Vương).',
    english:
      'The day of receipt, 20 April, does not count. Counted: 3 working days, 23 April, 24 April and 26 April. Not counted: 21 April and 22 April (weekend); 25 April (Giỗ Tổ Hùng Vương).',
  });
});

test('many days are said by their beginning and end', () => {
  assert.deepEqual(said({ at: '2018-05-02T10:00', time: days(20) }), {
    vietnamese: 'Ngày nhận 02/5 không tính. Tính 20 ngày làm việc: từ 03/5 đến 30/5. Không tính 8 ngày cuối tuần.',
    english: 'The day of receipt, 2 May, does not count. Counted: 20 working days, from 3 May to 30 May. Not counted: 8 days of weekends.',
  });
});

test('working hours are said day by day', () => {
  assert.deepEqual(said({ at: '2018-05-02T09:44', time: { value: 20, unit: 'working-hour' } }), {
    vietnamese: 'Tính 20 giờ làm việc kể từ 09:44 ngày 02/5: 5 giờ 46 phút ngày 02/5, 8 giờ ngày 03/5 và 6 giờ 14 phút ngày 04/5.',
    english:
      'Counted: 20 hours of working time since 09:44 on 2 May, 5 hours 46 minutes on 2 May, 8 hours on 3 May and 6 hours 14 minutes on 4 May.',
  });
});

test('what comes after hours counts as received at the next opening', () => {
  const { vietnamese, english } = said({ at: '2018-05-02T18:00', time: days(1) });
  assert.equal(
    vietnamese,
    'Nhận sau giờ làm việc nên tính như nhận lúc 07:30 ngày 03/5. Ngày nhận 03/5 không tính. Tính 1 ngày làm việc: 04/5.',
  );
  assert.equal(
    english,
    'Received after hours, so counted as received at 07:30 on 3 May. The day of receipt, 3 May, does not count. Counted: 1 working day, 4 May.',
  );
});

test('the same day, or the next one after the cut-off', () => {
  const sameDay = { value: 1, unit: 'same-day' } as const;
  assert.deepEqual(said({ at: '2018-05-02T09:00', time: sameDay }), {
    vietnamese: 'Nhận chậm nhất 15:00 nên trả trong ngày 02/5.',
    english: 'Received by 15:00, so returned the same day, 2 May.',
  });
  assert.deepEqual(said({ at: '2018-05-02T15:01', time: sameDay }), {
    vietnamese: 'Nhận sau 15:00 nên trả trong ngày làm việc tiếp theo, 03/5.',
    english: 'Received after 15:00, so returned the next working day, 3 May.',
  });
});

test('days on the calendar that end on a day off go on to the next working day', () => {
  assert.deepEqual(said({ at: '2018-05-02T09:00', time: { value: 10, unit: 'day' } }), {
    vietnamese:
      'Ngày nhận 02/5 không tính. Tính 10 ngày liên tục, kể cả ngày nghỉ, từ 03/5 đến 12/5. Không tính 13/5 (cuối tuần). Ngày cuối 12/5 là ngày nghỉ nên lấy ngày làm việc tiếp theo, 14/5.',
    english:
      'The day of receipt, 2 May, does not count. Counted: 10 days on the calendar, days off included, from 3 May to 12 May. Not counted: 13 May (weekend). The last day, 12 May, is a day off, so the next working day is taken, 14 May.',
  });
});

test('waits are told with their cause, and what they add', () => {
  const wait = { cause: 'supplement', fromAt: instantOf('2018-05-03T09:00'), untilAt: instantOf('2018-05-03T11:00') };
  const { vietnamese, english } = said({ at: '2018-05-02T09:00', time: days(1), waits: [wait] });
  assert.match(
    vietnamese,
    / Chờ người nộp bổ sung từ 09:00 ngày 03\/5 đến 11:00 ngày 03\/5\. Cộng thêm 2 giờ làm việc đã chờ, đến 09:30 ngày 04\/5\. Hẹn trả lấy đến hết ngày 04\/5\.$/,
  );
  assert.match(
    english,
    / Waiting for the applicant’s supplement from 09:00 on 3 May to 11:00 on 3 May\. Added: 2 hours of working time spent waiting, until 09:30 on 4 May\. Due by the end of 4 May\.$/,
  );
});

test('a wait that still lasts is said to move the due time', () => {
  const wait = { cause: 'payment', fromAt: instantOf('2018-05-03T09:00'), untilAt: null };
  const { vietnamese, english } = said({ at: '2018-05-02T09:00', time: days(3), waits: [wait] });
  assert.match(vietnamese, / Chờ nộp nghĩa vụ tài chính từ 09:00 ngày 03\/5 đến nay: hẹn trả dời thêm đúng bằng lúc chờ\./);
  assert.match(english, / Waiting for an obligation to be paid since 09:00 on 3 May: the due time moves on by as much as the wait\./);
});

test('a wait after which the time begins anew is told in place of the receipt', () => {
  const wait = { cause: 'supplement', fromAt: instantOf('2018-05-03T09:00'), untilAt: instantOf('2018-05-07T11:00'), anew: true };
  assert.deepEqual(said({ at: '2018-05-02T09:00', time: days(1), waits: [wait] }), {
    vietnamese:
      'Chờ người nộp bổ sung đến 11:00 ngày 07/5; thời gian được tính lại từ đầu, từ 11:00 ngày 07/5. Ngày nhận 07/5 không tính. Tính 1 ngày làm việc: 08/5.',
    english:
      'Waiting for the applicant’s supplement until 11:00 on 7 May; the whole time begins again, from 11:00 on 7 May. The day of receipt, 7 May, does not count. Counted: 1 working day, 8 May.',
  });
});

test('what touches a year not decided yet says that it is provisional', () => {
  const { vietnamese, english } = said({ at: '2018-12-31T09:00', time: days(1) });
  assert.match(vietnamese, /Không tính 01\/01 \(Tết Dương lịch\)\. .*tạm tính\.$/);
  assert.match(english, /provisional\.$/);
});
