import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readReminderAddress, reminderAddress } from './reminder-address.ts';

test('an address leads to the page it was written for, and one that is none to the newest', () => {
  const place = { madeAt: new Date('2018-05-14T09:00+07:00'), dossierId: '018f0000-0000-7000-8000-000000000001', version: 3 };
  const read = (address: string) => readReminderAddress(new URL(address, 'http://localhost').searchParams);
  assert.deepEqual(read(reminderAddress(place)), place);
  for (const address of [reminderAddress(null), '?sau=', '?sau=x_y_z', `?sau=1_${place.dossierId}_`, `?sau=_${place.dossierId}_1`]) {
    assert.equal(read(address), null, address);
  }
});
