import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Question } from '#domain/form/form.ts';
import { wordsFor } from '#lib/words/words.ts';
import { lending } from '#tests/given.ts';
import { counterFaults } from './counter-faults.ts';

const question = (questionId: string, label: string, kind: Question['kind'] = 'text'): Question => ({
  questionId,
  kind,
  label,
  hint: null,
  required: true,
  maxLength: 300,
  choices: [],
  when: null,
});

const asked = {
  applicant: [question('applicant-name', 'Họ và tên'), question('applicant-born-on', 'Ngày sinh', 'date')],
  papers: lending.components.map((component) => ({ component, sending: 'sent' as const })),
  collection: [question('collection', 'Nhận kết quả')],
  questions: [question('instrument', 'Mượn nhạc cụ nào?')],
  answers: { 'applicant-born-on': '31/4/1990' },
};

test('what is wrong is said from the top of the page to its end, each in words', () => {
  const faults = counterFaults(
    {
      reasons: 'missing',
      instrument: 'missing',
      'fee-reason': 'missing',
      'paper-2': 'not-in-order',
      procedure: 'missing',
      'applicant-born-on': 'not-a-date',
    },
    asked,
    wordsFor('vi'),
  );
  assert.deepEqual(
    faults.map(({ id, words }) => [id, words]),
    [
      ['applicant-born-on', 'Ngày sinh: tháng 4 chỉ có 30 ngày'],
      ['procedure', 'Chưa chọn thủ tục'],
      ['paper-2', 'Giấy giới thiệu: chưa đủ: đánh dấu khi đã đủ, hoặc trả lại và ghi thiếu'],
      ['fee-reason', 'Lý do miễn: chưa trả lời'],
      ['instrument', 'Mượn nhạc cụ nào? Chưa trả lời'],
      ['reasons', 'Lý do, mỗi dòng một lý do: chưa trả lời'],
    ],
  );
});
