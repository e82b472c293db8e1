import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identityWarnings, isIdentityNumber, type KnownPerson, normaliseIdentity, readIdentityNumber } from './identity.ts';

test('a 12-digit number tells province, sex and year of birth', () => {
  assert.deepEqual(readIdentityNumber('002194000000'), { provinceCode: '002', sex: 'female', birthYear: 1994 });
  assert.deepEqual(readIdentityNumber('001207000000'), { provinceCode: '001', sex: 'male', birthYear: 2007 });
  assert.deepEqual(readIdentityNumber('096315000000'), { provinceCode: '096', sex: 'female', birthYear: 2015 });
  assert.equal(readIdentityNumber('073456789'), undefined);
});

const warned: [what: string, number: string, known: KnownPerson, warnings: readonly string[]][] = [
  ['all agrees', '002194000000', { sex: 'female', birthYear: 1994, year: 2018 }, []],
  ['nothing else is known', '002194000000', { year: 2018 }, []],
  ['another sex and year', '002194000000', { sex: 'male', birthYear: 1995, year: 2018 }, ['sex-differs', 'birth-year-differs']],
  ['a province that never was', '003194000000', { year: 2018 }, ['province-unknown']],
  ['born abroad', '134194000000', { year: 2018 }, []],
  ['not born yet', '002319000000', { year: 2018 }, ['born-in-future']],
  ['the old number while it was valid', '073456789', { sex: 'male', year: 2024 }, []],
  ['the old number after 2024', '073456789', { year: 2025 }, ['old-number-expired']],
  ['a passport', 'C1234567', { year: 2018 }, ['not-twelve-digits']],
];
for (const [what, number, known, warnings] of warned) {
  test(`identity number, ${what}: ${warnings.join(', ') || 'no warning'}`, () =>
    assert.deepEqual(identityWarnings(number, known), warnings));
}

test('spaces and dots typed into a number do not count', () => {
  assert.equal(normaliseIdentity(' 002 194.000 000'), '002194000000');
  assert.equal(isIdentityNumber('002194000000'), true);
  assert.equal(isIdentityNumber('073456789'), true);
  assert.equal(isIdentityNumber('0021940000001'), false);
});
