import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPhone, maskPhone, normalisePhone } from './phone.ts';

const numbers: [what: string, typed: string, kept: string | undefined][] = [
  ['a mobile', '0912345678', '+84912345678'],
  ['with dots', '0912.345.678', '+84912345678'],
  ['with a country code', '+84 912 345 678', '+84912345678'],
  ['with a country code and a 0', '+84 (0) 912-345-678', '+84912345678'],
  ['with a country code without plus', '84912345678', '+84912345678'],
  ['with 00', '0084912345678', '+84912345678'],
  ['an 11-digit Viettel number of before', '0168 345 6789', '+84383456789'],
  ['an 11-digit MobiFone number of before', '01213456789', '+84793456789'],
  ['an 11-digit VinaPhone number of before', '+84 129 345 6789', '+84823456789'],
  ['an 11-digit Gmobile number of before', '0199 345 6789', '+84593456789'],
  ['a landline in Hà Giang', '(0219) 386 6123', '+842193866123'],
  ['a landline in Hà Nội', '024 3825 1234', '+842438251234'],
  ['a number of the examples', '0100 000 615', '+84100000615'],
  ['an 11-digit number that never was', '01113456789', undefined],
  ['one figure too few', '091234567', undefined],
  ['one figure too many', '09123456789', undefined],
  ['an area that never was', '0217 386 6123', undefined],
  ['another country’s', '+33 1 23 45 67 89', undefined],
  ['words', 'không có', undefined],
  ['nothing', '', undefined],
];
for (const [what, typed, kept] of numbers)
  test(`telephone, ${what}: ${typed} is kept as ${kept}`, () => assert.equal(normalisePhone(typed), kept));

test('a number that is kept stays as it is, and so does what people see of it', () => {
  for (const kept of numbers.map(([, , number]) => number).filter((number) => number !== undefined)) {
    assert.equal(normalisePhone(kept), kept);
    assert.equal(normalisePhone(formatPhone(kept)), kept);
  }
});

test('people see a number in groups', () => {
  assert.equal(formatPhone('+84912345678'), '0912 345 678');
  assert.equal(formatPhone('+842190001234'), '0219 000 1234');
  assert.equal(formatPhone('+842438251234'), '024 3825 1234');
  assert.equal(formatPhone('+33123456789'), '+33123456789');
});

test('only the last four figures are shown to whoever need not call', () => {
  assert.equal(maskPhone('+84912344127'), '…4127');
  assert.equal(maskPhone('0912 344 127'), '…4127');
});
