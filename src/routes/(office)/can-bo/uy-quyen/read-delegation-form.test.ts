import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeValue, readDelegationForm } from './read-delegation-form.ts';

const [absentId, standInId, lenh] = [1, 2, 3].map((n) => `018f0000-0000-7000-8000-00000000000${n}`) as [string, string, string];
const place = (officerId: string) => placeValue({ officerId, role: 'specialist', unitId: 'music professional' });
const whole = {
  lenh,
  vang: place(absentId),
  thay: place(standInId),
  'tu-ngay': '14/5/2018',
  'den-ngay': '18.5.2018',
  'can-cu': ' Nghỉ phép ',
};

function read(typed: Readonly<Record<string, string>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) form.set(name, value);
  return readDelegationForm(form);
}

test('a delegation is read as it was typed', () => {
  const read1 = read(whole);
  assert.ok('asked' in read1);
  assert.deepEqual(read1.asked, {
    delegationId: lenh,
    absentId,
    standInId,
    unitId: 'music professional',
    role: 'specialist',
    fromOn: '2018-05-14',
    untilOn: '2018-05-18',
    ground: 'Nghỉ phép',
  });
});

test('all that is wrong is said at once, and what was typed is kept', () => {
  const empty = read({ lenh });
  assert.ok('wrong' in empty);
  assert.deepEqual(empty.wrong, { vang: 'missing', thay: 'missing', 'tu-ngay': 'missing', 'den-ngay': 'missing', 'can-cu': 'missing' });
  const odd = read({ ...whole, 'den-ngay': '31/2/2018', thay: 'x|head|y', 'can-cu': 'x'.repeat(501) });
  assert.ok('wrong' in odd);
  assert.deepEqual(odd.wrong, { thay: 'missing', 'den-ngay': 'not-a-date', 'can-cu': 'too-long' });
  assert.equal(odd.typed['den-ngay'], '31/2/2018');
});

test('what cannot be kept is none', () => {
  assert.ok('wrong' in read({ ...whole, 'can-cu': 'a\0b' }));
  assert.ok('wrong' in read({ ...whole, lenh: 'x' }));
});
