import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarAddress, readCalendarAddress } from './calendar-address.ts';
import { readButton, readCalendarFile, readDayForm, readGround } from './read-calendar-form.ts';

const festival = { day: '30/4/2018', kind: 'off', name: 'Ngày Chiến thắng', source: 'Bộ luật Lao động' };

test('a day is read as people type it, with its name and its decision', () => {
  assert.deepEqual(readDayForm(formOf(festival)), {
    typed: festival,
    change: { type: 'day set', day: { ...festival, day: '2018-04-30', kind: 'off' } },
  });
  const worked = readDayForm(formOf({ ...festival, kind: 'work' }));
  assert.ok('change' in worked && worked.change.type === 'day set' && worked.change.day.kind === 'work');
});

test('each answer that is wrong is told, and what was typed is kept', () => {
  const typed = { day: '30/2/2018', kind: 'off', name: '', source: 'x'.repeat(1001) };
  assert.deepEqual(readDayForm(formOf(typed)), { typed, wrong: { day: 'dayWrong', name: 'nameMissing', source: 'tooLong' } });
  assert.ok('wrong' in readDayForm(formOf({ ...festival, name: 'a\0b' })), 'what cannot be stored');
});

test('a button clears a day or says whether a year is decided; anything else is malformed', () => {
  assert.deepEqual(readButton(formOf({ clear: '2018-04-30' })), { type: 'day cleared', day: '2018-04-30' });
  assert.deepEqual(readButton(formOf({ decided: '2027' })), { type: 'year decided', year: 2027, provisional: false });
  assert.deepEqual(readButton(formOf({ undecided: '2027' })), { type: 'year decided', year: 2027, provisional: true });
  for (const form of [{}, { clear: '2018-02-30' }, { decided: 'x' }]) assert.deepEqual(readButton(formOf(form)), { refused: 'malformed' });
});

test('the decision of a recount is words that can be kept', () => {
  assert.equal(readGround(formOf({ ground: '  Quyết định 1 ' })), 'Quyết định 1');
  assert.deepEqual(readGround(formOf({ ground: '\0' })), { refused: 'malformed' });
  assert.deepEqual(readGround(formOf({ ground: 'x'.repeat(1001) })), { refused: 'malformed' });
});

test('a file is read when there is one and it is small enough for a calendar', async () => {
  const sent = async (content: string) => {
    const form = new FormData();
    form.set('file', new File([content], 'lich.ics'));
    return readCalendarFile(form);
  };
  assert.equal(await sent('BEGIN:VCALENDAR'), 'BEGIN:VCALENDAR');
  assert.equal(await sent(''), undefined);
  assert.equal(await sent('x'.repeat(1_000_001)), undefined);
  assert.equal(await readCalendarFile(new FormData()), undefined);
});

test('an address names a year and a place in the list, and nothing that is none', () => {
  const asked = { year: 2018, after: '018f0000-0000-7000-8000-000000000001' };
  assert.deepEqual(readCalendarAddress(new URL(calendarAddress(asked), 'http://x').searchParams), asked);
  assert.equal(calendarAddress({ year: null, after: null }), '/quan-tri/lich');
  assert.deepEqual(readCalendarAddress(new URLSearchParams('nam=99999&sau=x')), { year: null, after: null });
});

function formOf(answers: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(answers)) form.set(name, value);
  return form;
}
