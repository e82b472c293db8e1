import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedAddress, readPublishedAddress } from './published-address.ts';

test('an address of the published answers goes on where it says, else at the beginning', () => {
  const after = { publishedAt: new Date('2018-05-16T17:30+07:00'), feedbackId: '018f0000-0000-7000-8000-000000000001' };
  assert.deepEqual(readPublishedAddress(new URL(publishedAddress(after), 'http://x').searchParams), after);
  assert.equal(publishedAddress(null), '/phan-anh/da-tra-loi');
  for (const query of ['', 'sau=x_y', `sau=_${after.feedbackId}`, 'sau=1_%00'])
    assert.equal(readPublishedAddress(new URLSearchParams(query)), null);
});
