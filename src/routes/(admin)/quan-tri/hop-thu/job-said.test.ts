import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsFor } from '#lib/words/words.ts';
import { reactions } from '#server/jobs/reactions.ts';
import { timetable } from '#server/jobs/timetable.ts';
import { jobSaid } from './job-said.ts';

for (const locale of ['vi', 'en'] as const) {
  test(`${locale}: every job is called by what it does`, () => {
    const tasks = [...Object.keys(reactions), ...Object.keys(timetable)];
    const said = tasks.map((task) => jobSaid(task, wordsFor(locale)));
    assert.deepEqual(
      said.filter((name, i) => name === tasks[i] || name === '' || name.includes('{')),
      [],
    );
    assert.equal(new Set(said).size, tasks.length);
  });
}

test('a job that a former version left is called by its own name', () => {
  assert.equal(jobSaid('issue toString', wordsFor('vi')), 'issue toString');
  assert.equal(jobSaid('sort socks', wordsFor('vi')), 'sort socks');
});
