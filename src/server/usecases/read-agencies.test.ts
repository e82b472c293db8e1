import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agency } from '#domain/agency/agency.ts';
import { defaultHours, type WorkingHours } from '#domain/calendar/working-calendar.ts';
import { ensureAgencies } from '#server/store/agencies.ts';
import { houseForTests } from '#tests/house-for-tests.ts';
import { readAgencies } from './read-agencies.ts';

const agency = (agencyId: string, parentId: string | null, kind: Agency['kind'], more: Partial<Agency> = {}): Agency => ({
  agencyId,
  parentId,
  kind,
  level: 'district',
  name: agencyId,
  shortName: agencyId,
  identifiers: {},
  address: 'Phường Trần Phú',
  phone: '0219 000 1234',
  hours: null,
  source: 'made up for tests',
  ...more,
});

const withSaturday: WorkingHours = { ...defaultHours, 6: [[450, 690]] };

test('people go to the centre of the city and to its wards and communes, at their own hours or their parent’s', async () => {
  const house = await houseForTests();
  await ensureAgencies(
    house.db,
    [
      agency('city', null, 'people’s committee', { name: 'Ủy ban nhân dân thành phố Hà Giang', hours: withSaturday }),
      agency('centre', 'city', 'centre'),
      agency('justice', 'city', 'department'),
      agency('ward', 'city', 'people’s committee', { level: 'commune', hours: defaultHours }),
    ],
    [],
  );

  const { city, centre, communes } = await readAgencies(house);
  assert.equal(city, 'thành phố Hà Giang');
  assert.deepEqual(centre.hours, withSaturday);
  assert.deepEqual(
    communes.map(({ agencyId, hours }) => [agencyId, hours]),
    [['ward', defaultHours]],
  );
  await house.close();
});
