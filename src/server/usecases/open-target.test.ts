import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { tokenOf } from '#domain/dossier/secret.ts';
import { ensureTargets } from '#server/store/targets.ts';
import { wholeWay } from '#tests/given.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { lend } from '#tests/lent.ts';
import { keepListeningWorld, slow } from '#tests/listening-world.ts';
import { giveFeedback } from './give-feedback.ts';
import { openTarget } from './open-target.ts';
import { rateDossier } from './rate-dossier.ts';

const target = { topic: 'Góp ý', name: 'Chỉ tiêu', goalPct: null, goalSaid: 'Không đặt đích', source: 'made up for tests' };

const later = new Date('2018-05-20T09:00+07:00');

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepListeningWorld(house);
  await ensureTargets(house.db, [
    { ...target, targetId: 'officers', measure: 'satisfaction' },
    { ...target, targetId: 'regulations', measure: 'feedback on regulations' },
  ]);
});
afterEach(() => house.close());

test('satisfaction with officers is counted from their aspect; who left it out is not counted', async () => {
  const marks = [...Array.from({ length: 4 }, () => ({ officer: 5 })), { officer: 2 }, {}];
  for (const aspects of marks) {
    const { code, dossierId } = await lend(house, ...wholeWay);
    await rateDossier(house, { code, token: tokenOf(house.key, dossierId), score: 1, aspects, comment: '' });
  }
  const opened = await openTarget({ ...house, now: () => later }, 'officers');
  assert.deepEqual(opened?.target.counted, { part: 4, of: 5 });
  assert.deepEqual(opened?.behind, { type: 'fields', rows: [{ name: 'Âm nhạc', part: 4, of: 5 }] });
});

test('feedback on regulations opens to all that was counted, without what was written', async () => {
  for (const kind of ['regulation', 'settlement', 'regulation'])
    await giveFeedback(house, { commandId: crypto.randomUUID(), answers: { ...slow, kind } });
  const opened = await openTarget({ ...house, now: () => later }, 'regulations');
  assert.deepEqual(opened?.target.counted, { part: 2, of: null });
  assert.ok(opened?.behind.type === 'feedback');
  assert.deepEqual(
    opened.behind.rows.map(({ code, state }) => [code, state]),
    [
      ['PA-180514-0003', 'given'],
      ['PA-180514-0001', 'given'],
    ],
  );
  assert.ok(!JSON.stringify(opened.behind).includes(String(slow.text)));
});
