import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { instantOf } from '#domain/calendar/day.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { readCentreDay } from './read-centre-day.ts';
import { receiveDossier } from './receive-dossier.ts';

let house: HouseForTests;
afterEach(() => house.close());

async function houseAt(wall: string): Promise<void> {
  house = await houseForTests(instantOf(wall));
  await keepLendingWorld(house);
}

const openings: [what: string, at: string, opening: object][] = [
  ['in the morning it is open until the break', '2018-05-14T09:40', { open: true, until: instantOf('2018-05-14T11:30'), forTheDay: false }],
  ['in the afternoon it is open until closing', '2018-05-14T13:30', { open: true, until: instantOf('2018-05-14T17:30'), forTheDay: true }],
  ['in the break it opens again', '2018-05-14T11:30', { open: false, opensAt: instantOf('2018-05-14T13:30'), dayOffName: null }],
  ['on a Saturday it opens on Monday', '2018-05-12T09:00', { open: false, opensAt: instantOf('2018-05-14T07:30'), dayOffName: null }],
];
for (const [what, at, opening] of openings) {
  test(what, async () => {
    await houseAt(at);
    assert.deepEqual((await readCentreDay(house)).opening, opening);
  });
}

test('today’s figures count what was received today, and nothing when nothing was', async () => {
  await houseAt('2018-05-14T09:40');
  assert.deepEqual((await readCentreDay(house)).counts, { received: 0, returned: 0, due: 0 });

  const { code } = await submitLending(house);
  const answer = await receiveDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: receipt });
  assert.ok(answer && !isRefusal(answer));
  assert.deepEqual((await readCentreDay(house)).counts, { received: 1, returned: 0, due: 0 });
});
