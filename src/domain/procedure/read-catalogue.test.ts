import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { type Catalogue, type CatalogueFault, type CatalogueFile, readCatalogue, type Wrong } from './read-catalogue.ts';

const root = path.join(import.meta.dirname, '../../..');
const files = [...filesIn(path.join(root, 'data/ha-giang')), calendarFile()];

test('the demo city’s catalogue is sound', () => {
  const { versions, agencies } = sound(files);
  assert.equal(versions.length, 458);
  assert.equal(agencies.filter(({ level }) => level === 'commune').length, 8);
});

test('every step of every procedure has somebody on the staff who can do it', () => {
  const { versions, units, officers } = sound(files);
  const held = new Set(officers.flatMap(({ assignments }) => assignments.map(({ unitId, role }) => `${unitId} ${role}`)));
  const owed = new Set(
    versions.flatMap(({ steps }) =>
      steps.flatMap(({ agency, kind }) => units.filter((unit) => unit.agencyId === agency).map(({ unitId }) => ({ unitId, kind }))),
    ),
  );
  const roles = {
    receive: 'receiving officer',
    appraise: 'specialist',
    check: 'head',
    sign: 'signing leader',
    number: 'clerk',
    return: 'receiving officer',
  };
  const kinds = {
    receive: 'one-stop',
    appraise: 'professional',
    check: 'professional',
    sign: 'leadership',
    number: 'clerical',
    return: 'one-stop',
  };
  const missing = [...owed].filter(({ unitId, kind }) => unitId.endsWith(`/${kinds[kind]}`) && !held.has(`${unitId} ${roles[kind]}`));
  assert.deepEqual(missing, []);
  const communes = units.filter(({ agencyId, kind }) => kind === 'one-stop' && agencyId !== 'trung-tam');
  assert.deepEqual(
    communes.filter(({ unitId }) => !held.has(`${unitId} receiving officer`)),
    [],
  );
});

test('the burial allowance goes through three levels with 20, 40 and 40 percent, and back to who received it', () => {
  const version = sound(files).versions.find(({ procedureId }) => procedureId === 'HG-228');
  const shares: Record<string, number> = {};
  for (const { agency, sharePct } of version?.steps ?? []) shares[agency] = (shares[agency] ?? 0) + sharePct;
  assert.deepEqual(shares, { receiving: 20, 'phong-lao-dong': 40, 'so-lao-dong': 40 });
  assert.equal(version?.steps.at(-1)?.agency, 'receiving');
  assert.equal(version?.reception, 'commune');
});

test('a component that is only shown is not handed in, and a condition says when it is owed', () => {
  const birth = sound(files).versions.find(({ procedureId }) => procedureId === 'HGX-001');
  const married = birth?.components.find(({ no }) => no === 8);
  assert.equal(married?.kind, 'shown');
  assert.equal(married?.condition, 'khi cha mẹ đã đăng ký kết hôn');
  assert.equal(married?.provenance.stated, true);
});

test('a procedure may say otherwise than its rule set when it is closed, when its officer is warned, and what comes after a supplement', () => {
  const otherwise = '"reception": "commune", "closesUnansweredAfter": 20, "warnsBefore": null, "afterSupplement": "anew"';
  const said = sound(
    files.map((one) => (one.path === birthFile ? { ...one, text: changed(one.text, '"reception": "commune"', otherwise) } : one)),
  );
  const version = said.versions.find(({ procedureId }) => procedureId === 'HGX-001');
  assert.partialDeepStrictEqual(version, { closesUnansweredAfter: 20, warnsBefore: null, afterSupplement: 'anew' });
  const usual = said.versions.find(({ procedureId }) => procedureId === 'HGX-002');
  assert.ok(usual && !('closesUnansweredAfter' in usual) && !('warnsBefore' in usual) && !('afterSupplement' in usual));
});

const birthFile = 'procedures/commune/ho-tich.json';

// biome-ignore format: as in a table
const cases: [what: string, file: string, from: string | RegExp, to: string, wrong: { row: string; fault: CatalogueFault }][] = [
  ['a share that is not all', birthFile, '"sharePct": 62.5', '"sharePct": 62', { row: 'HGX-001', fault: 'shares-not-100' }],
  ['an agency that is not there', birthFile, '"agency": "receiving", "sharePct": 62.5', '"agency": "opera", "sharePct": 62.5', { row: 'HGX-001', fault: 'agency-unknown' }],
  ['a word that is not one of ours', birthFile, '"reception": "commune"', '"reception": "market"', { row: 'HGX-001', fault: 'malformed' }],
  ['a closing after no day at all', birthFile, '"reception": "commune"', '"reception": "commune", "closesUnansweredAfter": 0', { row: 'HGX-001', fault: 'malformed' }],
  ['a source that nobody named', birthFile, '"sources": ["D26", "S7"]', '"sources": ["D26", "WIKI"]', { row: 'HGX-001', fault: 'source-unknown' }],
  ['a workflow that nobody wrote', birthFile, '"workflow": "commune"', '"workflow": "opera"', { row: 'HGX-004', fault: 'workflow-unknown' }],
  ['a code that stands twice at one level', birthFile, '"code": "1.000894"', '"code": "1.001193"', { row: 'HGX-002', fault: 'doubled' }],
  ['a field that is not there', birthFile, '"fieldId": "ho-tich"', '"fieldId": "opera"', { row: '', fault: 'field-unknown' }],
  ['what is not JSON', birthFile, /}\s*$/, '', { row: '', fault: 'not-json' }],
  ['a parent that stands nowhere', 'agencies.json', '"parentId": "ha-giang"', '"parentId": "opera"', { row: 'trung-tam', fault: 'parent-unknown' }],
  ['a second unit of a kind', 'units.json', '"trung-tam/professional", "agencyId": "trung-tam", "kind": "professional"', '"trung-tam/professional", "agencyId": "trung-tam", "kind": "one-stop"', { row: 'trung-tam/professional', fault: 'kind-doubled' }],
  ['an officer of a unit that is not there', 'officers.json', '"unitId": "trung-tam/one-stop"', '"unitId": "trung-tam/stage"', { row: '01628000-0000-7000-8000-000000000001', fault: 'unit-unknown' }],
  ['a day that is neither off nor worked', 'calendar.json', '"kind": "off"', '"kind": "half"', { row: '', fault: 'malformed' }],
];
for (const [what, file, from, to, { row, fault }] of cases) {
  test(`${what} is refused by file, row and reason, and with it the whole`, () => {
    const wrong = wrongs(files.map((one) => (one.path === file ? { path: file, text: changed(one.text, from, to) } : one)));
    assert.ok(
      wrong.some((one) => one.row === row && one.fault === fault && (one.file === file || fault === 'doubled')),
      JSON.stringify(wrong.slice(0, 3)),
    );
  });
}

test('a file that is missing is named', () => {
  const wrong = wrongs(files.filter((file) => file.path !== 'fields.json'));
  assert.deepEqual(wrong, [{ file: 'fields.json', row: '', fault: 'file-missing' }]);
});

function sound(read: readonly CatalogueFile[]): Catalogue<unknown> {
  const answer = readCatalogue(read);
  assert.ok('versions' in answer, JSON.stringify(answer));
  return answer;
}

function wrongs(read: readonly CatalogueFile[]): readonly Wrong[] {
  const answer = readCatalogue(read);
  assert.ok(!('versions' in answer), 'nothing is wrong');
  return answer;
}

function changed(text: string, from: string | RegExp, to: string): string {
  const after = text.replace(from, to);
  assert.notEqual(after, text, `${from} does not stand there`);
  return after;
}

function filesIn(folder: string): CatalogueFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ path: file, text: readFileSync(path.join(folder, file), 'utf8') }));
}

function calendarFile(): CatalogueFile {
  return { path: 'calendar.json', text: readFileSync(path.join(root, 'data/calendar/vietnam-2018-2026.json'), 'utf8') };
}
