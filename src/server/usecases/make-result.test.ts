import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Answers } from '#domain/form/form.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import { isRefusal } from '#domain/refusal.ts';
import { ensureProcedureVersions } from '#server/store/procedures.ts';
import { lending } from '#tests/given.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, lendingAnswers, lendingForm } from '#tests/lending-world.ts';
import { readPdf } from '#tests/read-pdf.ts';
import { makeResult } from './make-result.ts';
import { submitDossier } from './submit-dossier.ts';

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
afterEach(() => house.close());

test('a birth is certified from the answers, with its number and year', async () => {
  const said = await print(
    { procedureId: 'birth', code: '9.000002', formId: 'birth', results: [{ ...result, name: 'Giấy khai sinh' }] },
    {
      'child-name': 'Sùng Gia Bảo',
      'child-born-on': '2018-04-27',
      'child-sex': 'female',
      'mother-stated': 'yes',
      'mother-name': 'Sùng Thị Dính',
      'mother-born-on': '1994-02-04',
    },
  );
  for (const part of ['GIẤY KHAI SINH', 'SÙNG GIA BẢO', '27/4/2018', 'Nữ', 'SÙNG THỊ DÍNH', '7/2018']) assert.ok(said.includes(part), part);
});

test('a household business is certified from the answers', async () => {
  const said = await print(
    {
      procedureId: 'shop',
      code: '9.000003',
      formId: 'household business',
      results: [{ ...result, name: 'Giấy chứng nhận đăng ký hộ kinh doanh' }],
    },
    { 'business-name': 'Thổ cẩm Dính', 'business-address': 'Tổ 3', 'business-lines': 'May trang phục', 'capital-vnd': '105.000.000' },
  );
  for (const part of ['THỔ CẨM DÍNH', 'May trang phục', '105.000.000 đồng', 'SÙNG THỊ DÍNH', '7/M']) assert.ok(said.includes(part), part);
});

test('anything else is decided: by whom, on what grounds, on whose proposal', async () => {
  const said = await print(
    {
      procedureId: 'grant',
      code: '9.000004',
      results: [{ ...result, name: 'Quyết định hỗ trợ nhạc cụ' }],
      legalBasis: 'Luật Âm nhạc; Quy chế 12',
    },
    {},
  );
  for (const part of ['QUYẾT ĐỊNH', 'Căn cứ Luật Âm nhạc;', 'Căn cứ Quy chế 12;', '7/QĐ-M', 'Cho mượn đàn tính'])
    assert.ok(said.includes(part), part);
});

const result = { name: '', provenance: { stated: false, source: 'made up for tests' } };

async function print(other: Partial<ProcedureVersion>, answers: Answers): Promise<string> {
  const version = { ...lending, ...other };
  await ensureProcedureVersions(house.db, [version]);
  const submitted = await submitDossier(house, lendingForm, {
    commandId: crypto.randomUUID(),
    procedureId: version.procedureId,
    version: version.version,
    receivingAgencyId: 'centre',
    answers: { ...lendingAnswers, ...answers },
    files: [{ componentNo: 1, digest: 'a'.repeat(64), name: 'don.jpg' }],
    trial: false,
  });
  assert.ok(!isRefusal(submitted), JSON.stringify(submitted));
  const making = { conclusion: 'Cho mượn đàn tính', number: 7, signedBy: null };
  const made = await makeResult(house, submitted.code, submitted.version, making);
  assert.ok(made);
  return (await readPdf(made.pdf)).text;
}
