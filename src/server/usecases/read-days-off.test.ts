import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asDay, instantOf } from '#domain/calendar/day.ts';
import { ensureCalendar } from '#server/store/calendars.ts';
import { houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld } from '#tests/lending-world.ts';
import { readDaysOff } from './read-days-off.ts';

const holiday = (day: string, name: string) => ({ day: asDay(day), kind: 'off' as const, name, source: '' });

test('the holidays of sixty days are named, today’s included, and a year without a decision is said to be provisional', async () => {
  const house = await houseForTests(instantOf('2018-11-20T10:00'));
  await keepLendingWorld(house);
  await ensureCalendar(house.db, {
    years: [
      { year: 2018, provisional: false },
      { year: 2019, provisional: true },
    ],
    days: [holiday('2018-11-19', 'Hôm qua'), holiday('2018-11-20', 'Hôm nay'), holiday('2019-01-01', 'Tết'), holiday('2019-02-04', 'Xa')],
  });

  assert.deepEqual(await readDaysOff(house, 'centre'), {
    days: [
      { day: '2018-11-20', name: 'Hôm nay' },
      { day: '2019-01-01', name: 'Tết' },
    ],
    provisional: true,
  });
  await house.close();
});
