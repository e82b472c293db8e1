import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feedbackAddress, feedbackViews, readFeedbackAddress } from './feedback-address.ts';

const after = { at: new Date('2018-05-16T17:30+07:00'), feedbackId: '018f0000-0000-7000-8000-000000000001' };

test('what an address of the list asks for is what was put into it', () => {
  for (const asked of feedbackViews.flatMap((view) => [
    { view, after: null },
    { view, after },
  ]))
    assert.deepEqual(readFeedbackAddress(new URL(feedbackAddress(asked), 'http://x').searchParams), asked);
});

test('an address that nobody wrote shows the beginning of what is open', () => {
  for (const query of ['sau=x_y', 'sau=_018f0000-0000-7000-8000-000000000001', 'sau=9e99_018f0000-0000-7000-8000-000000000001', 'xem=%00'])
    assert.deepEqual(readFeedbackAddress(new URLSearchParams(query)), { view: 'open', after: null });
});
