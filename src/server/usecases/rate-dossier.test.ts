import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { tokenOf } from '#domain/dossier/secret.ts';
import { satisfaction } from '#domain/rating/rating.ts';
import { countRatings, countRatingsBy } from '#server/store/reports/rating-counts.ts';
import { wholeWay } from '#tests/given.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld } from '#tests/lending-world.ts';
import { lend } from '#tests/lent.ts';
import { rateDossier } from './rate-dossier.ts';
import { readRating } from './read-rating.ts';

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
afterEach(() => house.close());

const typed = { score: 5, aspects: { officer: 4 }, comment: 'Hướng dẫn kỹ' } as const;
const linkTo = ({ code, dossierId }: { code: string; dossierId: string }) => ({ code, token: tokenOf(house.key, dossierId) });

test('whoever has the link rates once, after the return, and reads when', async () => {
  const link = linkTo(await lend(house, ...wholeWay));
  assert.partialDeepStrictEqual(await readRating(house, link.code, link.token), { open: true, ratedAt: null });
  assert.deepEqual(await rateDossier(house, { ...link, ...typed }), { ratedAt: house.now() });
  assert.deepEqual(await rateDossier(house, { ...link, ...typed, score: 1 }), { refused: 'already-rated' });
  assert.partialDeepStrictEqual(await readRating(house, link.code, link.token), { open: false, ratedAt: house.now() });
  const kept = await house.db.selectFrom('rating').selectAll().execute();
  assert.partialDeepStrictEqual(kept, [{ score: 5, aspects: { officer: 4 }, deciding_agency_id: 'music', receiving_agency_id: 'centre' }]);
});

test('not before the return', async () => {
  const link = linkTo(await lend(house, ...wholeWay.slice(0, -1)));
  assert.deepEqual(await rateDossier(house, { ...link, ...typed }), { refused: 'wrong-state', facts: { state: 'result ready' } });
  assert.partialDeepStrictEqual(await readRating(house, link.code, link.token), { open: false, ratedAt: null });
});

test('a wrong link opens nothing', async () => {
  const link = linkTo(await lend(house, ...wholeWay));
  assert.equal(await rateDossier(house, { ...link, token: 'f'.repeat(32), ...typed }), undefined);
  assert.equal(await readRating(house, 'none', link.token), undefined);
});

test('of two ratings at once one is kept', async () => {
  const link = linkTo(await lend(house, ...wholeWay));
  const answers = await Promise.all([5, 1, 3, 2].map((score) => rateDossier(house, { ...link, ...typed, score })));
  assert.equal(answers.filter((answer) => answer && 'ratedAt' in answer).length, 1);
  assert.equal(answers.filter((answer) => answer && 'refused' in answer && answer.refused === 'already-rated').length, 3);
  assert.equal((await house.db.selectFrom('rating').selectAll().execute()).length, 1);
});

test('counts by period, field and agency; a rating is neither changed nor removed', async () => {
  for (const score of [5, 4, 2]) await rateDossier(house, { ...linkTo(await lend(house, ...wholeWay)), ...typed, score });
  const today = { from: new Date('2018-05-14T00:00+07:00'), until: new Date('2018-05-15T00:00+07:00') };
  const scores = { 1: 0, 2: 1, 3: 0, 4: 1, 5: 1 };
  assert.deepEqual(await countRatings(house.db, today), scores);
  assert.deepEqual(satisfaction(scores), { satisfied: 2, all: 3, share: 2 / 3 });
  assert.deepEqual(await countRatingsBy(house.db, 'deciding agency', today), [{ id: 'music', scores }]);
  assert.deepEqual(await countRatingsBy(house.db, 'receiving agency', today), [{ id: 'centre', scores }]);
  assert.deepEqual(await countRatingsBy(house.db, 'field', today), [{ id: 'music', scores }]);
  assert.equal(satisfaction(await countRatings(house.db, { from: today.until, until: today.until })).share, null);

  assert.deepEqual(await countRatings(house.db, today, 'officer'), { 1: 0, 2: 0, 3: 0, 4: 3, 5: 0 });
  assert.deepEqual(await countRatings(house.db, today, 'access'), { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 });

  const denied = /permission denied for table rating/;
  await assert.rejects(house.db.updateTable('rating').set({ score: 5 }).execute(), denied);
  await assert.rejects(house.db.deleteFrom('rating').execute(), denied);
});
