import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { totalsAsJson } from '#cli/catalogue.ts';
import { importFolder } from '#cli/import.ts';
import { countCatalogue } from '#server/usecases/count-catalogue.ts';
import { listReceivers } from '#server/usecases/list-receivers.ts';
import { readProcedure } from '#server/usecases/read-procedure.ts';
import { referenceOf } from '#server/usecases/reference.ts';
import { searchProcedures } from '#server/usecases/search-procedures.ts';
import { type HouseForTests, houseForTests } from './house-for-tests.ts';

let house: HouseForTests;
before(async () => {
  house = await houseForTests();
  const answer = await importFolder(house, 'data/ha-giang');
  assert.ok('versions' in answer, JSON.stringify(answer));
});
after(() => house.close());

test('the catalogue’s totals are those of the article of 25 April 2018', async () => {
  const totals = totalsAsJson(await countCatalogue(house));
  const district = Object.fromEntries(Object.entries(totals).filter(([name]) => !name.startsWith('commune_')));
  assert.deepEqual(district, {
    procedures: 323,
    fields: 20,
    cut: 206,
    cut_fields: 10,
    received: 310,
    received_fields: 16,
    not_received: 13,
    three_level: 17,
    three_level_fields: 2,
  });
  assert.equal(totals.commune_procedures, 135);
});

test('imported again, it changes nothing', async () => {
  assert.deepEqual(await importFolder(house, 'data/ha-giang'), { versions: 458, published: 0, changed: 0 });
});

test('birth registration is found without marks, on top', async () => {
  const { procedures } = await searchProcedures(house, { query: 'dang ky khai sinh' });
  assert.equal(procedures[0]?.name, 'Đăng ký khai sinh');
});

test('who mistypes a letter still finds it', async () => {
  const { procedures } = await searchProcedures(house, { query: 'dang ki khai sinh' });
  assert.ok(procedures.some(({ procedureId }) => procedureId === 'HGX-001'));
});

test('pages of a search follow each other without a gap or a double', async () => {
  const ids: string[] = [];
  for (let after: string | null = null, first = true; first || after; first = false) {
    const page = await searchProcedures(house, { query: 'giay phep', after, limit: 7 });
    ids.push(...page.procedures.map(({ procedureId }) => procedureId));
    after = page.next;
  }
  const { total } = await searchProcedures(house, { query: 'giay phep' });
  assert.equal(ids.length, total);
  assert.equal(new Set(ids).size, total);
});

test('each of the 310 that are received can be handed in somewhere; the 13 others say why not and where to go', async () => {
  const { procedures } = await searchProcedures(house, { filters: { level: 'district' }, limit: 400 });
  const elsewhere: string[] = [];
  for (const version of procedures) {
    const receivers = await listReceivers(house, version);
    if (receivers.length === 0) elsewhere.push(version.elsewhere ?? '');
    else assert.equal(version.elsewhere, null);
  }
  assert.equal(elsewhere.length, 13);
  assert.ok(elsewhere.every((words) => words.includes('Mời ông/bà')));
});

test('a procedure is read by its id or its national code; where two levels publish a code, the nearer one', async () => {
  assert.equal((await readProcedure(house, 'HG-125'))?.formId, 'household business');
  assert.equal((await readProcedure(house, '1.001193'))?.procedureId, 'HGX-001');
  assert.equal((await readProcedure(house, '2.000815'))?.level, 'commune');
  assert.equal(await readProcedure(house, 'HG-999'), undefined);
  assert.equal(await readProcedure(house, "'; drop"), undefined);
});

test('a department works its city’s hours, the holidays included', async () => {
  const { calendarOf, agenciesAbove } = await referenceOf(house);
  assert.deepEqual(agenciesAbove('phong-tu-phap'), ['ha-giang', 'tinh-ha-giang']);
  assert.equal(calendarOf('phong-tu-phap'), calendarOf('ha-giang'));
  assert.ok([...calendarOf('trung-tam').names.values()].includes('Tết Nguyên đán'));
});
