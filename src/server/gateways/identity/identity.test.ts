import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getMigrations } from 'better-auth/db/migration';
import { houseForTests } from '#tests/house-for-tests.ts';
import { optionsOf } from './identity.ts';

test('our tables are what better-auth would make, so that its next version cannot want another column unnoticed', async () => {
  const house = await houseForTests();
  const { toBeCreated, toBeAdded } = await getMigrations(optionsOf(house.db, house.key, house.publicUrl, 'random'));
  assert.deepEqual({ toBeCreated, toBeAdded }, { toBeCreated: [], toBeAdded: [] });
  await house.close();
});
