import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitWithAgency } from './agency.ts';

const agency = { name: 'Phòng Tư pháp thành phố Hà Giang', shortName: 'Phòng Tư pháp' };
const said = (name: string) => unitWithAgency({ name }, agency);

test('a unit is said with its agency, which is not said twice', () => {
  assert.equal(said('Bộ phận Hộ tịch'), 'Bộ phận Hộ tịch, Phòng Tư pháp');
  assert.equal(said('Phòng Tư pháp'), 'Phòng Tư pháp');
  assert.equal(said('Lãnh đạo Phòng Tư pháp'), 'Lãnh đạo Phòng Tư pháp');
  assert.equal(said('Phòng Tư pháp thành phố Hà Giang'), 'Phòng Tư pháp thành phố Hà Giang');
});
