import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instantOf } from '#domain/calendar/day.ts';
import { houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld } from '#tests/lending-world.ts';
import { expectDue } from './expect-due.ts';

test('what is handed in now is owed by the agency’s own calendar, and says by which rules', async () => {
  const house = await houseForTests(instantOf('2018-05-14T10:00'));
  await keepLendingWorld(house);
  const { due, now, ruleSet } = await expectDue(
    house,
    { committedTime: { value: 3, unit: 'working-day' }, dueRule: 'end-of-day' },
    'centre',
  );
  assert.deepEqual([due.dueAt, now, ruleSet], [instantOf('2018-05-17T17:30'), house.now(), '2018']);
  await house.close();
});
