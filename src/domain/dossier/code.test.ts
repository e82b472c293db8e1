import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agency } from '#domain/agency/agency.ts';
import { asDay } from '#domain/calendar/day.ts';
import { dossierCode, readCode, ruleSetOn } from './code.ts';

const centre = { agencyId: 'centre', identifiers: { '2018': '000.00.22.H22', '2025': 'H22.5.3' } } as unknown as Agency;

const cases: [what: string, code: string, expected: string][] = [
  ['of 2018, unit first', dossierCode(centre, '2018', asDay('2018-04-26'), 1), '000.00.22.H22-180426-0001'],
  ['of today, root first', dossierCode(centre, '2025', asDay('2025-11-23'), 12), 'H22.5.3-251123-0012'],
  ['of a day with more than 9999', dossierCode(centre, '2018', asDay('2018-04-26'), 10_000), '000.00.22.H22-180426-10000'],
];
for (const [what, code, expected] of cases) test(`a code ${what}`, () => assert.equal(code, expected));

test('an agency that gives no codes under a rule set is a fault in the catalogue', () => {
  assert.throws(() => dossierCode({ ...centre, identifiers: {} }, '2025', asDay('2025-11-23'), 1), RangeError);
});

test('a code is read however it was typed', () => {
  assert.equal(readCode(' 000.00.22.h22 – 180426 – 0001 '), '000.00.22.H22-180426-0001');
  assert.equal(readCode('h22.5\u200b.3\0-\ud8001'), 'H22.5.3-1');
});

test('the rule set changes on 1 July 2025', () => {
  assert.equal(ruleSetOn(asDay('2025-06-30')), '2018');
  assert.equal(ruleSetOn(asDay('2025-07-01')), '2025');
});
