import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AskedWork, readWorkAddress, workAddress } from './work-address.ts';

const nothing: AskedWork = { view: 'all', procedureId: null, state: null, after: null };

test('what an address asks for is what made it', () => {
  const dossierId = '018f0000-0000-7000-8000-000000000001';
  const asked: AskedWork[] = [
    nothing,
    { ...nothing, view: 'overdue', procedureId: 'HG-125' },
    { ...nothing, state: 'awaiting supplement', after: { dueAt: new Date('2018-05-08T17:30+07:00'), dossierId } },
    { ...nothing, view: 'mine', after: { dueAt: null, dossierId } },
  ];
  for (const one of asked) assert.deepEqual(readWorkAddress(new URL(workAddress(one), 'http://localhost').searchParams), one);
});

test('what nobody asks for is not asked for', () => {
  for (const query of ['xem=gi-do', 'trang-thai=da-tra', 'sau=x_y', 'sau=_018F', 'thu-tuc=%00', 'trang-thai=']) {
    assert.deepEqual(readWorkAddress(new URLSearchParams(query)), nothing, query);
  }
});
