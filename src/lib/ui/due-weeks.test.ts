import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asDay, instantOf } from '#domain/calendar/day.ts';
import type { DueQuestion } from '#domain/calendar/due.ts';
import { explain } from '#domain/calendar/explain.ts';
import { compileCalendar } from '#domain/calendar/working-calendar.ts';
import { wordsFor } from '#lib/words/words.ts';
import { type Cell, dueWeeks } from './due-weeks.ts';

const calendar = compileCalendar({
  years: [{ year: 2018, provisional: false }],
  days: [
    { day: asDay('2018-04-25'), kind: 'off', name: 'Giỗ Tổ Hùng Vương', source: '' },
    { day: asDay('2018-04-30'), kind: 'off', name: 'Ngày Chiến thắng', source: '' },
    { day: asDay('2018-05-01'), kind: 'off', name: 'Quốc tế Lao động', source: '' },
  ],
});

const wait = { cause: 'payment', fromAt: instantOf('2018-04-23T15:00'), untilAt: instantOf('2018-04-26T10:00') };
const nineDays: DueQuestion = {
  receivedAt: instantOf('2018-04-16T09:12'),
  time: { value: 9, unit: 'working-day' },
  rule: 'end-of-day',
  waits: [wait],
};

function weeksOf(question: DueQuestion, today = asDay('2018-05-02')) {
  return dueWeeks({ due: explain(question, calendar), unit: question.time.unit }, today, wordsFor('vi'));
}

function row(week: readonly Cell[] | undefined) {
  return week?.map(({ kind, sign }) => `${kind} ${sign}`.trim());
}

test('the count stands on a calendar: received, counted, off, waited, made up, owed', () => {
  const weeks = weeksOf(nineDays);
  assert.deepEqual(row(weeks[0]), ['start Nhận', 'counted 1', 'counted 2', 'counted 3', 'counted 4', 'off –', 'off –']);
  assert.deepEqual(row(weeks[1]), ['wait 5', 'wait 6', 'off –', 'wait 7', 'counted 8', 'off –', 'off –']);
  assert.deepEqual(row(weeks[2]), ['off –', 'off –', 'counted 9', 'wait +8 giờ', 'due 17:30', 'none', 'none']);
  assert.equal(weeks.length, 3);
});

test('each day says why it is what it is', () => {
  const notes = weeksOf(nineDays)
    .flat()
    .map(({ note }) => note);
  assert.deepEqual(notes.slice(7, 11), ['Chờ từ 15:00', 'Chờ nộp nghĩa vụ tài chính', 'Giỗ Tổ Hùng Vương', 'Chờ đến 10:00']);
  assert.equal(notes[16], 'Hôm nay');
});

test('what is received on a Saturday shows that day and the day it counts as received', () => {
  const weeks = weeksOf({ receivedAt: instantOf('2018-05-12T09:00'), time: { value: 1, unit: 'working-day' }, rule: 'end-of-day' });
  assert.deepEqual(row(weeks[0]), ['none', 'none', 'none', 'none', 'none', 'start Nhận', 'off –']);
  assert.deepEqual(row(weeks[1])?.slice(0, 3), ['start –', 'due 17:30', 'none']);
});

test('a time that began anew shows the wait and its new day of receipt', () => {
  const waits = [{ cause: 'supplement', fromAt: instantOf('2018-05-08T09:00'), untilAt: instantOf('2018-05-09T18:00'), anew: true }];
  const weeks = weeksOf({ receivedAt: instantOf('2018-05-07T09:00'), time: { value: 1, unit: 'working-day' }, rule: 'end-of-day', waits });
  assert.deepEqual(row(weeks[0])?.slice(0, 5), ['start Nhận', 'wait –', 'wait –', 'start –', 'due 17:30']);
});

test('a time in hours shows what lies on each day', () => {
  const weeks = weeksOf({ receivedAt: instantOf('2018-05-02T09:44'), time: { value: 2.5, unit: 'working-day' }, rule: 'end-of-day' });
  assert.deepEqual(row(weeks[0])?.slice(2, 5), ['counted 5 giờ 46', 'counted 8 giờ', 'due 15:44']);
});
