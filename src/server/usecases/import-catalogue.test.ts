import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import type { CatalogueFile } from '#domain/procedure/read-catalogue.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { countCatalogue } from './count-catalogue.ts';
import { importCatalogue } from './import-catalogue.ts';
import { readProcedure } from './read-procedure.ts';
import { referenceOf } from './reference.ts';

const data = path.join(import.meta.dirname, '../../../data');
const birthFile = 'procedures/commune/ho-tich.json';
const houses: HouseForTests[] = [];
let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  houses.push(house);
});
after(() => Promise.all(houses.map((one) => one.close())));

test('one wrong row, and nothing at all is stored', async () => {
  const answer = await importCatalogue(house, filesWith(birthFile, '"sharePct": 62.5', '"sharePct": 62'));
  assert.deepEqual(answer, { wrong: [{ file: birthFile, row: 'HGX-001', fault: 'shares-not-100', facts: { sum: 99.5 } }] });
  assert.equal((await countCatalogue(house)).commune.procedures, 0);
  assert.deepEqual((await referenceOf(house)).agencies, []);
});

test('a published version that says something else is refused, and what came with it is not stored either', async () => {
  await importCatalogue(house, files());
  const renamed = filesWith('fields.json', '"name": "Hộ tịch"', '"name": "Hộ tịch và quốc tịch"').map((file) =>
    file.path === birthFile ? { ...file, text: file.text.replace('Đăng ký khai sinh"', 'Ghi khai sinh"') } : file,
  );
  const answer = await importCatalogue(house, renamed);
  assert.ok('wrong' in answer && answer.wrong.some(({ row, fault }) => row === 'HGX-001' && fault === 'published-version-altered'));
  assert.equal((await readProcedure(house, 'HGX-001'))?.name, 'Đăng ký khai sinh');
  assert.ok((await referenceOf(house)).fields.some(({ name }) => name === 'Hộ tịch'));
});

test('a new version is in force beside the old one, on which dossiers stay', async () => {
  await importCatalogue(house, files());
  const answer = await importCatalogue(
    house,
    files().map((file) => (file.path === birthFile ? { ...file, text: withNewVersion(file.text) } : file)),
  );
  assert.deepEqual(answer, { versions: 459, published: 1, changed: 0 });
  assert.equal((await readProcedure(house, 'HGX-001'))?.name, 'Đăng ký khai sinh mới');
  const { versionOf } = await referenceOf(house);
  assert.equal((await versionOf('HGX-001', 1)).name, 'Đăng ký khai sinh');
});

test('a version that ended when another one was published stays ended when its file is imported again', async () => {
  await importCatalogue(house, files());
  await importCatalogue(
    house,
    files().map((file) => (file.path === birthFile ? { ...file, text: withNewVersion(file.text) } : file)),
  );
  const first = house.db.updateTable('procedure_version').set({ in_force_until: '2018-02-01' });
  await first.where('procedure_id', '=', 'HGX-001').where('version', '=', 1).execute();

  assert.deepEqual(await importCatalogue(house, files()), { versions: 458, published: 0, changed: 0 });
  const { versionOf } = await referenceOf(house);
  assert.equal((await versionOf('HGX-001', 1)).inForceUntil, '2018-02-01');
});

test('a version that comes into force later is not read before', async () => {
  await importCatalogue(
    house,
    files().map((file) => (file.path === birthFile ? { ...file, text: withNewVersion(file.text, '2018-07-01') } : file)),
  );
  assert.equal((await readProcedure(house, 'HGX-001'))?.version, 1);
  assert.equal((await readProcedure({ ...house, now: () => new Date('2018-07-01T00:00+07:00') }, 'HGX-001'))?.version, 2);
});

test('the application may end a published version, never change or remove it', async () => {
  await importCatalogue(house, files());
  const ended = files().map((file) =>
    file.path === birthFile
      ? { ...file, text: file.text.replace('"inForceFrom": "2018-01-01"', '"inForceFrom": "2018-01-01", "inForceUntil": "2018-05-14"') }
      : file,
  );
  assert.deepEqual(await importCatalogue(house, ended), { versions: 458, published: 1, changed: 0 });
  assert.equal(await readProcedure(house, 'HGX-001'), undefined);
  await assert.rejects(house.db.updateTable('procedure_version').set({ name: 'x' }).execute(), /permission denied/);
  await assert.rejects(house.db.deleteFrom('procedure_version').execute(), /permission denied/);
});

test('what another process imported is seen within ten seconds', async () => {
  let now = new Date('2018-05-14T09:00+07:00');
  const running = { ...house, now: () => now };
  assert.deepEqual((await referenceOf(running)).agencies, []);

  await importCatalogue({ ...house, db: house.db.withSchema('public') }, files());
  now = new Date('2018-05-14T09:00:10+07:00');
  assert.equal((await referenceOf(running)).agencies.length, 29);
});

function withNewVersion(text: string, inForceFrom = '2018-02-01'): string {
  const file = JSON.parse(text);
  const [birth] = file.procedures;
  return JSON.stringify({
    ...file,
    procedures: [...file.procedures, { ...birth, version: 2, name: 'Đăng ký khai sinh mới', inForceFrom }],
  });
}

function filesWith(file: string, from: string, to: string): CatalogueFile[] {
  return files().map((one) => (one.path === file ? { path: file, text: one.text.replace(from, to) } : one));
}

function files(): CatalogueFile[] {
  const city = path.join(data, 'ha-giang');
  const calendar = readFileSync(path.join(data, 'calendar/vietnam-2018-2026.json'), 'utf8');
  const found = readdirSync(city, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  return [
    ...found.map((file) => ({ path: file, text: readFileSync(path.join(city, file), 'utf8') })),
    { path: 'calendar.json', text: calendar },
  ];
}
