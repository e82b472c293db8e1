import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { writeIcalendar } from '#domain/calendar/icalendar.ts';
import { decided } from '#tests/vietnam-calendar.ts';

const program = path.join(import.meta.dirname, 'motcua.js');

function due(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'due', ...args], { input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

function answerTo(...args: string[]) {
  const { status, stdout, stderr } = due(args);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

function batch(lines: readonly object[], ...args: string[]) {
  const { status, stdout } = due(['--batch', ...args], lines.map((line) => JSON.stringify(line)).join('\n'));
  return {
    status,
    answers: stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  };
}

test('five working days over Tết, with every day explained', () => {
  const { due, provisional, explanation } = answerTo('--received', '2018-02-12T10:00', '--time', '5 working-day');
  assert.equal(due, '2018-02-26T17:30:00+07:00');
  assert.equal(provisional, false);
  assert.deepEqual(explanation[0], {
    type: 'received',
    receivedAt: '2018-02-12T10:00:00+07:00',
    countedAt: '2018-02-12T10:00:00+07:00',
    on: '2018-02-12',
    when: 'working time',
    dayOffName: null,
  });
  assert.deepEqual(explanation.at(-1), { type: 'promised', at: '2018-02-26T17:30:00+07:00' });
  assert.equal(explanation.filter(({ type }: { type: string }) => type === 'counted day').length, 5);
});

const monday = { received: '2018-05-14T10:00', time: '3 working-day' };
const saturdays = {
  'mon-fri': [
    ['07:30', '11:30'],
    ['13:30', '17:30'],
  ],
  sat: [['07:30', '11:30']],
};
// biome-ignore format: a table
const cases: [what: string, asked: object, owed: string][] = [
  ['end of day is the rule', monday, '2018-05-17T17:30'],
  ['to the hour', { ...monday, rule: 'to-the-hour' }, '2018-05-17T10:00'],
  ['hours', { ...monday, time: '10 working-hour' }, '2018-05-15T14:00'],
  ['calendar days', { ...monday, time: '5 calendar-day' }, '2018-05-21T17:30'],
  ['the same day at the cut-off', { received: '2018-05-14T15:00:59', time: 'same-day' }, '2018-05-14T17:30'],
  ['the same day after it', { received: '2018-05-14T15:01', time: '1 same-day' }, '2018-05-15T17:30'],
  ['another cut-off', { received: '2018-05-14T15:01', time: 'same-day', cutOff: '16:00' }, '2018-05-14T17:30'],
  ['an offset', { received: '2018-05-14T03:00:00Z', time: '3 working-day', rule: 'to-the-hour' }, '2018-05-17T10:00'],
  ['another offset', { received: '2018-05-13T22:00:30.25-05:00', time: '3 working-day', rule: 'to-the-hour' }, '2018-05-17T10:00'],
  ['at closing', { received: '2018-05-11T17:30:00+07:00', time: '1 working-day' }, '2018-05-15T17:30'],
  ['on a swapped Saturday', { received: '2019-01-05T16:00', time: '1 working-hour' }, '2019-01-05T17:00'],
  ['a Saturday morning is a last day', { received: '2018-05-11T10:00', time: '1 working-day', hours: saturdays }, '2018-05-12T11:30'],
  ['to the hour 8 hours are a day, whatever the hours', { received: '2018-05-11T15:30', time: '1 working-day', rule: 'to-the-hour', hours: saturdays }, '2018-05-14T09:30'],
  ['a wait over night and noon', { ...monday, rule: 'to-the-hour', waits: [['2018-05-14T16:30', '2018-05-15T13:45']] }, '2018-05-17T17:15'],
  ['waits that touch and overlap', { ...monday, rule: 'to-the-hour', waits: [['2018-05-15T08:00', '2018-05-15T09:00'], ['2018-05-15T09:00', '2018-05-15T10:00'], ['2018-05-15T08:30', '2018-05-15T09:30']] }, '2018-05-17T14:00'],
  ['a wait that was over at receipt', { ...monday, rule: 'to-the-hour', waits: [['2018-05-14T08:00', '2018-05-14T10:00']] }, '2018-05-17T10:00'],
  ['a wait of no length', { ...monday, waits: [['2018-05-15T08:00', '2018-05-15T08:00']] }, '2018-05-17T17:30'],
  ['a time that begins anew', { ...monday, waits: [['2018-05-15T08:00', '2018-05-15T09:00', 'anew']] }, '2018-05-18T17:30'],
  ['hours of an agency that has none of its own', { ...monday, agency: 'phong-tu-phap' }, '2018-05-17T17:30'],
];

test('a batch answers each question in its order, with its own rule, hours and waits', () => {
  const { status, answers } = batch(cases.map(([, asked]) => asked));
  assert.equal(status, 0);
  for (const [i, [what, , owed]] of cases.entries()) assert.equal(answers[i]?.due, `${owed}:00+07:00`, what);
});

test('one question and a line of a batch are answered alike', () => {
  const args = ['--received', '2018-05-14T10:00', '--time', '3 working-day', '--wait', '2018-05-15T08:00/2018-05-15T09:00'];
  const more = ['--wait', '2018-05-16T08:00/', '--hours', JSON.stringify(saturdays), '--rule', 'to-the-hour'];
  const waits = [
    ['2018-05-15T08:00', '2018-05-15T09:00'],
    ['2018-05-16T08:00', null],
  ];
  const { answers } = batch([{ ...monday, waits, hours: saturdays, rule: 'to-the-hour' }]);
  assert.deepEqual(answerTo(...args, ...more), answers[0]);
  assert.equal(answers[0].waiting, true);
});

test('in short there is the due time alone', () => {
  const { answers } = batch([monday], '--brief');
  assert.deepEqual(answers, [{ due: '2018-05-17T17:30:00+07:00', provisional: false }]);
});

test('a year without decisions, before or after, is provisional', () => {
  const { answers } = batch([
    { ...monday, received: '2026-12-29T10:00' },
    { ...monday, received: '2026-12-28T10:00' },
    { ...monday, received: '2031-05-14T10:00' },
    { ...monday, received: '2016-05-16T10:00' },
  ]);
  assert.deepEqual(
    answers.map(({ provisional }) => provisional),
    [true, false, true, true],
  );
});

test('a wrong line gets its error in its place, and the command says so at the end', () => {
  const lines = ['nonsense', JSON.stringify(monday), '[]', JSON.stringify({ ...monday, time: '0 working-day' })];
  const { status, stdout } = due(['--batch', '--brief'], lines.join('\r\n'));
  assert.equal(status, 1);
  assert.deepEqual(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => Object.keys(JSON.parse(line))[0]),
    ['error', 'due', 'error', 'error'],
  );
});

test('blank lines are none; what is null is not said; a part that is called otherwise is told, not passed over', () => {
  const lines = [
    '',
    JSON.stringify({ ...monday, waits: null, rule: null, cutOff: null }),
    ' \r',
    JSON.stringify({ ...monday, wait: [] }),
    '',
  ];
  const { status, stdout } = due(['--batch', '--brief'], lines.join('\n'));
  const [answer, wrong, ...more] = stdout.trimEnd().split('\n');
  assert.deepEqual([status, answer, more], [1, batch([monday], '--brief').answers.map((one) => JSON.stringify(one))[0], []]);
  assert.match(wrong ?? '', /\\"wait\\" is no part of a line: it is called \\"waits\\"/);
});

test('a line that is nested without end is a wrong line, and the next one is answered', () => {
  const deep = '['.repeat(200_000) + ']'.repeat(200_000);
  const line = JSON.stringify({ ...monday, waits: 'DEEP', hours: 'DEEP' });
  const lines = [
    line.replace('"DEEP"', deep).replace(',"hours":"DEEP"', ''),
    line.replace('"waits":"DEEP",', '').replace('"DEEP"', deep),
    JSON.stringify(monday),
  ];
  const { stdout } = due(['--batch', '--brief'], lines.join('\n'));
  assert.deepEqual(
    stdout
      .trimEnd()
      .split('\n')
      .map((one) => Object.keys(JSON.parse(one))[0]),
    ['error', 'error', 'due'],
  );
});

test('who reads slowly gets all, and who has enough of it may go', () => {
  const shell = (pipe: string) =>
    spawnSync('sh', ['-c', pipe], { encoding: 'utf8', env: { ...process.env, NODE: process.execPath, MOTCUA: program } });
  const long = `"$NODE" "$MOTCUA" due --received 2018-02-12T10:00 --time "2000 working-day" | (sleep 1; cat)`;
  assert.equal(JSON.parse(shell(long).stdout).due, answerTo('--received', '2018-02-12T10:00', '--time', '2000 working-day', '--brief').due);
  const lines = `yes '${JSON.stringify(monday)}' | head -3000 | "$NODE" "$MOTCUA" due --batch`;
  assert.equal(shell(`${lines} | (sleep 1; wc -l)`).stdout.trim(), '3000');
  const first = shell(`${lines} | head -1`);
  assert.match(first.stdout, /^\{"due"/);
  assert.equal(first.stderr, '');
});

test('several waits may follow one --wait', () => {
  const [a, b] = ['2018-05-15T08:00/2018-05-15T10:00', '2018-05-16T08:00/2018-05-16T09:00'];
  assert.deepEqual(answerTo(...one, '--wait', a, b), answerTo(...one, '--wait', a, '--wait', b));
});

const one = ['--received', '2018-05-14T10:00', '--time', '3 working-day'];
// biome-ignore format: a table
const refused: [args: string[], why: RegExp][] = [
  [[], /"received" is missing/],
  [['--received', '2018-05-14T10:00'], /"time" is missing/],
  [['--received', '2018-02-30T10:00', '--time', '1 working-day'], /"received" is no time/],
  [['--received', '2018-05-14T24:10', '--time', '1 working-day'], /shows no time of a clock/],
  [['--received', '2018-05-14', '--time', '1 working-day'], /"received" is no time/],
  [['--received', '2018-05-14T10:00', '--time', '3 weeks'], /"time" is a number and working-day/],
  [['--received', '2018-05-14T10:00', '--time', '3 constructor'], /"time" is a number and working-day/],
  [[...one, '2018-05-15T08:00/2018-05-15T10:00'], /Unexpected argument/],
  [[...one, '--wait', '2018-05-15T08:00/2018-05-15T10:00', 'stray'], /Unexpected argument 'stray'/],
  [['--received', '2018-05-14T10:00', '--time', 'working-day'], /"time" is a number/],
  [['--received', '2018-05-14T10:00', '--time=-1 working-day'], /"time" is a number/],
  [['--received', '2018-05-14T10:00', '--time', '2.5 calendar-day'], /is whole/],
  [['--received', '2018-05-14T10:00', '--time', '0.0001 working-hour'], /more than nothing/],
  [['--received', '2018-05-14T10:00', '--time', '99999999 working-day'], /leaves the years 1900 to 2199/],
  [['--received', '1850-05-14T10:00', '--time', '1 working-day'], /leaves the years/],
  [[...one, '--rule', 'sometimes'], /"rule" is end-of-day or to-the-hour/],
  [[...one, '--wait', '2018-05-15T10:00'], /a wait is a pair/],
  [[...one, '--wait', '2018-05-15T10:00/2018-05-15T09:00'], /ends before it begins/],
  [[...one, '--hours', '{"mon": [["11:30","07:30"]]}'], /close before they open/],
  [[...one, '--hours', '{"mon": [["07:30","11:30"],["11:00","12:00"]]}'], /overlap/],
  [[...one, '--hours', '{"someday": []}'], /names no days/],
  [[...one, '--hours', '{"mon-wed": [], "tue": [["07:30","11:30"]]}'], /names tue twice/],
  [[...one, '--hours', '{"mon": []}'], /no working time at all/],
  [[...one, '--hours', 'x'], /--hours is no JSON/],
  [[...one, '--agency', 'nowhere'], /there is no agency "nowhere"/],
  [[...one, '--calendar', '/nowhere'], /no file that can be read/],
  [[...one, '--calendar', program], /neither JSON nor iCalendar/],
  [[...one, '--whatever'], /Unknown option/],
];
for (const [args, why] of refused) {
  test(`refused with words: ${args.join(' ') || 'nothing asked'}`, () => {
    const { status, stdout, stderr } = due(args);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, why);
    assert.match(stderr, /^motcua: [^\n]+\n$/, 'one line');
  });
}

test('a calendar of one’s own takes the place of the country’s, as JSON or iCalendar', () => {
  const file = (name: string, text: string) => {
    const written = path.join(tmpdir(), `motcua-due-${process.pid}-${name}`);
    writeFileSync(written, text);
    return written;
  };
  const days = [
    { date: '2018-05-15', kind: 'off', name: 'Ngày hội', source: 'x' },
    { date: '2018-05-19', kind: 'working', name: 'Làm bù', source: 'x' },
  ];
  const own = file('own.json', JSON.stringify({ timezone: 'Asia/Ho_Chi_Minh', years: '2018-2019', days }));
  assert.equal(answerTo(...one, '--calendar', own).due, '2018-05-18T17:30:00+07:00');
  const four = ['--received', '2018-05-14T10:00', '--time', '4 working-day'];
  assert.equal(answerTo(...four, '--calendar', own).due, '2018-05-19T17:30:00+07:00');

  const country = file('country.ics', writeIcalendar(decided, new Date(0)));
  const tet = ['--received', '2018-02-12T10:00', '--time', '5 working-day'];
  assert.deepEqual(answerTo(...tet, '--calendar', country), answerTo(...tet));

  const days2018 = decided.days.filter(({ day }) => !day.startsWith('2020'));
  const hole = due([...one, '--calendar', file('hole.json', JSON.stringify({ ...decided, days: days2018 }))]);
  assert.equal(hole.status, 2);
  assert.match(hole.stderr, /2020: the year has no day off/);
});
