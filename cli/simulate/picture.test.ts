import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asDay, instantAt } from '#domain/calendar/day.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { dossier as given } from '#tests/given.ts';
import { vietnam } from '#tests/vietnam-calendar.ts';
import { drawYear } from './picture.ts';
import { newTally } from './tally.ts';

const span = { from: asDay('2018-05-01'), until: instantAt(asDay('2018-06-01'), 0) };

test('each dossier is counted by the day and hour it came, and by how its result was', () => {
  const tally = newTally(span, vietnam);
  const open = standing({});
  const late = standing({ state: 'returned', outcome: 'late', readyAt: new Date('2018-05-25T10:00+07:00') });
  const early = standing({ state: 'returned', outcome: 'early', readyAt: new Date('2018-05-16T10:00+07:00') });
  for (const one of [open, late, early]) tally.count(one);

  assert.deepEqual([tally.dossiers(), tally.open(), tally.ready(), tally.late()], [3, 1, 2, 1]);
  assert.equal(tally.days.find(({ day }) => day === '2018-05-14')?.online, 3);
  assert.equal(tally.hours[0]?.[9], 3);
  assert.equal(
    tally.used.slice(0, 10).reduce((sum, count) => sum + count, 0),
    1,
  );
  assert.equal(
    tally.used.slice(10).reduce((sum, count) => sum + count, 0),
    1,
  );
});

test('a year without dossiers is drawn too', () => {
  const picture = drawYear(newTally(span, vietnam));
  assert.match(picture, /0 simulated dossiers, 2018-05-01 to 2018-06-01/);
  assert.doesNotMatch(picture, /NaN|Infinity|undefined/);
});

/** Received Monday at 09:00, owed a week later. */
function standing(over: Partial<Dossier>): Dossier {
  const at = new Date('2018-05-14T09:00+07:00');
  return { ...given('receive').stands, submittedAt: at, receivedAt: at, dueAt: new Date('2018-05-21T17:30+07:00'), ...over };
}
