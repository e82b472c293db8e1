import assert from 'node:assert/strict';
import { test } from 'node:test';
import { figures } from '#domain/indicator/figures.ts';
import { figureAddress, readFigureAddress } from './figure-address.ts';

const after = { submittedAt: new Date('2018-05-02T08:00Z'), dossierId: '018f0000-0000-7000-8000-00000000000d' };

for (const figure of figures) {
  test(`the address of “${figure}” is read as it was written, with field, unit, share and place`, () => {
    const asked = { figure, fieldId: 'ho-tich', unitId: 'phong-tu-phap/professional', shareOf: 'phong-tu-phap', after };
    assert.deepEqual(readFigureAddress(new URL(figureAddress(asked), 'http://localhost').searchParams), asked);
  });
}

test('an address of no figure is none, and a place that is none is the beginning', () => {
  assert.equal(readFigureAddress(new URLSearchParams({ so: 'khac' })), undefined);
  assert.equal(readFigureAddress(new URLSearchParams({ so: 'qua-han', sau: 'x_y' }))?.after, null);
});
